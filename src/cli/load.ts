import { cp } from 'node:fs/promises'
import path from 'node:path'
import { markRestored } from '../../plugins/instance/index.ts'
import { verify } from '../../plugins/workflow/index.ts'
import { boot } from '../process/boot.ts'
import { CannotLoad, loadFrom } from '../transfer/index.ts'
import { type Command, WrongUse } from './command.ts'
import { progress } from './progress.ts'

export const load: Command = {
  summary: 'Nạp dữ liệu đã xuất vào cơ sở dữ liệu trống / load an export into an empty database',
  usage: `congbo load FOLDER [--json]

Loads what \`congbo export\` wrote into the empty database that DATABASE_URI names, SQLite or MongoDB; copies the files into
MEDIA_DIR and the anchors into DATA_DIR; then verifies every log. People log in again, with their passwords. Keep the
same PAYLOAD_SECRET: links in mails that were sent stay good. Mails and webhooks wait until somebody confirms that this is
the real system: \`congbo instance confirm --reason TEXT\`, or the home page of the admin.`,
  options: {},
  takesWords: true,
  run: async ({ values, positionals, print }) => {
    const [folder, ...rest] = positionals
    if (!folder || rest.length) throw new WrongUse('say `congbo load FOLDER`')
    const { payload, environment } = await boot()
    const anchorsDir = path.join(environment.dataDir, 'anchors')
    try {
      const manifest = await loadFrom({ payload, folder, onRow: progress(values.json === true) })
      const copy = (from: string, to: string) =>
        cp(path.join(folder, from), to, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT') throw error
        })
      await copy('media', environment.mediaDir)
      await copy('anchors', anchorsDir)
      const { faults } = await verify({ payload, anchorsDir })
      await markRestored({ payload, from: '' })
      const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0)
      print({
        data: { rows, faults },
        lines: [
          `${rows} dòng đã nạp / rows loaded`,
          ...(faults.length
            ? faults.map(({ store, place, what }) => `${store} ${place}: ${what}`)
            : ['audit verify: OK']),
          'Thư và tin tạm dừng cho đến “congbo instance confirm”. / Mails and webhooks wait for `congbo instance confirm`.',
        ],
      })
      return faults.length ? 1 : 0
    } catch (error) {
      if (!(error instanceof CannotLoad)) throw error
      process.stderr.write(`${error.message}\n`)
      return 1
    } finally {
      await payload.destroy()
    }
  },
}
