import type { Fault } from '../core/readRequest.ts'
import { type Html, html } from '../mail/html.ts'
import type { Messages } from '../translations/index.ts'
import type { Explained } from './fields.ts'

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

/** All faults of a form at its top, each leading to its field. */
export const faultSummary = (faults: Fault[], messages: Messages): Html | false =>
  faults.length > 0 &&
  html`<div class="faults" role="alert">
<h2>${messages.form.faults}</h2>
<ul>${faults.map((fault) => html`<li><a href="#${TARGETS[fault.path]}">${faultMessage(fault, messages)}</a></li>`)}</ul>
</div>`

/** What is wrong with one field, for beside it. */
export const explainer =
  (faults: Fault[], messages: Messages) =>
  (path: Fault['path'], hint?: string): Explained => {
    const fault = faults.find((one) => one.path === path)
    const ids = [hint, fault && `${path}-fault`].filter(Boolean).join(' ')
    return {
      fault: fault !== undefined && html`<p class="fault" id="${path}-fault">${faultMessage(fault, messages)}</p>`,
      attributes: ids !== '' && html` aria-describedby="${ids}"${fault !== undefined && html` aria-invalid="true"`}`,
    }
  }
