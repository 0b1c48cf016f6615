import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { readCalendar } from '../../collections/index.ts'
import { dayOf } from '../../lib/time/periods.ts'
import { shownInstant } from '../../lib/time/shownInstant.ts'
import { outboxHealth } from '../../plugins/digest/index.ts'
import { sendingAllowed } from '../../plugins/instance/index.ts'
import { type AuditFault, verify } from '../../plugins/workflow/index.ts'
import { isLate, newestIn } from '../backup/index.ts'
import { backups } from '../portal/backups.ts'
import { boot } from '../process/boot.ts'
import type { System } from '../system.ts'
import type { Command } from './command.ts'

interface Finding {
  check: string
  ok: boolean
  says: string
}

const GIGABYTE = 1024 ** 3

const folder = async (check: string, dir: string): Promise<Finding> => {
  try {
    await access(dir, constants.W_OK)
    const { bavail, bsize } = await statfs(dir)
    const free = (bavail * bsize) / GIGABYTE
    return { check, ok: free > 1, says: `${free.toFixed(1)} GB còn trống / free` }
  } catch (error) {
    return { check, ok: false, says: `không ghi được / cannot be written (${(error as NodeJS.ErrnoException).code})` }
  }
}

const relay = async (smtpUrl: string | undefined): Promise<Finding> => {
  if (!smtpUrl) return { check: 'SMTP_URL', ok: true, says: 'chưa đặt; thư ghi vào tệp / not set; mails go to files' }
  try {
    await createTransport(smtpUrl).verify()
    return { check: 'SMTP_URL', ok: true, says: 'máy chủ thư trả lời / the relay answers' }
  } catch (error) {
    return {
      check: 'SMTP_URL',
      ok: false,
      says: `máy chủ thư không nhận / the relay refuses (${(error as { code?: string }).code ?? 'unknown'})`,
    }
  }
}

/** Mails that wait longer than this, in milliseconds, show that no worker sends them. */
const LONGEST_WAIT = 15 * 60_000

const outbox = async ({ payload, clock }: System): Promise<Finding> => {
  const now = clock.now()
  const { steps, relay: gate, waiting } = await outboxHealth(payload, now)
  const failing = steps.filter(({ failures }) => failures > 0)
  const late = waiting.filter(({ oldest }) => oldest && now.getTime() - Date.parse(oldest) > LONGEST_WAIT)
  const faults = [
    ...failing.map(({ name, error }) => `bước hỏng / step failed: ${name} (${error})`),
    ...(gate.failures ? [`máy chủ thư không nhận / the relay fails: ${gate.reason}`] : []),
    ...late.map(({ group, mails, oldest }) => `thư chờ từ / mails wait since ${oldest}: ${mails} (${group})`),
  ]
  return {
    check: 'outbox',
    ok: faults.length === 0,
    says: faults.join('; ') || `${waiting.reduce((sum, { mails }) => sum + mails, 0)} thư đang chờ / mails wait`,
  }
}

const approvers = async ({ payload }: System): Promise<Finding> => {
  const roles = ['editor', 'secretary', 'head']
  const missing: string[] = []
  for (const role of roles) {
    const { totalDocs } = await payload.count({
      collection: 'users',
      where: { and: [{ role: { equals: role } }, { active: { not_equals: false } }] },
      overrideAccess: true,
    })
    if (!totalDocs) missing.push(role)
  }
  return {
    check: 'approvers',
    ok: missing.length === 0,
    says: missing.length
      ? `thiếu người giữ nhiệm vụ / nobody holds: ${missing.join(', ')}`
      : 'mỗi bước có người duyệt / every step has people',
  }
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
  return {
    check: 'calendar',
    ok: known >= FEWEST_HOLIDAYS,
    says:
      known >= FEWEST_HOLIDAYS
        ? `lịch nghỉ năm ${wanted} đã có / the holidays of ${wanted} are known`
        : `thiếu lịch nghỉ năm ${wanted}, xin bổ sung ở “Lịch làm việc” / the holidays of ${wanted} are missing`,
  }
}

const MOST_NAMED = 5
const named = ({ store, place, what }: AuditFault) => `${store} ${place}: ${what}`

const logs = async ({ payload, environment }: System): Promise<Finding> => {
  const { faults, publications, events } = await verify({
    payload,
    anchorsDir: path.join(environment.dataDir, 'anchors'),
  })
  return {
    check: 'audit',
    ok: faults.length === 0,
    says: faults.length
      ? `${faults.length} sai lệch, chạy / faults, run: congbo audit verify (${faults.slice(0, MOST_NAMED).map(named).join('; ')}${faults.length > MOST_NAMED ? '; …' : ''})`
      : `${events} sự kiện / events, ${publications} lần công bố / publications`,
  }
}

const backup = async ({ environment, clock }: System): Promise<Finding[]> => {
  const { backupDir } = environment
  if (backupDir === undefined) return []
  const last = (await newestIn(backupDir))?.at
  const late = isLate({ lateAfterHours: backups.lateAfterHours, last, now: clock.now() })
  const shown = last ? shownInstant(last) : 'chưa có bản nào / none yet'
  return [
    await folder('BACKUP_DIR', backupDir),
    {
      check: 'backup',
      ok: !late,
      says: late ? `${shown}; xin chạy / run: congbo backup` : `bản gần nhất / last one: ${shown}`,
    },
  ]
}

const sending = async ({ payload }: System): Promise<Finding> => {
  const found = await sendingAllowed(payload)
  const says = found.allowed ? 'được gửi / allowed' : `${found.because.vi} / ${found.because.en}`
  return { check: 'sending', ok: found.allowed, says }
}

export const doctor: Command = {
  summary: 'Khám hệ thống / check folders, database, mail, people and logs',
  usage: `congbo doctor [--json]

Checks what a running portal needs and says what to put right. Exit code 1 when something is not in order.`,
  options: {},
  run: async ({ print }) => {
    const system = await boot()
    const { environment } = system
    try {
      const findings = [
        { check: 'DATABASE_URI', ok: true, says: environment.databaseUri.startsWith('file:') ? 'SQLite' : 'MongoDB' },
        await folder('DATA_DIR', environment.dataDir),
        await folder('MEDIA_DIR', environment.mediaDir),
        ...(await backup(system)),
        await relay(environment.smtpUrl),
        await outbox(system),
        await sending(system),
        await approvers(system),
        await holidays(system),
        await logs(system),
      ]
      print({
        data: findings,
        lines: findings.map(
          ({ check, ok, says }) => `${ok ? 'tốt / ok   ' : 'LỖI / FAULT'}  ${check.padEnd(14)} ${says}`,
        ),
      })
      return findings.every((finding) => finding.ok) ? 0 : 1
    } finally {
      await system.payload.destroy()
    }
  },
}
