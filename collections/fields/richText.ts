import {
  BlockquoteFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnderlineFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import { type FieldHook, type RichTextField, ValidationError } from 'payload'
import { faultOfTree, isSafeLink } from '../../src/text/richText.ts'

/** The editor: what official prose needs, and nothing that fetches, embeds or runs. */
export const editor = lexicalEditor({
  features: [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    BoldFeature(),
    ItalicFeature(),
    UnderlineFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    BlockquoteFeature(),
    LinkFeature({
      enabledCollections: [],
      fields: ({ defaultFields }) =>
        defaultFields.map((field) =>
          'name' in field && field.name === 'url'
            ? {
                ...field,
                validate: (value: unknown) =>
                  typeof value === 'string' && isSafeLink(value)
                    ? true
                    : 'Liên kết chỉ được bắt đầu bằng http, https, mailto, tel hoặc “/”.',
              }
            : field,
        ) as typeof defaultFields,
    }),
    FixedToolbarFeature(),
    InlineToolbarFeature(),
  ],
})

/** Guarantees that a tree holds nothing but prose, whichever API it came by. */
const refuseForeignNodes: FieldHook = ({ value, path, req, collection }) => {
  if (value === null || value === undefined) return value
  const fault = faultOfTree(value)
  if (fault)
    throw new ValidationError(
      {
        collection: collection?.slug,
        errors: [{ path: path.join('.'), message: req.i18n?.language === 'en' ? fault.en : fault.vi }],
      },
      req.t,
    )
  return value
}

/** A rich text field. */
export const richText = (field: Omit<RichTextField, 'type' | 'editor' | 'hooks'>): RichTextField => ({
  ...field,
  type: 'richText',
  editor,
  hooks: { beforeValidate: [refuseForeignNodes] },
})
