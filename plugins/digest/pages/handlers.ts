import { setTimeout as wait } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Clock } from '../../../src/time/clock.ts'
import { networkOf } from '../core/address.ts'
import { FACETS, type Facet } from '../core/filter.ts'
import { readRequest } from '../core/readRequest.ts'
import { html } from '../mail/html.ts'
import { settingsOf } from '../options.ts'
import { messagesFor } from '../translations/index.ts'
import type { Choices } from '../types.ts'
import { confirmSubscription, readConfirmation } from '../useCases/confirmSubscription.ts'
import { knowsLeaveLink, leave } from '../useCases/leave.ts'
import { requestSubscription } from '../useCases/requestSubscription.ts'
import { formPage, TRAP } from './formPage.ts'
import { hourlyLimit } from './rateLimit.ts'
import { readBody } from './readBody.ts'
import { json, page, STYLE, STYLE_PATH } from './shell.ts'
import {
  confirmationGonePage,
  confirmedPage,
  confirmPage,
  leavePage,
  leaveUnknownPage,
  leftPage,
  requestedPage,
} from './tokenPages.ts'

/** Who asked, as far as the server in front knows. */
export interface Client {
  /** Address on the internet, after trusted proxies. */
  ip?: string
}

export interface DigestHandler {
  method: 'GET' | 'POST'
  /** Path with Express's `:name` parameters; the handler reads them from the request itself. */
  path: string
  handle: (request: Request, client?: Client) => Promise<Response>
}

/** Answers that depend on what is stored come at the next of these ticks, so that their time tells nothing. */
const ANSWER_EVERY = 250

const atNextTick = async (work: () => Promise<void>): Promise<void> => {
  const started = performance.now()
  await work()
  const elapsed = performance.now() - started
  await wait(Math.ceil(elapsed / ANSWER_EVERY) * ANSWER_EVERY - elapsed)
}

const lastSegment = (request: Request): string => decodeSafely(new URL(request.url).pathname.split('/').at(-1) ?? '')

const decodeSafely = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return ''
  }
}

const knownValues = (choices: Choices) =>
  Object.fromEntries(FACETS.map((facet) => [facet, new Set(choices[facet].map((choice) => choice.value))])) as Record<
    Facet,
    Set<string>
  >

/**
 * The public pages and endpoints of subscriptions. `GET` never changes anything; none reads a cookie, so any origin may
 * post to them.
 *
 * @param args.wake called after a request that left a mail in the outbox, so that it need not wait for the next tick
 */
export const digestHandlers = (args: { payload: Payload; clock: Clock; wake?: () => void }): DigestHandler[] => {
  const { payload, clock, wake } = args
  const settings = settingsOf(payload.config)
  const { portalName } = settings
  const { localization } = payload.config
  const locales = localization
    ? [localization.defaultLocale, ...localization.localeCodes.filter((code) => code !== localization.defaultLocale)]
    : ['vi']
  const { messages, language } = messagesFor(locales[0]!)
  const frame = { language, messages, portalName }
  const withinLimit = hourlyLimit(clock, settings.requestsPerHour)
  const choicesNow = () => settings.choices({ payload, locale: language })
  const form = async (more: Partial<Parameters<typeof formPage>[0]> = {}) =>
    formPage({ ...frame, choices: await choicesNow(), locales, ...more })

  /** For programs: in the language of the portal, then in English, then the part that is wrong. */
  const explained = (code: keyof typeof messages.faults, what = '') => ({
    code,
    message: `${messages.faults[code].text} (${messages.faults[code].en})${what && ` ${what}`}`,
  })
  const failed = (
    code: 'BODY_INVALID' | 'BODY_TOO_LARGE' | 'RATE_LIMITED' | 'FAILED',
    status: number,
    asJson: boolean,
  ) => {
    const retry = status === 429 ? { 'retry-after': '3600' } : undefined
    if (asJson) return json(status, { errors: [explained(code)] }, retry)
    const title = messages.form.faults
    return page({ ...frame, status, title, body: html`<p>${messages.faults[code].text}</p>` })
  }

  const subscribe: DigestHandler['handle'] = async (request, client) => {
    const network = networkOf(client?.ip)
    const read = await readBody(request)
    const asJson = read.isJson || /\bapplication\/json\b/.test(request.headers.get('accept') ?? '')
    if ('fault' in read) return failed(read.fault, read.fault === 'BODY_TOO_LARGE' ? 413 : 400, asJson)
    const { body } = read
    const result = readRequest({ body, known: knownValues(await choicesNow()), locales })
    if ('faults' in result) {
      const { faults } = result
      if (!asJson) return form({ status: 422, typed: body, faults })
      const errors = faults.map(({ code, path, what }) => ({ ...explained(code, what), path }))
      return json(422, { errors })
    }
    // Only what may send a mail is counted: a typing error costs nobody a turn.
    if (!withinLimit(network)) return failed('RATE_LIMITED', 429, asJson)
    const { address, ...wish } = result.request
    try {
      await atNextTick(async () => {
        if (body[TRAP]) return
        const asked = { ...wish, at: clock.now().toISOString(), network }
        await requestSubscription({ payload, address, request: asked })
      })
    } catch (error) {
      payload.logger.error({ msg: 'a subscription request could not be stored', reason: (error as Error).name })
      return failed('FAILED', 503, asJson)
    }
    wake?.()
    return asJson ? json(202, { status: 'accepted', message: messages.requested.body }) : requestedPage(frame)
  }

  const showConfirmation: DigestHandler['handle'] = async (request) => {
    const found = await readConfirmation({ payload, token: lastSegment(request), now: clock.now() })
    if (found.state === 'gone') return confirmationGonePage(frame)
    if (found.state === 'used') return confirmedPage(frame)
    return confirmPage({ ...frame, ...found, choices: await choicesNow() })
  }

  const confirm: DigestHandler['handle'] = async (request, client) => {
    const read = await readBody(request)
    const shown = 'body' in read ? read.body.consent : undefined
    // Agreed to words that changed meanwhile: the new ones are shown first.
    if (shown !== undefined && shown !== messages.consent.version) return showConfirmation(request)
    const outcome = await confirmSubscription({
      payload,
      token: lastSegment(request),
      now: clock.now(),
      network: networkOf(client?.ip),
      consent: { version: messages.consent.version, text: messages.consent.text(portalName) },
    })
    return outcome === 'gone' ? confirmationGonePage(frame) : confirmedPage(frame)
  }

  const showLeave: DigestHandler['handle'] = async (request) =>
    (await knowsLeaveLink(payload, lastSegment(request))) ? leavePage(frame) : leaveUnknownPage(frame)

  /** RFC 8058: a mail program posts here on its own. Whatever it sends along, leaving is all that can be meant. */
  const leaveNow: DigestHandler['handle'] = async (request, client) => {
    const read = await readBody(request)
    const how = 'body' in read && read.body.how === 'page' ? 'page' : 'one-click'
    const token = lastSegment(request)
    const outcome = await leave({ payload, token, how, now: clock.now(), network: networkOf(client?.ip) })
    return outcome === 'left' ? leftPage(frame) : leaveUnknownPage(frame)
  }

  const style: DigestHandler['handle'] = async () =>
    new Response(STYLE, {
      headers: {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'public, max-age=3600',
        'x-content-type-options': 'nosniff',
      },
    })

  return [
    { method: 'GET', path: STYLE_PATH, handle: style },
    { method: 'GET', path: '/subscriptions', handle: () => form() },
    { method: 'POST', path: '/subscriptions', handle: subscribe },
    { method: 'GET', path: '/subscriptions/confirm/:token', handle: showConfirmation },
    { method: 'POST', path: '/subscriptions/confirm/:token', handle: confirm },
    { method: 'GET', path: '/u/:token', handle: showLeave },
    { method: 'POST', path: '/u/:token', handle: leaveNow },
  ]
}
