import { userInfo } from 'node:os'
import { confirmInstance, sendingAllowed } from '../../plugins/instance/index.ts'
import { boot } from '../process/boot.ts'
import { type Command, WrongUse } from './command.ts'

/** Whoever runs the command, by their account on this machine. */
const operator = () => {
  const { username } = userInfo()
  return { id: `operator:${username}`, name: username, role: 'operator' }
}

export const instance: Command = {
  summary: 'Xác nhận bản khôi phục là bản chính thức / confirm that a restored copy is the real system',
  usage: `congbo instance status [--json]
congbo instance confirm --reason TEXT [--json]

A system that was restored from a backup, or whose database was copied to another place, sends no mails and no webhooks,
so that nobody gets anything twice.
status   says whether sending waits, and why; exit code 1 when it does
confirm  says that this is the real system and the other one is gone: what waits is sent. The reason stands in the trail`,
  options: { reason: { type: 'string' } },
  takesWords: true,
  run: async ({ values, positionals, print }) => {
    const [task, ...rest] = positionals
    if ((task !== 'status' && task !== 'confirm') || rest.length)
      throw new WrongUse('say `congbo instance status` or `congbo instance confirm --reason TEXT`')
    const reason = typeof values.reason === 'string' ? values.reason.trim() : ''
    if (task === 'confirm' && !reason) throw new WrongUse('--reason is missing; it stands in the trail')
    const { payload } = await boot()
    try {
      if (task === 'confirm') {
        const outcome = await confirmInstance({ payload, by: operator(), reason })
        print({
          data: { outcome },
          lines: [
            outcome === 'confirmed'
              ? 'Đã xác nhận; thư và tin được gửi trở lại. / Confirmed; mails and webhooks go on.'
              : 'Không có gì chờ xác nhận. / Nothing waits for a confirmation.',
          ],
        })
        return outcome === 'confirmed' ? 0 : 1
      }
      const sending = await sendingAllowed(payload)
      print({
        data: sending,
        lines: sending.allowed
          ? ['Được gửi thư và tin. / Mails and webhooks are sent.']
          : [sending.because.vi, sending.because.en],
      })
      return sending.allowed ? 0 : 1
    } finally {
      await payload.destroy()
    }
  },
}
