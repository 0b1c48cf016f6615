import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { snapshot } from '../backup/index.ts'
import { databaseFile } from '../config/databaseFile.ts'
import type { Environment } from '../config/environment.ts'
import { boot, bootOn } from '../process/boot.ts'
import { startingEnvironment } from '../process/environment.ts'
import { pendingSchemas } from '../process/schemas.ts'
import type { Call, Command } from './command.ts'

/** Makes the changes on a copy, which is removed again. @returns how long they took, in milliseconds */
const tryOn = async (environment: Environment, file: string): Promise<number> => {
  await mkdir(environment.dataDir, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(path.join(environment.dataDir, '.migrating-'))
  try {
    const copy = path.join(folder, 'copy.db')
    await snapshot(file, copy)
    const began = performance.now()
    const { payload } = await bootOn({ ...environment, databaseUri: `file:${copy}` })
    const took = performance.now() - began
    await payload.destroy()
    return took
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const dryRun = async (environment: Environment, print: Call['print']): Promise<0> => {
  const file = databaseFile(environment.databaseUri)
  const pending = file === undefined ? [] : await pendingSchemas(file)
  if (file === undefined || !pending?.length) {
    print({
      data: { pending: [], seconds: 0 },
      lines: [
        pending
          ? 'Không có gì phải đổi trong cơ sở dữ liệu. / Nothing in the database is to be changed.'
          : 'Chưa có cơ sở dữ liệu; lần chạy đầu sẽ tạo. / There is no database yet; the first start makes it.',
      ],
    })
    return 0
  }
  const seconds = Math.max(1, Math.ceil((await tryOn(environment, file)) / 1_000))
  print({
    data: { pending, seconds },
    lines: [
      `${pending.length} thay đổi, đã làm thử trên một bản sao: ${seconds} giây / ${pending.length} changes, tried on a copy: ${seconds} s`,
      ...pending.map((name) => `  ${name}`),
      'Hãy sao lưu trước: congbo backup. / Back up first: congbo backup.',
    ],
  })
  return 0
}

export const migrate: Command = {
  summary: 'Nâng cấp cơ sở dữ liệu, hoặc xem trước việc đó / upgrade the database, or see what that would do',
  usage: `congbo migrate [--dry-run] [--json]

Makes the changes that this version of the software needs in the database, as its next start would. Stop the server first,
and make a backup: an older version does not start on a database that a newer one has changed.
--dry-run  names the changes, makes them on a copy in DATA_DIR that is removed again, and says how long that took; the
           database stays as it is, and may be in use. MongoDB has no tables to change`,
  options: { 'dry-run': { type: 'boolean' } },
  run: async ({ values, print }) => {
    const environment = await startingEnvironment()
    if (values['dry-run']) return dryRun(environment, print)
    const file = databaseFile(environment.databaseUri)
    const made = (file === undefined ? [] : await pendingSchemas(file)) ?? []
    const { payload } = await boot()
    await payload.destroy()
    print({
      data: { made },
      lines: [
        made.length
          ? `Đã nâng cấp: ${made.length} thay đổi. / Upgraded: ${made.length} changes.`
          : 'Không có gì phải đổi. / Nothing was to be changed.',
        ...made.map((name) => `  ${name}`),
      ],
    })
    return 0
  },
}
