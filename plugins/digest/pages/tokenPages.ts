import type { SubscriptionRequest } from '../core/request.ts'
import { type Html, html } from '../mail/html.ts'
import { around, asMarkup, cadenceInWords, filterInWords } from '../mail/words.ts'
import type { Choices } from '../types.ts'
import { page } from './shell.ts'
import type { Frame } from './site.ts'

/** A page with a title and a short message. */
export const message = (frame: Frame, status: number, title: string, body: string, more?: Html): Response =>
  page({
    ...frame,
    status,
    title,
    body: html`<p>${body}</p>
${more}`,
  })

const again = ({ messages, language }: Frame): Html =>
  html`<p><a href="/subscriptions?lang=${language}">${messages.confirm.again}</a></p>`

/** Response to a submitted form; the same for every address. */
export const requestedPage = (frame: Frame, said: string): Response =>
  message(frame, 202, frame.messages.requested.title, said)

/** Page for giving consent. It requires a POST, so that a program that follows links cannot give consent. */
export const confirmPage = (
  frame: Frame & { choices: Choices; maskedAddress: string; request: SubscriptionRequest },
): Response => {
  const { messages, portalName, choices, maskedAddress, request } = frame
  const words = messages.confirm
  return page({
    ...frame,
    title: words.title,
    body: html`<p>${words.body(maskedAddress, cadenceInWords(frame, request.cadence))}</p>
<p>${asMarkup(around(words.wishes, filterInWords(request.filter, choices, messages)))}</p>
<p class="consent">${messages.consent.text(portalName)}</p>
<form method="post">
<input type="hidden" name="consent" value="${messages.consent.version}">
<button type="submit">${words.submit}</button>
</form>`,
  })
}

export const confirmedPage = (frame: Frame): Response =>
  message(frame, 200, frame.messages.confirm.doneTitle, frame.messages.confirm.doneBody)

export const confirmationGonePage = (frame: Frame): Response =>
  message(frame, 410, frame.messages.confirm.goneTitle, frame.messages.confirm.goneBody, again(frame))

/** Unsubscribe page with one button; opening it changes nothing. */
export const leavePage = (frame: Frame): Response =>
  page({
    ...frame,
    title: frame.messages.leave.title,
    body: html`<p>${frame.messages.leave.body}</p>
<form method="post">
<input type="hidden" name="how" value="page">
<button type="submit">${frame.messages.leave.submit}</button>
</form>`,
  })

export const leftPage = (frame: Frame): Response =>
  message(frame, 200, frame.messages.leave.doneTitle, frame.messages.leave.doneBody, again(frame))

export const leaveUnknownPage = (frame: Frame): Response =>
  message(frame, 404, frame.messages.leave.unknownTitle, frame.messages.leave.unknownBody)
