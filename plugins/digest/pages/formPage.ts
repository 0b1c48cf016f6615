import { FACETS, type Facet } from '../core/filter.ts'
import type { Fault } from '../core/readRequest.ts'
import { type Html, html } from '../mail/html.ts'
import type { Messages } from '../translations/index.ts'
import type { Choices } from '../types.ts'
import { page } from './shell.ts'

/** A field that people do not see and programs fill in. */
export const TRAP = 'website'

/** What most people choose by; the rest is folded away, so that the form is short. */
const FIRST: Facet[] = ['collections', 'topics']

/** What a fault says to the person who made it. */
const faultMessage = ({ code, what }: Fault, messages: Messages): string =>
  what ? `${messages.faults[code].text} (${what})` : messages.faults[code].text

/** The field an error leads to. */
const TARGETS: Record<Fault['path'], string> = {
  email: 'email',
  cadence: 'cadence',
  locale: 'locale',
  filter: 'choices',
}

/** Name of a language in itself. */
const languageName = (locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale

const listed = (value: unknown): string[] => [value].flat().filter((item): item is string => typeof item === 'string')

/** The form, with what was typed and what is wrong with it. */
export const formPage = (args: {
  status?: number
  language: string
  messages: Messages
  portalName: string
  choices: Choices
  locales: readonly string[]
  typed?: Record<string, unknown>
  faults?: Fault[]
}): Response => {
  const { language, messages, portalName, choices, locales, typed = {}, faults = [], status } = args
  const words = messages.form
  const faultOf = (path: Fault['path']) => faults.find((fault) => fault.path === path)
  const explain = (path: Fault['path']): Html | false => {
    const fault = faultOf(path)
    return fault !== undefined && html`<p class="fault" id="${path}-fault">${faultMessage(fault, messages)}</p>`
  }
  const described = (path: Fault['path'], hint?: string): Html | false => {
    const ids = [hint, faultOf(path) && `${path}-fault`].filter(Boolean).join(' ')
    return ids !== '' && html` aria-describedby="${ids}"${faultOf(path) !== undefined && html` aria-invalid="true"`}`
  }
  const summary =
    faults.length > 0 &&
    html`<div class="faults" role="alert">
<h2>${words.faults}</h2>
<ul>${faults.map((fault) => html`<li><a href="#${TARGETS[fault.path]}">${faultMessage(fault, messages)}</a></li>`)}</ul>
</div>`
  const fieldset = (facet: Facet) =>
    choices[facet].length > 0 &&
    html`<fieldset>
<legend>${words.facets[facet]}</legend>
<p class="hint">${words.facetHint}</p>
${choices[facet].map(({ value, label }, index) => {
  const id = `${facet}-${index}`
  return html`<div class="choice"><input type="checkbox" id="${id}" name="${facet}" value="${value}"${listed(typed[facet]).includes(value) && html` checked`}><label for="${id}">${label}</label></div>
`
})}</fieldset>
`
  const rest = FACETS.filter((facet) => !FIRST.includes(facet) && choices[facet].length)
  const facets = html`${FIRST.map(fieldset)}${
    rest.length > 0 &&
    html`<details${rest.some((facet) => listed(typed[facet]).length) && html` open`}>
<summary>${words.moreFacets}</summary>
${rest.map(fieldset)}</details>
`
  }`
  const email = typeof typed.email === 'string' ? typed.email : ''
  const body = html`<p>${words.intro}</p>
${summary}
<form method="post" action="/subscriptions" novalidate>
<div class="field">
<label for="email">${words.email}</label>
<p class="hint" id="email-hint">${words.emailHint}</p>
${explain('email')}
<input type="email" id="email" name="email" value="${email}" autocomplete="email" required${described('email', 'email-hint')}>
</div>
<div class="field">
<label for="cadence">${words.cadence}</label>
${explain('cadence')}
<select id="cadence" name="cadence"${described('cadence')}><option value="daily">${words.daily}</option></select>
</div>
<div id="choices">
${explain('filter')}
${facets}</div>
<div class="field">
<label for="locale">${words.locale}</label>
${explain('locale')}
<select id="locale" name="locale"${described('locale')}>${locales.map(
    (locale) =>
      html`<option value="${locale}" lang="${locale}"${(typed.locale ?? language) === locale && html` selected`}>${languageName(locale)}</option>`,
  )}</select>
</div>
<div class="trap" aria-hidden="true"><label for="${TRAP}">${words.honeypot}</label><input type="text" id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off"></div>
<p class="consent">${messages.consent.text(portalName)}</p>
<button type="submit">${words.submit}</button>
</form>`
  return page({ status, language, title: words.title, portalName, body })
}
