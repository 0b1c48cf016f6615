import { boot } from '../../process/boot.ts'
import type { Command } from '../command.ts'
import { disks } from './disks.ts'
import { type Finding, fine } from './finding.ts'
import { machine } from './machine.ts'
import { mail } from './mail.ts'
import { people } from './people.ts'
import { records } from './records.ts'

const linesOf = ({ check, ok, says, next }: Finding): string[] => [
  `${ok ? 'tốt / ok   ' : 'LỖI / FAULT'}  ${check.padEnd(12)} ${says.vi === says.en ? says.vi : `${says.vi} / ${says.en}`}`,
  ...(next ? [`${' '.repeat(13)}→ ${next.vi} / ${next.en}`] : []),
]

export const doctor: Command = {
  summary: 'Khám hệ thống / check server, disks, database, mail, people and logs',
  usage: `congbo doctor [--json]

Checks what a running portal needs. For everything that is not in order it says what is wrong and what to do next.
Exit code 1 when something is not in order.`,
  options: {},
  run: async ({ print }) => {
    const system = await boot()
    try {
      const { databaseUri } = system.environment
      const kind = databaseUri.startsWith('file:') ? 'SQLite' : 'MongoDB'
      const findings = [
        fine('DATABASE_URI', kind, kind),
        ...(await machine(system)),
        ...(await disks(system)),
        ...(await mail(system)),
        ...(await people(system)),
        ...(await records(system)),
      ]
      print({ data: findings, lines: findings.flatMap(linesOf) })
      return findings.every(({ ok }) => ok) ? 0 : 1
    } finally {
      await system.payload.destroy()
    }
  },
}
