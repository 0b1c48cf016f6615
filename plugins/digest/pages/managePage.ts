import { dayOf } from '../../../lib/time/periods.ts'
import { maskAddress } from '../core/address.ts'
import type { Filter } from '../core/filter.ts'
import { UNTIL_RESUMED } from '../core/pause.ts'
import { dayIn } from '../mail/day.ts'
import { type Html, html } from '../mail/html.ts'
import { around, asMarkup, filterInWords } from '../mail/words.ts'
import type { SubscriberRow, SubscriptionRow } from '../rowTypes.ts'
import type { Messages } from '../translations/index.ts'
import type { Choices } from '../types.ts'
import type { Managed } from '../useCases/manage.ts'
import { explainer, type FormFault, faultSummary } from './faults.ts'
import { cadenceField, type FormState, facetFields, localeField, type Typed } from './fields.ts'
import { page } from './shell.ts'
import type { Frame } from './site.ts'

/** Actions on the page; each form's button has one as its value. */
export type ManageAction = keyof Messages['manage']['done'] | 'export' | 'erase'

/** A rejected action: nothing changed, and the input is shown again. */
export interface Refusal {
  action: ManageAction
  typed: Typed
  faults: FormFault[]
}

type ManagePage = Frame & Managed & { choices: Choices; locales: readonly string[]; refusal?: Refusal }

/** Id prefixes of the forms for an existing and for a new subscription. */
const subscriptionPrefix = (index: number) => `s${index + 1}-`
const NEW_PREFIX = 'new-'

/** Id prefix of the rejected form. */
const refusedPrefix = ({ action, typed }: Refusal, { subscriptions }: ManagePage): string => {
  if (action === 'add') return NEW_PREFIX
  return action === 'change' ? subscriptionPrefix(subscriptions.findIndex((row) => row.key === typed.subscription)) : ''
}

/** Values of a form: the stored ones, or the input if this form was rejected. */
const formState = (args: {
  frame: ManagePage
  stored: Typed
  prefix?: string
  isIts: (refusal: Refusal) => boolean
}): FormState & { refused: boolean } => {
  const { frame, stored, prefix, isIts } = args
  const { messages, schedule, refusal } = frame
  const own = refusal && isIts(refusal) ? refusal : undefined
  return {
    messages,
    schedule,
    prefix,
    refused: own !== undefined,
    typed: own?.typed ?? stored,
    explain: explainer(own?.faults ?? [], messages, prefix),
  }
}

const button = (action: ManageAction, text: string, look = '', attributes: Html | false = false): Html =>
  html`<button type="submit" name="action" value="${action}"${look !== '' && html` class="${look}"`}${attributes}>${text}</button>`

const subscriptionSection = (frame: ManagePage, row: SubscriptionRow, index: number): Html => {
  const { messages, choices } = frame
  const words = messages.manage
  const filter = JSON.parse(row.filter) as Filter
  const state = formState({
    frame,
    stored: { cadence: row.cadence, ...filter },
    prefix: subscriptionPrefix(index),
    isIts: ({ action, typed }) => action === 'change' && typed.subscription === row.key,
  })
  return html`<section>
<h2>${asMarkup(around((wishes) => words.subscription(index + 1, wishes), filterInWords(filter, choices, messages)))}</h2>
<form method="post">
<input type="hidden" name="subscription" value="${row.key}">
${cadenceField(state)}
<details${state.refused && html` open`}>
<summary>${words.choose}</summary>
${facetFields({ ...state, choices })}</details>
${button('change', words.change)}
${button('leave-one', words.leaveOne, 'quiet')}
</form>
</section>
`
}

const addSection = (frame: ManagePage): Html => {
  const { messages, choices, portalName } = frame
  const isIts = ({ action }: Refusal) => action === 'add'
  const state = formState({ frame, stored: {}, prefix: NEW_PREFIX, isIts })
  const consent = state.explain('consent')
  return html`<section>
<details${state.refused && html` open`}>
<summary><h2>${messages.manage.addTitle}</h2></summary>
<form method="post">
<input type="hidden" name="consent" value="${messages.consent.version}">
${cadenceField(state)}
${facetFields({ ...state, choices })}
${consent.fault}
<p class="consent" id="${NEW_PREFIX}consent">${messages.consent.text(portalName)}</p>
${button('add', messages.manage.add, '', consent.describedBy)}
</form>
</details>
</section>
`
}

const localeSection = (frame: ManagePage): Html => {
  const { messages, locales, subscriber } = frame
  const isIts = ({ action }: Refusal) => action === 'locale'
  const state = formState({ frame, stored: { locale: subscriber.locale }, isIts })
  return html`<section>
<h2>${messages.manage.localeTitle}</h2>
<form method="post">
${localeField({ ...state, locales })}
${button('locale', messages.manage.localeSave)}
</form>
</section>
`
}

const pauseState = (subscriber: SubscriberRow, { messages, language }: Frame): string =>
  subscriber.pausedUntil === UNTIL_RESUMED
    ? messages.manage.pausedOpen
    : messages.manage.pausedUntil(dayIn(dayOf(new Date(subscriber.pausedUntil)), language))

const pauseSection = (frame: ManagePage, now: Date): Html => {
  const { messages, subscriber } = frame
  const words = messages.manage
  const paused = subscriber.pausedUntil > now.toISOString()
  const { explain, typed } = formState({ frame, stored: {}, isIts: ({ action }) => action === 'pause' })
  const { fault, attributes } = explain('until')
  return html`<section>
<h2>${words.pauseTitle}</h2>
${
  paused
    ? html`<p>${pauseState(subscriber, frame)}</p>
<form method="post">${button('resume', words.resume)}</form>`
    : html`<p>${words.pauseIntro}</p>
<form method="post">
<div class="field">
<label for="until">${words.pauseUntil}</label>
${fault}
<input type="date" id="until" name="until" min="${dayOf(new Date(now.getTime() + 86_400_000))}"${typeof typed.until === 'string' && html` value="${typed.until}"`}${attributes}>
</div>
${button('pause', words.pause)}
</form>`
}
</section>
`
}

const eraseSection = (frame: ManagePage): Html => {
  const { messages } = frame
  const words = messages.manage
  const { explain, typed } = formState({ frame, stored: {}, isIts: ({ action }) => action === 'erase' })
  const sure = explain('sure')
  const box = (name: string, text: string, attributes: Html | false) =>
    html`<div class="choice"><input type="checkbox" id="${name}" name="${name}" value="1"${typed[name] === '1' && html` checked`}${attributes}><label for="${name}">${text}</label></div>`
  return html`<section>
<h2>${words.eraseTitle}</h2>
<p>${words.eraseIntro}</p>
<form method="post">
${box('never', words.eraseNever, false)}
${sure.fault}
${box('sure', words.eraseSure, html` required${sure.attributes}`)}
${button('erase', words.erase, 'grave')}
</form>
</section>
`
}

const simpleSection = (title: string, intro: string, submit: Html): Html => html`<section>
<h2>${title}</h2>
<p>${intro}</p>
<form method="post">${submit}</form>
</section>
`

/**
 * The manage page with one form per action; works without JavaScript.
 *
 * @param args.done the action just completed
 */
export const managePage = (
  args: ManagePage & { now: Date; status?: number; done?: keyof Messages['manage']['done'] },
): Response => {
  const { messages, subscriber, subscriptions, now, status, done, refusal } = args
  const words = messages.manage
  const body = html`${done !== undefined && html`<p class="done" role="status">${words.done[done]}</p>`}
${refusal !== undefined && faultSummary(refusal.faults, messages, refusedPrefix(refusal, args))}
<p>${words.address(maskAddress(subscriber.email))}</p>
${subscriptions.length === 0 && html`<p>${words.none}</p>`}
${subscriptions.map((row, index) => subscriptionSection(args, row, index))}
${addSection(args)}
${localeSection(args)}
${pauseSection(args, now)}
${subscriptions.length > 0 && simpleSection(words.leaveTitle, words.leaveIntro, button('leave', words.leave, 'quiet'))}
${simpleSection(words.exportTitle, words.exportIntro, button('export', words.export, 'quiet'))}
${eraseSection(args)}`
  return page({ ...args, status, title: words.title, body })
}
