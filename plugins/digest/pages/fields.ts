import { languageName } from '../../../lib/text/languages.ts'
import { FACETS, type Facet } from '../core/filter.ts'
import { CADENCES } from '../core/periods.ts'
import type { Schedule } from '../core/schedule.ts'
import { type Html, html } from '../mail/html.ts'
import { cadenceInWords } from '../mail/words.ts'
import type { Messages } from '../translations/index.ts'
import type { Choices } from '../types.ts'
import type { Explain } from './faults.ts'

/** Values of a form's fields, typed or stored, by name. */
export type Typed = Record<string, unknown>

/** State of a form. */
export interface FormState {
  messages: Messages
  schedule: Schedule
  typed: Typed
  explain: Explain
  /** Prefix of ids, on a page with several forms. */
  prefix?: string
}

/** The most used facets; the others are collapsed to keep the form short. */
const FIRST: Facet[] = ['collections', 'topics']

const listed = (value: unknown): string[] => [value].flat().filter((item): item is string => typeof item === 'string')

const inLanguage = (language: string | undefined) => language !== undefined && html` lang="${language}"`

const option = (args: { value: string; label: string; selected: boolean; language?: string }): Html =>
  html`<option value="${args.value}"${inLanguage(args.language)}${args.selected && html` selected`}>${args.label}</option>`

/** Field for the cadence. */
export const cadenceField = (form: FormState): Html => {
  const { messages, typed, explain, prefix = '' } = form
  const { fault, attributes } = explain('cadence')
  const id = `${prefix}cadence`
  return html`<div class="field">
<label for="${id}">${messages.form.cadence}</label>
${fault}
<select id="${id}" name="cadence"${attributes}>${CADENCES.map((value) =>
    option({ value, label: cadenceInWords(form, value), selected: (typed.cadence ?? 'daily') === value }),
  )}</select>
</div>`
}

/** Field for the language of documents. */
export const localeField = (args: FormState & { locales: readonly string[] }): Html => {
  const { messages, typed, explain, locales, prefix = '' } = args
  const { fault, attributes } = explain('locale')
  const id = `${prefix}locale`
  return html`<div class="field">
<label for="${id}">${messages.form.locale}</label>
${fault}
<select id="${id}" name="locale"${attributes}>${locales.map((value) =>
    option({ value, label: languageName(value, value), selected: typed.locale === value, language: value }),
  )}</select>
</div>`
}

/** Checkbox groups, one per facet; only earlier choices are ticked. */
export const facetFields = (args: FormState & { choices: Choices }): Html => {
  const { messages, typed, explain, prefix = '' } = args
  const words = messages.form
  const shown = (facet: Facet) =>
    args.choices[facet].filter(({ value, offered = true }) => offered || listed(typed[facet]).includes(value))
  const choices = Object.fromEntries(FACETS.map((facet) => [facet, shown(facet)])) as Choices
  const fieldset = (facet: Facet) => {
    const id = `${prefix}${facet}`
    const { fault, describedBy } = explain(facet, `${id}-hint`)
    return (
      choices[facet].length > 0 &&
      html`<fieldset id="${id}"${describedBy}>
<legend>${words.facets[facet]}</legend>
<p class="hint" id="${id}-hint">${words.facetHint}</p>
${fault}
${choices[facet].map(
  ({ value, label, language }, index) =>
    html`<div class="choice"><input type="checkbox" id="${id}-${index}" name="${facet}" value="${value}"${listed(typed[facet]).includes(value) && html` checked`}><label for="${id}-${index}"${inLanguage(language)}>${label}</label></div>
`,
)}</fieldset>
`
    )
  }
  const rest = FACETS.filter((facet) => !FIRST.includes(facet) && choices[facet].length)
  const open = rest.some((facet) => listed(typed[facet]).length || explain(facet).fault)
  return html`<div id="${prefix}choices">
${explain('choices').fault}
${FIRST.map(fieldset)}${
  rest.length > 0 &&
  html`<details${open && html` open`}>
<summary>${words.moreFacets}</summary>
${rest.map(fieldset)}</details>
`
}</div>`
}
