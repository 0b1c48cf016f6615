import type { Text } from '../../../lib/text/languages.ts'
/** Layout of the public fields of a collection in a preview, like that of its page on the website. */
export interface PreviewLayout {
  /**
   * The line below the title: each entry shows the first non-empty one of its fields.
   * @default none
   */
  line?: { fields: string[]; label?: Text }[]
  /**
   * Fields without a heading of their own, in this order, below the line.
   * @default ['summary', 'body']
   */
  text?: string[]
  /**
   * Short facts, one line each, below the sections, in this order.
   * @default none
   */
  facts?: string[]
  /**
   * Fields with a heading each, in this order. Fields that are not named anywhere follow in the order of the form.
   * @default none
   */
  sections?: string[]
  /**
   * Fields that the page omits or shows as part of others.
   * @default none
   */
  hidden?: string[]
  /**
   * Lists of groups rendered as numbered chapters: the members that hold the number, the heading and the text.
   * @default none
   */
  chapters?: Record<string, { number?: string; heading: string; text: string }>
  /** The list of relations to other documents, and the phrase before each, by kind and language. */
  relations?: {
    field: string
    type: string
    target: string
    citedAs: string
    scope: string
    verbs: Record<string, Verb>
  }
  /**
   * Fields by which other pages cite the document.
   * @default the title
   */
  cited?: string[]
}

/** The phrase before the name of the related document, by language. */
export type Verb = Record<string, string>
