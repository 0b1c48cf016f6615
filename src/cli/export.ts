import { cp } from 'node:fs/promises'
import path from 'node:path'
import { publicFaults } from '../../plugins/publications/index.ts'
import { boot } from '../process/boot.ts'
import { exportTo, FolderNotEmpty } from '../transfer/index.ts'
import { type Command, WrongUse } from './command.ts'
import { progress } from './progress.ts'

export const exportAll: Command = {
  summary: 'Xuất toàn bộ dữ liệu ra một thư mục / write everything into a folder',
  usage: `congbo export FOLDER [--json]

Writes everything the database holds, the files of MEDIA_DIR and the anchors into an empty or new folder, to be loaded
into another database with \`congbo load\`. What is public and not as it was written is written as it stands and named; the
exit code is then 1. The folder holds personal data: keep it as you keep the database. Stop the
server first, so that nothing is written meanwhile.`,
  options: {},
  takesWords: true,
  run: async ({ values, positionals, print }) => {
    const [folder, ...rest] = positionals
    if (!folder || rest.length) throw new WrongUse('say `congbo export FOLDER`')
    const { payload, environment, clock } = await boot()
    try {
      const manifest = await exportTo({ payload, folder, at: clock.now(), onRow: progress(values.json === true) })
      const copy = (from: string, to: string) =>
        cp(from, path.join(folder, to), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT') throw error
        })
      await copy(environment.mediaDir, 'media')
      await copy(path.join(environment.dataDir, 'anchors'), 'anchors')
      const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0)
      const faults = await publicFaults(payload)
      print({
        data: { folder, ...manifest, faults },
        lines: [
          `${folder}: ${rows} dòng, ${Object.keys(manifest.files).length} tệp / rows, files`,
          ...faults.map(({ store, place, what }) => `LỖI / FAULT  ${store} ${place}: ${what}`),
        ],
      })
      return faults.length ? 1 : 0
    } catch (error) {
      if (!(error instanceof FolderNotEmpty)) throw error
      process.stderr.write(
        `Thư mục không trống: ${folder}; xin chọn thư mục mới. / The folder is not empty; choose a new one.\n`,
      )
      return 1
    } finally {
      await payload.destroy()
    }
  },
}
