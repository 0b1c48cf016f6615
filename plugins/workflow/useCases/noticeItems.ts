/** What a mail to an officer is about, as the outbox keeps it. */
export interface NoticeItems {
  /** Keys of notices. */
  notices: string[]
  /** The day of which it is the summary. */
  day?: string
  /** What waits for the person as the mail was made: documents with the event by which they arrived. */
  waiting?: string[]
}

/** The items as text. */
export const itemsOf = (items: NoticeItems): string => JSON.stringify(items)

/** The items in a text that `itemsOf` made. */
export const itemsIn = (text: string): NoticeItems => JSON.parse(text) as NoticeItems
