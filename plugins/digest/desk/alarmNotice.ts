import type { Payload } from 'payload'
import { isRecord } from '../../../lib/isRecord.ts'
import { ownLanguage } from '../../../lib/text/languages.ts'
import { mailedAbout } from '../core/deskAlarms.ts'
import { settingsOf } from '../options.ts'
import { deskTexts } from '../translations/desk.ts'
import type { NoticeMail } from '../types.ts'
import { alarmsNow } from './overview.ts'
import { DESK_PATH } from './path.ts'

/** What a mail about an alarm is about. */
interface AlarmItems {
  code: string
  /** The run or step; `''` for what there is one of. */
  about: string
}

/** The form in which the outbox stores it. */
export const alarmItems = ({ code, about }: AlarmItems): string => JSON.stringify({ alarm: code, about })

const itemsIn = (items: string): AlarmItems | undefined => {
  try {
    const read: unknown = JSON.parse(items)
    if (!isRecord(read) || typeof read.alarm !== 'string' || typeof read.about !== 'string') return undefined
    return { code: read.alarm, about: read.about }
  } catch {
    return undefined
  }
}

/** Whether a mail of the outbox is about an alarm of the digests. */
export const isAlarmNotice = (items: string): boolean => itemsIn(items) !== undefined

/**
 * What a mail says of an alarm. The outbox asks for it at hand-over.
 *
 * @param args.recipient id of the account
 * @returns `null` when it is over, or the person is no officer any more
 */
export const alarmNotice = async (args: {
  payload: Payload
  recipient: string
  items: string
}): Promise<NoticeMail | null> => {
  const { payload, recipient, items } = args
  const wanted = itemsIn(items)
  const person = (await settingsOf(payload.config).officers(payload)).find(({ id }) => id === recipient)
  if (!wanted || !person) return null
  const language = ownLanguage(person.language)
  const alarm = (await alarmsNow(payload, language)).find(
    (one) => one.code === wanted.code && mailedAbout(one) === wanted.about,
  )
  if (!alarm) return null
  const texts = deskTexts[language]
  const { message, advice } = texts.alarm(alarm)
  const { subject, heading, more, all, why, account } = texts.alarmMail
  const { serverURL, routes } = payload.config
  const home = `${serverURL}${routes.admin}`
  const desk = `${home}${DESK_PATH}`
  return {
    to: person.email,
    items,
    language,
    subject,
    heading,
    groups: [{ heading: texts.title, entries: [{ title: message, url: desk, lines: [advice] }] }],
    more,
    all: { text: all, url: desk },
    why: { text: why, link: { text: account, url: `${home}/account` } },
  }
}
