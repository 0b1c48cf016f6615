import { networkOf } from '../core/address.ts'
import { filterKey } from '../core/filter.ts'
import { pausedUntil } from '../core/pause.ts'
import { readWanted } from '../core/readRequest.ts'
import { MOST_SUBSCRIPTIONS } from '../core/request.ts'
import { html } from '../mail/html.ts'
import type { Messages } from '../translations/index.ts'
import { eraseSubscriber } from '../useCases/eraseSubscriber.ts'
import { exportData } from '../useCases/exportData.ts'
import { leaveAll } from '../useCases/leave.ts'
import {
  addSubscription,
  alterSubscription,
  chooseLocale,
  endOne,
  type Managed,
  pause,
  readManaged,
} from '../useCases/manage.ts'
import type { FormFault } from './faults.ts'
import { LINK_PATH } from './formPage.ts'
import { managePage } from './managePage.ts'
import { type Body, readBody } from './readBody.ts'
import { json } from './shell.ts'
import { type Client, type DigestHandler, type Frame, failed, knownValues, lastSegment, type Site } from './site.ts'
import { message } from './tokenPages.ts'

type Done = keyof Messages['manage']['done']

/** Result of one action. */
type Outcome = { done: Done } | { faults: FormFault[] } | { answer: Response }

interface Press {
  managed: Managed
  body: Body
  frame: Frame
  network: string
}

const PATH = '/subscriptions/manage/:token'

const gonePage = (frame: Frame): Response => {
  const { messages, language } = frame
  const more = html`<p><a href="${LINK_PATH}?lang=${language}">${messages.link.title}</a></p>`
  return message(frame, 410, messages.manage.goneTitle, messages.manage.goneBody, more)
}

/** Implementations of the page's actions. */
const actionsOf = ({ payload, clock, locales, choices }: Site) => {
  const act = (network: string) => ({ at: clock.now().toISOString(), network, how: 'manage' as const })
  const wantedIn = async ({ body, frame }: Press) =>
    readWanted({ body, known: knownValues(await choices(frame.language), { withheld: true }) })
  const chosen = ({ managed, body }: Press) => managed.subscriptions.find((row) => row.key === body.subscription)

  return {
    change: async (press: Press): Promise<Outcome> => {
      const row = chosen(press)
      const read = await wantedIn(press)
      if (!row) return { faults: [{ code: 'SUBSCRIPTION_GONE' }] }
      if ('faults' in read) return read
      const { subscriber } = press.managed
      await alterSubscription({ payload, subscriber, row, wanted: read.wanted, act: act(press.network) })
      return { done: 'change' }
    },
    'leave-one': async (press: Press): Promise<Outcome> => {
      const row = chosen(press)
      if (row) await endOne({ payload, managed: press.managed, row, act: act(press.network), now: clock.now() })
      return { done: 'leave-one' }
    },
    add: async (press: Press): Promise<Outcome> => {
      const read = await wantedIn(press)
      if ('faults' in read) return read
      const { version, text } = press.frame.messages.consent
      // The consent text has changed since the page was shown; the page shows the new one.
      if (press.body.consent !== version) return { faults: [{ code: 'CONSENT_CHANGED', path: 'consent' }] }
      const { subscriber, subscriptions } = press.managed
      const same = `${subscriber.ref}:${filterKey(read.wanted.filter)}`
      if (subscriptions.length >= MOST_SUBSCRIPTIONS && !subscriptions.some((row) => row.key === same))
        return { faults: [{ code: 'TOO_MANY' }] }
      const consent = { version, text: text(press.frame.portalName) }
      await addSubscription({ payload, subscriber, wanted: read.wanted, act: act(press.network), consent })
      return { done: 'add' }
    },
    locale: async ({ managed, body }: Press): Promise<Outcome> => {
      const { locale } = body
      if (typeof locale !== 'string' || !locales.includes(locale))
        return { faults: [{ code: 'LOCALE_UNKNOWN', path: 'locale' }] }
      await chooseLocale(payload, managed.subscriber, locale)
      return { done: 'locale' }
    },
    pause: async ({ managed, body }: Press): Promise<Outcome> => {
      const until = pausedUntil(body.until, clock.now())
      if (until === null) return { faults: [{ code: 'DAY_INVALID', path: 'until' }] }
      await pause(payload, managed.subscriber, until)
      return { done: 'pause' }
    },
    resume: async ({ managed }: Press): Promise<Outcome> => {
      await pause(payload, managed.subscriber, '')
      return { done: 'resume' }
    },
    leave: async ({ managed, network }: Press): Promise<Outcome> => {
      await leaveAll({ payload, subscriber: managed.subscriber, act: act(network), now: clock.now() })
      return { done: 'leave' }
    },
    export: async ({ managed }: Press): Promise<Outcome> => {
      const disposition = { 'content-disposition': 'attachment; filename="cong-bo-du-lieu.json"' }
      return { answer: json(200, await exportData(payload, managed.subscriber), disposition, 2) }
    },
    erase: async ({ managed, body, network, frame }: Press): Promise<Outcome> => {
      if (body.sure !== '1' && body.sure !== true) return { faults: [{ code: 'NOT_SURE', path: 'sure' }] }
      const never = body.never === '1' || body.never === true
      const how = { ...act(network), how: 'erase' as const }
      await eraseSubscriber({ payload, subscriber: managed.subscriber, act: how, now: clock.now(), never })
      const { erasedTitle, erasedBody } = frame.messages.manage
      return { answer: message(frame, 200, erasedTitle, erasedBody) }
    },
  }
}

/** The manage page, where people see and change their stored data, through a personal link from one of their mails. */
export const managing = (site: Site): DigestHandler[] => {
  const { payload, clock, locales, choices } = site
  const actions = actionsOf(site)
  const isAction = (name: unknown): name is keyof typeof actions =>
    typeof name === 'string' && Object.hasOwn(actions, name)
  const load = (request: Request) => readManaged({ payload, token: lastSegment(request), now: clock.now() })

  const show = async (request: Request, managed: Managed, more: Partial<Parameters<typeof managePage>[0]> = {}) => {
    const frame = await site.frame(request, managed.subscriber.locale)
    return managePage({
      ...frame,
      ...managed,
      choices: await choices(frame.language),
      locales,
      now: clock.now(),
      ...more,
    })
  }

  const open: DigestHandler['handle'] = async (request) => {
    const managed = await load(request)
    return managed ? show(request, managed) : gonePage(await site.frame(request))
  }

  const press = async (request: Request, client: Client | undefined): Promise<Response> => {
    const managed = await load(request)
    if (!managed) return gonePage(await site.frame(request))
    const frame = await site.frame(request, managed.subscriber.locale)
    const read = await readBody(request)
    if ('fault' in read) return failed(frame, read.fault, read.isJson)
    const { body } = read
    if (!isAction(body.action)) return failed(frame, 'ACTION_UNKNOWN', read.isJson)
    const outcome = await actions[body.action]({ managed, body, frame, network: networkOf(client?.ip) })
    if ('answer' in outcome) return outcome.answer
    const now = await load(request)
    if (!now) return gonePage(frame)
    if ('done' in outcome) return show(request, now, { done: outcome.done })
    return show(request, now, { status: 422, refusal: { action: body.action, typed: body, faults: outcome.faults } })
  }

  return [
    { method: 'GET', path: PATH, handle: open },
    { method: 'POST', path: PATH, handle: press },
  ]
}
