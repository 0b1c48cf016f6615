import { createTransport } from 'nodemailer'
import { shownInstantOf } from '../../../lib/time/shownInstant.ts'
import { outboxHealth } from '../../../plugins/digest/index.ts'
import { sendingAllowed } from '../../../plugins/instance/index.ts'
import type { System } from '../../system.ts'
import { type Finding, fault, fine } from './finding.ts'

const relay = async (smtpUrl: string | undefined): Promise<Finding> => {
  if (!smtpUrl) return fine('SMTP_URL', 'chưa đặt; thư ghi vào tệp', 'not set; mails go to files')
  try {
    await createTransport(smtpUrl).verify()
    return fine('SMTP_URL', 'máy chủ thư trả lời', 'the relay answers')
  } catch (error) {
    const { code = 'unknown' } = error as { code?: string }
    return fault(
      'SMTP_URL',
      { vi: `máy chủ thư không nhận (${code})`, en: `the relay refuses (${code})` },
      {
        vi: 'kiểm tra địa chỉ, tên và mật khẩu trong SMTP_URL, rồi hỏi người giữ máy chủ thư; thư đang chờ không mất',
        en: 'check address, name and password in SMTP_URL, then ask whoever runs the relay; waiting mails are not lost',
      },
    )
  }
}

/** Mails that wait longer than this, in milliseconds, show that no worker sends them. */
const LONGEST_WAIT = 15 * 60_000

const queue = async ({ payload, clock }: System): Promise<Finding[]> => {
  const now = clock.now()
  const { steps, relay: gate, waiting } = await outboxHealth(payload, now)
  const failing = steps
    .filter(({ failures }) => failures > 0)
    .map(({ name, error }) =>
      fault(
        'outbox',
        { vi: `bước “${name}” hỏng: ${error}`, en: `the step “${name}” fails: ${error}` },
        {
          vi: 'các bước khác vẫn chạy; xem nhật ký của worker để biết nguyên nhân',
          en: 'the other steps go on; the log of the worker has the cause',
        },
      ),
    )
  const refused = gate.failures
    ? [
        fault(
          'outbox',
          { vi: `máy chủ thư không nhận: ${gate.reason}`, en: `the relay fails: ${gate.reason}` },
          {
            vi: 'worker tự thử lại; chỉ cần sửa SMTP_URL hoặc máy chủ thư',
            en: 'the worker tries again by itself; put SMTP_URL or the relay right',
          },
        ),
      ]
    : []
  const late = waiting
    .filter(({ oldest }) => oldest && now.getTime() - Date.parse(oldest) > LONGEST_WAIT)
    .map(({ group, mails, oldest }) =>
      fault(
        'outbox',
        {
          vi: `${mails} thư (${group}) chờ từ ${shownInstantOf(oldest!)}`,
          en: `${mails} mails (${group}) wait since ${shownInstantOf(oldest!)}`,
        },
        {
          vi: 'xem tiến trình worker có đang chạy không (ROLE=all hoặc worker)',
          en: 'see whether a worker runs (ROLE=all or worker)',
        },
      ),
    )
  const faults = [...failing, ...refused, ...late]
  if (faults.length) return faults
  const mails = waiting.reduce((sum, group) => sum + group.mails, 0)
  const took = steps.map(({ name, ms }) => `${name} ${Math.round(ms)} ms`).join(', ')
  const [vi, en] = took ? [`; các bước: ${took}`, `; steps: ${took}`] : ['', '']
  return [fine('outbox', `${mails} thư đang chờ${vi}`, `${mails} mails wait${en}`)]
}

const sending = async ({ payload }: System): Promise<Finding> => {
  const found = await sendingAllowed(payload)
  if (found.allowed) return fine('sending', 'được gửi thư và webhook', 'mails and webhooks are allowed')
  return fault('sending', found.because, {
    vi: 'nếu đây là hệ thống chính thức: “congbo instance confirm --reason …”; nếu là bản sao thì để nguyên',
    en: 'if this is the real system: `congbo instance confirm --reason …`; leave a copy as it is',
  })
}

/** Whether mails can leave, and do. */
export const mail = async (system: System): Promise<Finding[]> => [
  await relay(system.environment.smtpUrl),
  ...(await queue(system)),
  await sending(system),
]
