import type { Payload } from 'payload'
import { textIn } from '../../../lib/text/languages.ts'
import { shownInstant } from '../../../lib/time/shownInstant.ts'
import { OFFICE_PATH } from '../admin/office/path.ts'
import type { AccountChange } from '../core/account.ts'
import type { Delegation } from '../core/delegation.ts'
import { labelOf } from '../core/labelOf.ts'
import { isAboutPower } from '../core/noticeKinds.ts'
import { delegationMade, delegationStillTrue, powerStanding } from '../core/powerNotices.ts'
import { workflowOptions } from '../options.ts'
import type { NoticeRow } from '../store/notices.ts'
import { readPowers, type StoredPower } from '../store/powers.ts'
import { refOf } from '../store/stream.ts'
import { MAIL_TEXTS } from '../translations/mails.ts'
import { definitionsOf } from './definitions.ts'
import { DELEGATIONS } from './delegations.ts'
import { handableTitles } from './handableTitles.ts'
import type { Entry, Frame, Placed } from './noticeEntries.ts'

const shown = (instant: string): string => shownInstant(new Date(instant))

const nameOf = async (payload: Payload, id: string): Promise<string | undefined> => {
  const { people } = workflowOptions(payload.config)
  const where = { id: { equals: id } }
  const user = await payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: people.collection,
    where,
  })
  return user ? String(user[people.name] ?? '') : undefined
}

/** What is handed over, in words. */
const whatIn = ({ payload, person: { language } }: Frame, { steps, collections }: Delegation): string => {
  const titles = handableTitles(definitionsOf(workflowOptions(payload.config)))
  const named = steps.map((step) => textIn(titles.get(step) ?? { en: step }, language)).join('; ')
  const kinds = collections
    .map((slug) => textIn(labelOf(payload.collections[slug]?.config.labels.plural, slug), language))
    .join(', ')
  return kinds ? `${named} (${kinds})` : named
}

/** What a mail says of one delegation, to one of the two whom it binds. */
const delegationEntry = async (
  frame: Frame,
  { document, event }: NoticeRow,
  log: readonly StoredPower[],
): Promise<Entry | undefined> => {
  const { payload, person, home } = frame
  const { sentences } = MAIL_TEXTS[person.language]
  const made = delegationMade(log)!
  const entry = log.find(({ seq }) => seq === event)!
  const { validFrom, validTo, authority, capacity, to } = made.says
  const receives = to === person.id
  const other = receives ? made.by.name : await nameOf(payload, to)
  if (other === undefined) return undefined
  const who = ({ name, capacity: title }: StoredPower['by']) => [name, title].filter(Boolean).join(', ')
  const what = whatIn(frame, made.says)
  const lines =
    entry.type === 'delegated'
      ? [
          sentences.delegated({ who: who(made.by), what }),
          sentences.delegatedFor({ from: shown(validFrom), by: shown(validTo), capacity }),
        ]
      : [
          sentences.delegationEnded({ who: who(entry.by), at: shown(entry.at) }),
          sentences.delegationWas({ what, by: shown(validTo) }),
        ]
  return {
    title: other,
    url: `${home}/collections/${DELEGATIONS}/${refOf(document).key}`,
    lines: [...lines, sentences.authority({ authority })],
  }
}

/** What a mail says of an account whose power began to rest. */
const accountEntry = async (
  { payload, person, home }: Frame,
  { document, event }: NoticeRow,
  log: readonly StoredPower[],
  now: string,
): Promise<Entry | undefined> => {
  const { sentences } = MAIL_TEXTS[person.language]
  const change = log.find(({ seq }) => seq === event)
  const title = await nameOf(payload, refOf(document).key)
  if (!change || title === undefined) return undefined
  const { restsUntil } = JSON.parse(change.data) as AccountChange
  const standing = powerStanding(log, event, now)
  const lines = [
    sentences.power({ name: change.by.name }),
    standing === 'rests' ? sentences.rests({ by: shown(restsUntil) }) : sentences[standing],
  ]
  return { title, url: `${home}${OFFICE_PATH}`, lines }
}

/**
 * What a mail says of powers, with the notices that are true. Whatever followed, a head is to know that somebody was given
 * power; a delegation that is over is not announced.
 *
 * @param args.now ISO 8601, UTC
 */
export const powerEntries = async (
  args: Frame & { notices: readonly NoticeRow[]; now: string },
): Promise<{ key: string; placed: Placed }[]> => {
  const { notices, now, ...frame } = args
  const found: { key: string; placed: Placed }[] = []
  for (const notice of notices) {
    const { kind, key, document } = notice
    if (!isAboutPower(kind)) continue
    const log = await readPowers(frame.payload, [document])
    const entry =
      kind === 'power'
        ? await accountEntry(frame, notice, log, now)
        : delegationStillTrue(notice, log, now)
          ? await delegationEntry(frame, notice, log)
          : undefined
    if (entry) found.push({ key, placed: { kind, group: 'pressing', entry, overdue: false, dueBy: '' } })
  }
  return found
}
