import { setTimeout as wait } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Clock } from '../../../lib/time/clock.ts'
import { contentLocales } from '../../publications/index.ts'
import { mailboxOf, networkOf } from '../core/address.ts'
import { FACETS, type Facet } from '../core/filter.ts'
import { MOST_LETTERS } from '../core/request.ts'
import type { Schedule } from '../core/schedule.ts'
import { html } from '../mail/html.ts'
import { settingsOf } from '../options.ts'
import { choicesIn } from '../store/choices.ts'
import { type Imprint, imprintIn } from '../store/imprint.ts'
import { addressHmac } from '../store/secrets.ts'
import { LANGUAGES, type Messages, messagesFor } from '../translations/index.ts'
import type { Choices } from '../types.ts'
import { windowLimit } from './rateLimit.ts'
import { json, page } from './shell.ts'

/** The client of a request, as known to the HTTP server. */
export interface Client {
  /** IP address behind the trusted proxies. */
  ip?: string
}

export interface DigestHandler {
  method: 'GET' | 'POST'
  /** Path with Express's `:name` parameters; the handler reads them from the request itself. */
  path: string
  handle: (request: Request, client?: Client) => Promise<Response>
  /** Requests per minute and network; `Infinity` for a handler that limits itself. */
  perMinute?: number
}

/** Language and texts of a page's frame. */
export interface Frame extends Imprint {
  language: string
  /** Content locales in which there are pages. */
  languages: readonly string[]
  messages: Messages
  schedule: Schedule
}

/** Context of all pages. */
export interface Site {
  payload: Payload
  clock: Clock
  /** Content locales, the default first. */
  locales: string[]
  /** Called after a request that added a mail to the outbox, so that it need not wait for the next tick. */
  wake: () => void
  /** Rate limit by network for requests that may send a mail. */
  mayAsk: (client: Client | undefined) => boolean
  /**
   * Daily limit by mailbox for each kind of requested mail. Addresses of one mailbox are counted together, because a
   * person reads them all.
   */
  mayWriteTo: (kind: 'confirmation' | 'link', key: string) => boolean
  /** Frame of a response, in the language of `?lang=`, else the person's, else the portal's. */
  frame: (request: Request, locale?: string) => Promise<Frame>
  choices: (language: string) => Promise<Choices>
}

export const siteOf = (args: { payload: Payload; clock: Clock; wake?: () => void }): Site => {
  const { payload, clock, wake = () => {} } = args
  const settings = settingsOf(payload.config)
  const locales = contentLocales(payload.config)
  const written = locales.filter((locale) => Object.hasOwn(LANGUAGES, locale))
  const languages = written.length ? written : ['en']
  const withinLimit = windowLimit({ clock, most: settings.requestsPerHour })
  const withinDay = windowLimit({ clock, most: MOST_LETTERS, hours: 24 })
  return {
    payload,
    clock,
    locales,
    wake,
    mayAsk: (client) => withinLimit(networkOf(client?.ip)),
    mayWriteTo: (kind, key) => withinDay(`${kind} ${addressHmac(payload, mailboxOf(key))}`),
    frame: async (request, locale = locales[0]!) => {
      const { searchParams } = new URL(request.url)
      const asked = searchParams.get('lang') ?? searchParams.get('locale') ?? ''
      const wanted = [asked, locale, locales[0]!].find((one) => Object.hasOwn(LANGUAGES, one))
      const { messages, language } = messagesFor(wanted ?? '')
      return { language, languages, messages, schedule: settings.schedule, ...(await imprintIn(payload, language)) }
    },
    choices: (language) => choicesIn(payload, language),
  }
}

/**
 * Values that can be chosen, by facet.
 *
 * @param args.withheld whether also those that are no longer offered, for people who chose them before
 */
export const knownValues = (choices: Choices, { withheld = false } = {}): Record<Facet, ReadonlySet<string>> =>
  Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      new Set(choices[facet].filter(({ offered = true }) => offered || withheld).map(({ value }) => value)),
    ]),
  ) as Record<Facet, Set<string>>

/**
 * Responses that depend on stored data are sent at multiples of this interval in milliseconds, which prevents timing
 * attacks.
 */
const ANSWER_EVERY = 250

/** Runs work and waits for the next interval, so that the response time reveals nothing. */
export const atNextTick = async (work: () => Promise<void>): Promise<void> => {
  const started = performance.now()
  await work()
  const elapsed = performance.now() - started
  await wait(Math.ceil(elapsed / ANSWER_EVERY) * ANSWER_EVERY - elapsed)
}

/** Last segment of a request's path; empty if it cannot be decoded. */
export const lastSegment = (request: Request): string => {
  try {
    return decodeURIComponent(new URL(request.url).pathname.split('/').at(-1) ?? '')
  } catch {
    return ''
  }
}

/** Whether the client wants JSON. */
export const wantsJson = (request: Request, isJson: boolean): boolean =>
  isJson || /\bapplication\/json\b/.test(request.headers.get('accept') ?? '')

/** Error details for programs: message in the requested language and in English, and the invalid part. */
export const explained = ({ messages, language }: Frame, code: keyof Messages['faults'], what = '') => {
  const { text, en } = messages.faults[code]
  return { code, message: [text, language !== 'en' && `(${en})`, what].filter(Boolean).join(' ') }
}

const STATUS = { BODY_INVALID: 400, BODY_TOO_LARGE: 413, ACTION_UNKNOWN: 422, RATE_LIMITED: 429, FAILED: 503 } as const

/** Response to a request that could not be processed at all. */
export const failed = (frame: Frame, code: keyof typeof STATUS, asJson: boolean): Response => {
  const { text } = frame.messages.faults[code]
  const status = STATUS[code]
  const retry = status === 429 ? { 'retry-after': '3600' } : undefined
  if (asJson) return json(status, { errors: [explained(frame, code)] }, retry)
  return page({ ...frame, status, title: frame.messages.form.faults, body: html`<p>${text}</p>` })
}
