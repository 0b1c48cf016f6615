import { FACETS, type Facet, type Filter } from '../core/filter.ts'
import type { Cadence } from '../core/periods.ts'
import { type Schedule, timeOfDay } from '../core/schedule.ts'
import type { Messages } from '../translations/index.ts'
import type { Choices } from '../types.ts'
import { type Html, html } from './html.ts'

/** A piece of text, with its language if it is not the reader's. */
export interface Words {
  text: string
  language?: string
}

/** Words as plain text. */
export const asPlain = (words: Words[]): string => words.map(({ text }) => text).join('')

/** Text as HTML, with `lang` on parts in another language (WCAG 2.1, 3.1.2). */
export const asMarkup = (words: Words[]): Html =>
  html`${words.map(({ text, language }) => (language === undefined ? text : html`<span lang="${language}">${text}</span>`))}`

/** Joins pieces of text with a separator. */
export const joined = (groups: Words[][], between: string): Words[] =>
  groups.flatMap((words, index) => (index ? [{ text: between }, ...words] : words))

/** Placeholder in a sentence that takes a string; a private-use character, which our texts never contain. */
const PLACE = '\ue000'

/** Wraps a sentence in the reader's language around text that may be in another language. */
export const around = (sentence: (inner: string) => string, inner: Words[]): Words[] => {
  const [before = '', after = ''] = sentence(PLACE).split(PLACE)
  return [{ text: before }, ...inner, { text: after }]
}

/** Describes a cadence, with the time of day if it has one. */
export const cadenceInWords = (
  { messages, schedule }: { messages: Messages; schedule: Schedule },
  cadence: Cadence,
): string => {
  const { cadences } = messages.form
  if (cadence !== 'daily') return cadences[cadence]
  const { hour, minute } = timeOfDay(schedule.morning)
  return cadences.daily(hour, minute)
}

/** Label of a choice. */
export const choiceInWords = (choices: Choices, facet: Facet, value: string): Words => {
  const choice = choices[facet].find((one) => one.value === value)
  return { text: choice?.label ?? value, language: choice?.language }
}

/** Describes a filter, for "why you get this". */
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
