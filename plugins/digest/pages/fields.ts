import { FACETS, type Facet } from '../core/filter.ts'
import { CADENCES } from '../core/periods.ts'
import { type Html, html } from '../mail/html.ts'
import { languageName } from '../store/choices.ts'
import type { Messages } from '../translations/index.ts'
import type { Choices } from '../types.ts'

/** What a form's fields show: what was typed or stored, by name. */
export type Typed = Record<string, unknown>

/** What most people choose by; the rest is folded away, so that the form is short. */
const FIRST: Facet[] = ['collections', 'topics']

const listed = (value: unknown): string[] => [value].flat().filter((item): item is string => typeof item === 'string')

const option = (args: { value: string; label: string; selected: boolean; language?: string }): Html =>
  html`<option value="${args.value}"${args.language !== undefined && html` lang="${args.language}"`}${args.selected && html` selected`}>${args.label}</option>`

/** What is wrong with a field, and the attributes that tie the two together. */
export interface Explained {
  fault: Html | false
  attributes: Html | false
}

const NOTHING_WRONG: Explained = { fault: false, attributes: false }

/** How often mails come. `prefix` keeps ids apart where a page has several forms. */
export const cadenceField = (args: {
  messages: Messages
  chosen: unknown
  prefix?: string
  explained?: Explained
}): Html => {
  const { messages, chosen, prefix = '', explained = NOTHING_WRONG } = args
  const id = `${prefix}cadence`
  return html`<div class="field">
<label for="${id}">${messages.form.cadence}</label>
${explained.fault}
<select id="${id}" name="cadence"${explained.attributes}>${CADENCES.map((value) =>
    option({ value, label: messages.form.cadences[value], selected: (chosen ?? 'daily') === value }),
  )}</select>
</div>`
}

/** Which language documents are sent in. */
export const localeField = (args: {
  messages: Messages
  locales: readonly string[]
  chosen: unknown
  prefix?: string
  explained?: Explained
}): Html => {
  const { messages, locales, chosen, prefix = '', explained = NOTHING_WRONG } = args
  const id = `${prefix}locale`
  return html`<div class="field">
<label for="${id}">${messages.form.locale}</label>
${explained.fault}
<select id="${id}" name="locale"${explained.attributes}>${locales.map((value) =>
    option({ value, label: languageName(value, value), selected: chosen === value, language: value }),
  )}</select>
</div>`
}

/** What can be chosen, a group of boxes a facet; nothing is ticked that was not chosen before. */
export const facetFields = (args: { messages: Messages; choices: Choices; typed: Typed; prefix?: string }): Html => {
  const { messages, choices, typed, prefix = '' } = args
  const words = messages.form
  const fieldset = (facet: Facet) =>
    choices[facet].length > 0 &&
    html`<fieldset>
<legend>${words.facets[facet]}</legend>
<p class="hint">${words.facetHint}</p>
${choices[facet].map(({ value, label }, index) => {
  const id = `${prefix}${facet}-${index}`
  return html`<div class="choice"><input type="checkbox" id="${id}" name="${facet}" value="${value}"${listed(typed[facet]).includes(value) && html` checked`}><label for="${id}">${label}</label></div>
`
})}</fieldset>
`
  const rest = FACETS.filter((facet) => !FIRST.includes(facet) && choices[facet].length)
  return html`${FIRST.map(fieldset)}${
    rest.length > 0 &&
    html`<details${rest.some((facet) => listed(typed[facet]).length) && html` open`}>
<summary>${words.moreFacets}</summary>
${rest.map(fieldset)}</details>
`
  }`
}
