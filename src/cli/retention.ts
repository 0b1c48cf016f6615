import { retainOnce } from '../../plugins/digest/index.ts'
import { boot } from '../process/boot.ts'
import type { Command } from './command.ts'

export const retention: Command = {
  summary: 'Xóa thư quá hạn lưu / let old mails become counters, as the rules of retention say',
  usage: `congbo retention [--dry-run] [--json]

Carries out the rules of src/portal/retention.ts: rows of mails that ended long ago are deleted, and their runs keep how
many there were and how each ended. A worker does the same every hour, up to 50,000 rows each time.
  --dry-run  delete nothing, say how many rows that would be`,
  options: { 'dry-run': { type: 'boolean' } },
  run: async ({ values, print }) => {
    const { payload, clock } = await boot()
    try {
      const retained = await retainOnce({ payload, clock, dryRun: values['dry-run'] === true })
      print({
        data: retained ?? null,
        lines: retained
          ? [
              `${retained.rows} thư trước / mails from before ${retained.before} (${retained.rule.months} tháng / months): ${retained.rule.basis}`,
            ]
          : ['Chưa có quy định nào có hiệu lực. / No rule is in force yet.'],
      })
      return 0
    } finally {
      await payload.destroy()
    }
  },
}
