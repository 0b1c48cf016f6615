import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { type OwnLanguage, ownLanguage } from '../../../lib/text/languages.ts'
import { dayOf } from '../../../lib/time/periods.ts'
import { isAway } from '../core/absence.ts'
import type { Person } from '../core/groups.ts'
import { MAIL_CHOICES, type MailChoice } from '../core/noticeKinds.ts'
import type { Reader } from '../core/notices.ts'
import { workflowOptions } from '../options.ts'
import { absenceOf } from './absences.ts'
import { restOfPerson } from './accounts.ts'
import { handedTo, openDelegations } from './delegations.ts'
import { inUse, personsOf, type UserRow } from './people.ts'

/** A person who may be told something by mail. */
export interface Officer extends Person {
  email: string
  choice: MailChoice
  language: OwnLanguage
  /** Locked out after too many wrong passwords; what waits for them is told when the lock is over. */
  locked: boolean
  /** Away today; what is not urgent is told when they are back. */
  away: boolean
}

/**
 * Everybody with an account in use and an address.
 *
 * @param id only this person
 */
export const officersOf = async (payload: Payload, now: Date, id?: string): Promise<Officer[]> => {
  const options = workflowOptions(payload.config)
  const { collection, mails, mailLanguage, absence, role, name, title, unit } = options.people
  const columns = [
    role,
    name,
    title,
    unit?.field,
    mails,
    mailLanguage,
    absence?.from,
    absence?.until,
    'email',
    'lockUntil',
  ]
  const { docs } = await payload.db.find<UserRow>({
    collection,
    where: inUse(options.people, id === undefined ? [] : [{ id: { equals: id } }]),
    select: Object.fromEntries(columns.flatMap((column) => (column === undefined ? [] : [[column, true]]))),
    limit: 0,
    pagination: false,
  })
  const mailLanguageOf = (row: UserRow): string => {
    const language = mailLanguage === undefined ? undefined : row[mailLanguage]
    return typeof language === 'string' && language ? language : options.language
  }
  const persons = await personsOf(payload, docs, options)
  return docs.flatMap((row, index) => {
    const { email, lockUntil } = row as { email?: string | null; lockUntil?: string | Date | null }
    if (!email) return []
    const chosen = mails === undefined ? undefined : row[mails]
    return [
      {
        ...persons[index]!,
        email,
        choice: MAIL_CHOICES.find((choice) => choice === chosen) ?? 'all',
        language: ownLanguage(mailLanguageOf(row)),
        locked: Boolean(lockUntil && new Date(lockUntil) > now),
        away: isAway(absenceOf(row, options), dayOf(now)),
      },
    ]
  })
}

/** People with what the rules ask about their power: whether it rests, and what others delegated to them. */
export const withPowers = async (
  payload: Payload,
  officers: readonly Officer[],
  now: Date,
): Promise<(Officer & Reader)[]> => {
  const options = workflowOptions(payload.config)
  const delegates = new Set((await openDelegations(payload, now)).map(({ to }) => to))
  const readers: (Officer & Reader)[] = []
  for (const officer of officers) {
    const rests = await restOfPerson(payload, options, officer.id)
    const delegated = delegates.has(officer.id) ? await handedTo({ payload, options, person: officer.id, now }) : []
    readers.push({ ...officer, ...(rests ? { rests } : {}), delegated })
    await setImmediate()
  }
  return readers
}
