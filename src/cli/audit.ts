import path from 'node:path'
import { keepAnchor, takeAnchor, verify } from '../../plugins/workflow/index.ts'
import { boot } from '../process/boot.ts'
import { type Command, WrongUse } from './command.ts'

export const audit: Command = {
  summary: 'Kiểm tra sổ và nhật ký / verify logs, contents and live editions',
  usage: `congbo audit verify [--json]
congbo audit anchor [--json]

verify  reads every log and store and names what was changed, removed, reordered or cut off; exit code 1 if anything was
anchor  writes the heads of all logs to DATA_DIR/anchors; keep a copy where the database's administrator cannot write`,
  options: {},
  takesWords: true,
  run: async ({ positionals, print }) => {
    const [what, ...rest] = positionals
    if (rest.length || (what !== 'verify' && what !== 'anchor'))
      throw new WrongUse('say `congbo audit verify` or `congbo audit anchor`')
    const { payload, environment, clock } = await boot()
    const anchorsDir = path.join(environment.dataDir, 'anchors')
    try {
      if (what === 'anchor') {
        const anchor = await takeAnchor({ payload, clock })
        const file = await keepAnchor(anchorsDir, anchor)
        print({
          data: { file, count: anchor.count, root: anchor.root },
          lines: [`${file}`, `count ${anchor.count}`, `root  ${anchor.root}`],
        })
        return 0
      }
      const report = await verify({ payload, anchorsDir })
      const { faults, ...counts } = report
      print({
        data: report,
        lines: [
          Object.entries(counts)
            .map(([name, count]) => `${name} ${count}`)
            .join(' · '),
          ...(faults.length
            ? faults.map((fault) => `LỖI / FAULT  ${fault.store} ${fault.place}: ${fault.what}`)
            : ['Không phát hiện sai lệch. / Nothing is out of order.']),
        ],
      })
      return faults.length ? 1 : 0
    } finally {
      await payload.destroy()
    }
  },
}
