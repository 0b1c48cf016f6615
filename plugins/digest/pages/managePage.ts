import { dayOf } from '../../../src/time/periods.ts'
import { maskAddress } from '../core/address.ts'
import type { Filter } from '../core/filter.ts'
import { UNTIL_RESUMED } from '../core/pause.ts'
import { dayIn } from '../mail/day.ts'
import { type Html, html } from '../mail/html.ts'
import { filterInWords } from '../mail/view.ts'
import type { Messages } from '../translations/index.ts'
import type { Choices, SubscriberRow, SubscriptionRow } from '../types.ts'
import type { Managed } from '../useCases/manage.ts'
import { cadenceField, facetFields, localeField } from './fields.ts'
import { page } from './shell.ts'
import type { Frame } from './site.ts'

/** What can be done on the page; the value of each form's button says which. */
export type ManageAction = keyof Messages['manage']['done'] | 'export' | 'erase'

type ManagePage = Frame & Managed & { choices: Choices; locales: readonly string[] }

const button = (action: ManageAction, text: string, look = ''): Html =>
  html`<button type="submit" name="action" value="${action}"${look !== '' && html` class="${look}"`}>${text}</button>`

const subscriptionSection = (frame: ManagePage, row: SubscriptionRow, index: number): Html => {
  const { messages, choices } = frame
  const words = messages.manage
  const filter = JSON.parse(row.filter) as Filter
  const prefix = `s${index + 1}-`
  return html`<section>
<h2>${words.subscription(index + 1, filterInWords(filter, choices, messages))}</h2>
<form method="post">
<input type="hidden" name="subscription" value="${row.key}">
${cadenceField({ messages, chosen: row.cadence, prefix })}
<details>
<summary>${words.choose}</summary>
${facetFields({ messages, choices, typed: filter, prefix })}</details>
${button('change', words.change)}
${button('leave-one', words.leaveOne, 'quiet')}
</form>
</section>
`
}

const addSection = ({ messages, choices, portalName }: ManagePage): Html => html`<section>
<details>
<summary><h2>${messages.manage.addTitle}</h2></summary>
<form method="post">
<input type="hidden" name="consent" value="${messages.consent.version}">
${cadenceField({ messages, chosen: undefined, prefix: 'new-' })}
${facetFields({ messages, choices, typed: {}, prefix: 'new-' })}
<p class="consent">${messages.consent.text(portalName)}</p>
${button('add', messages.manage.add)}
</form>
</details>
</section>
`

const pauseState = (subscriber: SubscriberRow, { messages, language }: Frame): string =>
  subscriber.pausedUntil === UNTIL_RESUMED
    ? messages.manage.pausedOpen
    : messages.manage.pausedUntil(dayIn(dayOf(new Date(subscriber.pausedUntil)), language))

const pauseSection = (frame: ManagePage, now: Date): Html => {
  const { messages, subscriber } = frame
  const words = messages.manage
  const paused = subscriber.pausedUntil > now.toISOString()
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
<input type="date" id="until" name="until" min="${dayOf(new Date(now.getTime() + 86_400_000))}">
</div>
${button('pause', words.pause)}
</form>`
}
</section>
`
}

const eraseSection = ({ messages }: ManagePage): Html => {
  const words = messages.manage
  const box = (name: string, text: string, required: boolean) =>
    html`<div class="choice"><input type="checkbox" id="${name}" name="${name}" value="1"${required && html` required`}><label for="${name}">${text}</label></div>`
  return html`<section>
<h2>${words.eraseTitle}</h2>
<p>${words.eraseIntro}</p>
<form method="post">
${box('never', words.eraseNever, false)}
${box('sure', words.eraseSure, true)}
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
 * Everything somebody can do with their own subscriptions, a form each; works without a script.
 *
 * @param args.done what was just done
 * @param args.fault what was wrong with what was asked
 */
export const managePage = (
  args: ManagePage & { now: Date; status?: number; done?: keyof Messages['manage']['done']; fault?: string },
): Response => {
  const { messages, subscriber, subscriptions, locales, now, status, done, fault } = args
  const words = messages.manage
  const body = html`${done !== undefined && html`<p class="done" role="status">${words.done[done]}</p>`}
${fault !== undefined && html`<p class="faults" role="alert">${fault}</p>`}
<p>${words.address(maskAddress(subscriber.email))}</p>
${subscriptions.length === 0 && html`<p>${words.none}</p>`}
${subscriptions.map((row, index) => subscriptionSection(args, row, index))}
${addSection(args)}
<section>
<h2>${words.localeTitle}</h2>
<form method="post">
${localeField({ messages, locales, chosen: subscriber.locale })}
${button('locale', words.localeSave)}
</form>
</section>
${pauseSection(args, now)}
${subscriptions.length > 0 && simpleSection(words.leaveTitle, words.leaveIntro, button('leave', words.leave, 'quiet'))}
${simpleSection(words.exportTitle, words.exportIntro, button('export', words.export, 'quiet'))}
${eraseSection(args)}`
  return page({ ...args, status, title: words.title, body })
}
