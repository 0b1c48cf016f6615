import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: { 'form-dup-name': ['error', { shared: ['checkbox', 'submit', 'button'] }] },
})

/** Faults that html-validate finds in a page, one line each. */
export const faultsIn = async (html: string): Promise<string[]> =>
  (await validator.validateString(html)).results.flatMap((result) =>
    result.messages.map((message) => `${message.line}: ${message.ruleId} ${message.message}`),
  )
