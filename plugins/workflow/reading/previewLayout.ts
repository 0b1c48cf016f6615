/** How a preview lays out the public fields of a collection, as its page on the website does. */
export interface PreviewLayout {
  /**
   * The line under the title: each entry shows the first of these fields that says something.
   * @default none
   */
  line?: { fields: string[]; label?: { vi: string; en: string } }[]
  /**
   * Fields that stand without a heading of their own, in this order, after the line.
   * @default ['summary', 'body']
   */
  text?: string[]
  /**
   * Short facts, one line each, under the sections, in this order.
   * @default none
   */
  facts?: string[]
  /**
   * Fields with a heading each, in this order. What is named nowhere follows in the order of the form.
   * @default none
   */
  sections?: string[]
  /**
   * Fields that the page does not show, or shows as part of others.
   * @default none
   */
  hidden?: string[]
  /**
   * Lists of groups that read as numbered chapters: members that hold the number, the heading and the text.
   * @default none
   */
  chapters?: Record<string, { number?: string; heading: string; text: string }>
  /** The list of relations to other documents, and what stands before each, by kind and language. */
  relations?: { field: string; type: string; target: string; citedAs: string; verbs: Record<string, Verb> }
  /**
   * Fields by which another page cites such a document.
   * @default ['title']
   */
  cited?: string[]
}

/** What stands before the name of the related document, by language. */
export type Verb = Record<string, string>
