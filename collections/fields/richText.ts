import {
  AlignFeature,
  BlockquoteFeature,
  BoldFeature,
  createServerFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnderlineFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import { type FieldHook, type RichTextField, ValidationError } from 'payload'
import { faultOfTree, isSafeLink, withTidyWords } from '../../lib/text/richText.ts'
import { translated } from './translated.ts'

/** Converts content pasted from Word, a mail or a web page to plain prose. */
const PastedTextFeature = createServerFeature({
  feature: { ClientFeature: '/collections/components/PastedText#PastedText' },
  key: 'pastedText',
})

/** The rich text editor: what official prose needs, and nothing that fetches, embeds or runs. */
export const editor = lexicalEditor({
  features: [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    BoldFeature(),
    ItalicFeature(),
    UnderlineFeature(),
    StrikethroughFeature(),
    SubscriptFeature(),
    SuperscriptFeature(),
    AlignFeature(),
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
    EXPERIMENTAL_TableFeature(),
    PastedTextFeature(),
    FixedToolbarFeature(),
    InlineToolbarFeature(),
  ],
})

/** Guarantees that a tree contains only prose with normalised text, whichever API it came from. */
const proseOnly: FieldHook = ({ value, path, req, collection }) => {
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
  return withTidyWords(value)
}

/** A rich text field that only accepts prose: validates and normalises its value. */
export const richText = (field: Omit<RichTextField, 'type' | 'editor' | 'hooks'>): RichTextField =>
  translated({
    ...field,
    type: 'richText',
    editor,
    hooks: { beforeValidate: [proseOnly] },
  })
