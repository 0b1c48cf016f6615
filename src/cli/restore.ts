import { BackupFault, restoreBackup } from '../backup/index.ts'
import { boot } from '../process/boot.ts'
import { startingEnvironment } from '../process/environment.ts'
import { type Command, WrongUse } from './command.ts'
import { progress } from './progress.ts'

export const restore: Command = {
  summary: 'Khôi phục từ bản sao lưu vào nơi trống / restore a backup into an empty place',
  usage: `congbo restore FOLDER [--json]

Restores the newest backup of FOLDER, or the one that FOLDER is, into the empty database that DATABASE_URI names, SQLite
or MongoDB whatever it was made of; the files into MEDIA_DIR, the anchors into DATA_DIR; then verifies every log. Nothing
is overwritten. Killed on the way, it starts anew when it is run again. Use the PAYLOAD_SECRET of the backed-up system.
What was restored sends no mails and webhooks until \`congbo instance confirm\`. Exit code 1 when a log is out of order.`,
  options: {},
  takesWords: true,
  run: async ({ values, positionals, print }) => {
    const [folder, ...rest] = positionals
    if (!folder || rest.length) throw new WrongUse('say `congbo restore FOLDER`')
    try {
      const environment = await startingEnvironment()
      const report = await restoreBackup({
        environment,
        open: () => boot({ restoring: true }),
        folder,
        onRow: progress(values.json === true),
      })
      const { faults } = report
      print({
        data: report,
        lines: [
          `${report.name}: ${report.rows} dòng, ${report.media} tệp đã khôi phục / rows, files restored`,
          ...(report.anew ? ['Phần dở dang của lần trước đã được dọn. / What the last restore left was cleared.'] : []),
          ...(report.sameSecret
            ? []
            : [
                'PAYLOAD_SECRET khác với hệ thống cũ: liên kết trong thư đã gửi và khóa ký webhook không dùng được; xin đặt lại khóa cũ. / PAYLOAD_SECRET is another: links in mails that were sent and keys of webhooks do not work; set the old one.',
              ]),
          ...(faults.length
            ? faults.map(({ store, place, what }) => `LỖI / FAULT  ${store} ${place}: ${what}`)
            : ['audit verify: OK']),
          'Thư và tin tạm dừng cho đến khi chạy “congbo instance confirm”. / Mails and webhooks wait for `congbo instance confirm`.',
        ],
      })
      return faults.length ? 1 : 0
    } catch (error) {
      if (!(error instanceof BackupFault)) throw error
      if (values.json) print({ data: { ok: false, code: error.code, message: error.message }, lines: [] })
      else process.stderr.write(`${error.message}\n`)
      return 1
    }
  },
}
