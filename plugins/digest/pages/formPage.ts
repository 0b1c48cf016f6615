import { html } from '../mail/html.ts'
import type { Choices } from '../types.ts'
import { explainer, type FormFault, faultSummary } from './faults.ts'
import { cadenceField, type FormState, facetFields, localeField, type Typed } from './fields.ts'
import { page } from './shell.ts'
import type { Frame } from './site.ts'

/** Honeypot: a hidden field that only programs fill in. */
export const TRAP = 'website'

/** Path for requesting a new link to the manage page. */
export const LINK_PATH = '/subscriptions/link'

const emailField = ({ messages, explain, typed }: Omit<FormState, 'schedule'>) => {
  const { fault, attributes } = explain('email', 'email-hint')
  const value = typeof typed.email === 'string' ? typed.email : ''
  return html`<div class="field">
<label for="email">${messages.form.email}</label>
<p class="hint" id="email-hint">${messages.form.emailHint}</p>
${fault}
<input type="email" id="email" name="email" value="${value}" autocomplete="email" required${attributes}>
</div>`
}

const trapField = ({ messages }: Frame) =>
  html`<div class="trap" aria-hidden="true"><label for="${TRAP}">${messages.form.honeypot}</label><input type="text" id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off"></div>`

/** The subscription form, with input and errors. */
export const formPage = (
  args: Frame & {
    status?: number
    choices: Choices
    locales: readonly string[]
    typed?: Typed
    faults?: FormFault[]
  },
): Response => {
  const { language, messages, portalName, schedule, choices, locales, typed = {}, faults = [], status } = args
  const words = messages.form
  const state = { messages, schedule, typed: { locale: language, ...typed }, explain: explainer(faults, messages) }
  const body = html`<p>${words.intro(schedule.mostADay)}</p>
${faultSummary(faults, messages)}
<form method="post" action="/subscriptions?lang=${language}" novalidate>
${emailField(state)}
${cadenceField(state)}
${facetFields({ ...state, choices })}
${localeField({ ...state, locales })}
${trapField(args)}
<p class="consent">${messages.consent.text(portalName)}</p>
<button type="submit">${words.submit}</button>
</form>
<p><a href="${LINK_PATH}?lang=${language}">${words.manage}</a></p>`
  return page({ ...args, status, title: words.title, body })
}

/** Form for requesting a new link to the manage page. */
export const linkPage = (args: Frame & { status?: number; typed?: Typed; faults?: FormFault[] }): Response => {
  const { language, messages, typed = {}, faults = [], status } = args
  const words = messages.link
  const body = html`<p>${words.intro}</p>
${faultSummary(faults, messages)}
<form method="post" action="${LINK_PATH}?lang=${language}" novalidate>
${emailField({ messages, typed, explain: explainer(faults, messages) })}
${trapField(args)}
<button type="submit">${words.submit}</button>
</form>`
  return page({ ...args, status, title: words.title, body })
}
