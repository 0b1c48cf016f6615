import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // How React writes what is equal to other spellings.
    'attr-case': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    // The titles of official documents are as long as they are.
    'long-title': 'off',
  },
})

/** Faults that html-validate finds in a page, one line each. */
export const faultsIn = async (html: string): Promise<string[]> =>
  (await validator.validateString(html)).results.flatMap((result) =>
    result.messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`),
  )
