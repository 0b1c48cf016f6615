import type { Payload } from 'payload'
import { listDay } from '../../../lib/text/dates.ts'
import { isAboutPower, wants } from '../core/noticeKinds.ts'
import { awaitedOf, mostPressing, standingOf, stillTrue, type Trail } from '../core/notices.ts'
import { type NoticeRow, noticesByKey } from '../store/notices.ts'
import { refOf } from '../store/stream.ts'
import { MAIL_TEXTS } from '../translations/mails.ts'
import { documentEntries, type Entry, groupOf, type Placed } from './noticeEntries.ts'
import { itemsIn, itemsOf } from './noticeItems.ts'
import type { Told } from './noticeLines.ts'
import { officersOf, withPowers } from './officers.ts'
import { powerEntries } from './powerEntries.ts'
import { trailOf, waitingDocuments } from './waiting.ts'

type Addressee = Awaited<ReturnType<typeof withPowers>>[number]

/** A mail to an officer as it reads now. */
export interface NoticeMailContent {
  to: string
  items: string
  language: string
  subject: string
  heading: string
  groups: { heading: string; entries: Entry[] }[]
  more: (count: number) => string
  all: { text: string; url: string }
  why: { text: string; link: { text: string; url: string } }
}

/** The notices about documents that are true now. */
const trueNotices = async (payload: Payload, notices: readonly NoticeRow[], person: Addressee, now: string) => {
  const trails = new Map<string, Trail | undefined>()
  const found = []
  for (const { key, document, event, kind } of notices) {
    if (isAboutPower(kind)) continue
    if (!trails.has(document)) trails.set(document, await trailOf(payload, { document, ...refOf(document) }, now))
    const trail = trails.get(document)
    if (trail && stillTrue({ kind, event, to: person.id }, person, trail))
      found.push({ key, document, event, kind, trail })
  }
  return found
}

/** Everything that waits for a person. */
const waitingFor = async (payload: Payload, person: Addressee, now: string): Promise<Told[]> =>
  (await waitingDocuments(payload, now)).flatMap(({ document, dueBy: _, ...trail }) => {
    const { state, arrival } = standingOf(trail.events, trail.context.definitions)
    return awaitedOf(state, person, trail)
      ? [{ document, kind: 'waiting' as const, event: arrival || state.seq, trail }]
      : []
  })

/**
 * What a mail to an officer says now: only what is true and wanted at this moment. An outbox asks for it at hand-over.
 *
 * @param args.recipient id of the person
 * @param args.items as given to the outbox
 * @returns `null` when nothing is left to say, or the person gets no mail
 */
export const noticeMail = async (args: {
  payload: Payload
  now: Date
  recipient: string
  items: string
}): Promise<NoticeMailContent | null> => {
  const { payload, recipient } = args
  const now = args.now.toISOString()
  const [person] = await withPowers(payload, await officersOf(payload, args.now, recipient), args.now)
  if (!person) return null
  const items = itemsIn(args.items)
  const wanted = (await noticesByKey(payload, items.notices)).filter(({ kind }) => wants(person.choice, kind))
  const notices = await trueNotices(payload, wanted, person, now)
  const summarises = items.day !== undefined && person.choice === 'all'
  const waiting = summarises ? await waitingFor(payload, person, now) : []
  const pressing = mostPressing(notices)
  const standing = new Set(waiting.map(({ document }) => document))
  const told: Told[] = [
    // A summary has everything that waits, told before or not.
    ...pressing.filter(({ kind, document }) => groupOf(kind) !== 'waiting' || !standing.has(document)),
    ...waiting,
  ]
  const { serverURL, routes } = payload.config
  const home = `${serverURL}${routes.admin}`
  const powers = await powerEntries({ payload, person, home, notices: wanted, now })
  const entries = [...powers.map(({ placed }) => placed), ...(await documentEntries({ payload, person, home, told }))]
  if (!entries.length) return null

  const texts = MAIL_TEXTS[person.language]
  const of = (group: Placed['group']) => entries.filter((one) => one.group === group)
  // Overdue first, then by deadline; what has none comes last.
  const place = ({ dueBy }: (typeof entries)[number]) => dueBy || '9'
  const groups = (['pressing', 'waiting', 'own'] as const).flatMap((group) => {
    const some = of(group)
    if (group === 'waiting') some.sort((one, other) => (place(one) < place(other) ? -1 : 1))
    return some.length ? [{ heading: texts.headings[group], entries: some.map(({ entry }) => entry) }] : []
  })
  const counts = {
    waiting: of('waiting').length,
    overdue: of('waiting').filter(({ overdue }) => overdue).length,
    news: of('own').length,
  }
  const [first] = entries
  const subject = summarises
    ? texts.summary(listDay(items.day!), counts)
    : entries.length === 1
      ? `${texts.subjects[first!.kind]}: ${first!.entry.title}`
      : of('pressing').length
        ? texts.pressing(of('pressing').length)
        : texts.collected(counts)
  return {
    to: person.email,
    items: itemsOf({
      notices: [...powers, ...notices].map(({ key }) => key),
      ...(items.day === undefined
        ? {}
        : { day: items.day, waiting: waiting.map(({ document, event }) => `${document}#${event}`) }),
    }),
    language: person.language,
    subject,
    heading: entries.length === 1 && !summarises ? texts.subjects[first!.kind] : subject,
    groups,
    more: texts.more,
    all: { text: texts.all, url: home },
    why: { text: texts.why, link: { text: texts.choose, url: `${home}/account` } },
  }
}
