import type { Payload } from 'payload'
import { administrators } from '../../collections/index.ts'
import { isRecord } from '../../lib/isRecord.ts'
import { type OwnLanguage, ownLanguage } from '../../lib/text/languages.ts'
import { shownInstantOf } from '../../lib/time/shownInstant.ts'

interface LateTexts {
  subject: string
  heading: string
  last: (at: string) => string
  none: string
  lines: string[]
  more: (count: number) => string
  all: string
  why: string
  account: string
}

const TEXTS: Readonly<Record<OwnLanguage, LateTexts>> = {
  vi: {
    subject: 'Chưa sao lưu được hệ thống',
    heading: 'Sao lưu hằng đêm không thành công',
    last: (at) => `Bản sao lưu gần nhất: ${at}`,
    none: 'Chưa có bản sao lưu nào',
    lines: [
      'Xin người vận hành chạy “congbo doctor” rồi “congbo backup”: lệnh nói rõ phải làm gì (thường là đĩa đầy hoặc mất quyền ghi).',
      'Hệ thống tự thử lại mỗi giờ.',
    ],
    more: (count) => `và ${count} việc khác`,
    all: 'Trang quản trị',
    why: 'Bạn nhận thư này vì là quản trị viên.',
    account: 'Tài khoản của bạn',
  },
  en: {
    subject: 'The system was not backed up',
    heading: 'The nightly backup does not succeed',
    last: (at) => `Last backup: ${at}`,
    none: 'There is no backup yet',
    lines: [
      'Ask the operator to run `congbo doctor`, then `congbo backup`: it says what to do (mostly a full disk, or a folder that cannot be written to).',
      'The system tries again every hour.',
    ],
    more: (count) => `and ${count} others`,
    all: 'Admin',
    why: 'You get this mail because you are an administrator.',
    account: 'Your account',
  },
}

/** What a mail about a late backup is about, as an outbox stores it. */
export const lateItems = (last: Date | undefined): string => JSON.stringify({ lastBackup: last?.toISOString() ?? '' })

const itemsIn = (items: string): { lastBackup: string } | undefined => {
  try {
    const read: unknown = JSON.parse(items)
    return isRecord(read) && typeof read.lastBackup === 'string' ? { lastBackup: read.lastBackup } : undefined
  } catch {
    return undefined
  }
}

/** Whether a mail of the outbox is about a late backup. */
export const isLateNotice = (items: string): boolean => itemsIn(items) !== undefined

/**
 * What a mail says of a late backup. An outbox asks for it at hand-over.
 *
 * @param args.recipient id of the account
 * @returns `null` when the person is no administrator any more
 */
export const lateNotice = async (args: { payload: Payload; recipient: string; items: string }) => {
  const { payload, recipient, items } = args
  const about = itemsIn(items)
  const person = (await administrators(payload)).find(({ id }) => id === recipient)
  if (!about || !person) return null
  const language = ownLanguage(person.language)
  const { subject, heading, last, none, lines, more, all, why, account } = TEXTS[language]
  const home = `${payload.config.serverURL}${payload.config.routes.admin}`
  const title = about.lastBackup ? last(shownInstantOf(about.lastBackup)) : none
  return {
    to: person.email,
    items,
    language,
    subject,
    heading,
    groups: [{ heading, entries: [{ title, url: home, lines }] }],
    more,
    all: { text: all, url: home },
    why: { text: why, link: { text: account, url: `${home}/account` } },
  }
}
