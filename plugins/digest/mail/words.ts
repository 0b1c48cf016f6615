import { FACETS, type Facet, type Filter } from '../core/filter.ts'
import type { Cadence } from '../core/periods.ts'
import { type Schedule, timeOfDay } from '../core/schedule.ts'
import type { Messages } from '../translations/index.ts'
import type { Choices } from '../types.ts'
import { type Html, html } from './html.ts'

/** A piece of text, and its language where that is not the reader's. */
export interface Words {
  text: string
  language?: string
}

/** Words as plain text. */
export const asPlain = (words: Words[]): string => words.map(({ text }) => text).join('')

/** Words as HTML; what is in another language says so (WCAG 2.1, 3.1.2). */
export const asMarkup = (words: Words[]): Html =>
  html`${words.map(({ text, language }) => (language === undefined ? text : html`<span lang="${language}">${text}</span>`))}`

/** Puts words between others. */
export const joined = (groups: Words[][], between: string): Words[] =>
  groups.flatMap((words, index) => (index ? [{ text: between }, ...words] : words))

/** Stands for the words in a sentence that takes a string; a private character, which no text of ours holds. */
const PLACE = '\ue000'

/** A sentence of the reader's language around words that may be in another. */
export const around = (sentence: (inner: string) => string, inner: Words[]): Words[] => {
  const [before = '', after = ''] = sentence(PLACE).split(PLACE)
  return [{ text: before }, ...inner, { text: after }]
}

/** How often mails come, in words, with the hour where there is one. */
export const cadenceInWords = (
  { messages, schedule }: { messages: Messages; schedule: Schedule },
  cadence: Cadence,
): string => {
  const { cadences } = messages.form
  if (cadence !== 'daily') return cadences[cadence]
  const { hour, minute } = timeOfDay(schedule.morning)
  return cadences.daily(hour, minute)
}

/** What a choice is called. */
export const choiceInWords = (choices: Choices, facet: Facet, value: string): Words => {
  const choice = choices[facet].find((one) => one.value === value)
  return { text: choice?.label ?? value, language: choice?.language }
}

/** A filter in words, for "why you get this". */
export const filterInWords = (filter: Filter, choices: Choices, messages: Messages): Words[] => {
  const { colon, semicolon, stop } = messages.marks
  const parts = FACETS.filter((facet) => filter[facet]?.length).map((facet): Words[] => [
    { text: `${messages.form.facets[facet]}${colon}` },
    ...joined(
      filter[facet]!.map((value) => [choiceInWords(choices, facet, value)]),
      semicolon,
    ),
  ])
  return parts.length ? joined(parts, stop) : [{ text: messages.mail.everything }]
}
