import { readCalendar } from '../../../collections/index.ts'
import { dayOf } from '../../../lib/time/periods.ts'
import type { System } from '../../system.ts'
import { type Finding, fault, fine } from './finding.ts'

const STEPS = ['editor', 'secretary', 'head']

const approvers = async ({ payload }: System): Promise<Finding> => {
  const missing: string[] = []
  for (const role of STEPS) {
    const { totalDocs } = await payload.count({
      collection: 'users',
      where: { and: [{ role: { equals: role } }, { active: { not_equals: false } }] },
      overrideAccess: true,
    })
    if (!totalDocs) missing.push(role)
  }
  if (!missing.length) return fine('approvers', 'mỗi bước có người duyệt', 'every step has people')
  const names = missing.join(', ')
  return fault(
    'approvers',
    { vi: `không ai giữ nhiệm vụ: ${names}`, en: `nobody holds: ${names}` },
    {
      vi: `tạo người giữ nhiệm vụ ở “Người dùng”, hoặc: congbo user create --email … --role ${missing[0]}`,
      en: `create somebody under “Users”, or: congbo user create --email … --role ${missing[0]}`,
    },
  )
}

/** Month from which the holidays of the next year are known, October. */
const ANNOUNCED_FROM = 10
/** A year has more public holidays on weekdays than this. */
const FEWEST_HOLIDAYS = 5

const holidays = async ({ payload, clock }: System): Promise<Finding> => {
  const [year, month] = dayOf(clock.now()).split('-').map(Number) as [number, number]
  const wanted = month >= ANNOUNCED_FROM ? year + 1 : year
  const { days } = await readCalendar(payload)
  const known = [...days].filter(([day, kind]) => kind === 'holiday' && day.startsWith(`${wanted}-`)).length
  if (known >= FEWEST_HOLIDAYS)
    return fine('calendar', `lịch nghỉ năm ${wanted} đã có`, `the holidays of ${wanted} are known`)
  return fault(
    'calendar',
    { vi: `thiếu lịch nghỉ năm ${wanted}`, en: `the holidays of ${wanted} are missing` },
    { vi: 'bổ sung ở “Lịch làm việc”', en: 'add them under “Working calendar”' },
  )
}

/** Whether there are people for every step, and days for their deadlines. */
export const people = async (system: System): Promise<Finding[]> => [await approvers(system), await holidays(system)]
