import { createLocalReq, type Payload } from 'payload'
import { documents, roleOf } from '../../collections/access/index.ts'
import { importFiles, type PageFile, pageFiles, reportLines } from '../importer/index.ts'
import { boot } from '../process/boot.ts'
import { type Command, WrongUse } from './command.ts'
import { progress } from './progress.ts'

type Person = { id: string | number } & Record<string, unknown>

const personOf = async (payload: Payload, email: string): Promise<Person> => {
  const found = await payload.find({
    collection: 'users',
    where: { email: { equals: email.toLowerCase() } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const [person] = found.docs as unknown as Person[]
  const user = person && { ...person, collection: 'users' }
  if (!user) throw new WrongUse(`--as: nobody logs in as ${email}`)
  const req = await createLocalReq({ user }, payload)
  if (!roleOf(req) || !documents.create({ req })) throw new WrongUse(`--as: ${email} may not write documents`)
  return user
}

const listed = async (target: string): Promise<PageFile[] | string> => {
  try {
    return await pageFiles(target)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown'
  }
}

export const importPages: Command = {
  summary: 'Nhập trang từ cổng cũ thành bản nháp / import pages of the old portal as working copies',
  usage: `congbo import FILE|FOLDER [--dry-run] [--as ADDRESS] [--json]

Reads pages saved from the old portal (.txt or .html, UTF-8) and makes working copies of what they hold: the directive
that an article reports, the bulletin about it, videos, notices with a title, the counter's balance. Publishes nothing.
Says of every row whether it was accepted, repaired or rejected, and why. Running it again changes nothing.
  --dry-run  write nothing, say what would be done
  --as       login of the person who imports; versions name them, and they cannot approve what they imported
             (default: versions name the system)
A line \`URL: https://…\` at the top of a page, or in a file beside it (page.txt.url), keeps the page's old address.
Exit codes: 0 done, rejected rows included; 1 something could not be read at all; 2 wrong use.`,
  options: { 'dry-run': { type: 'boolean' }, as: { type: 'string' } },
  takesWords: true,
  run: async ({ values, positionals, print }) => {
    const [target, ...rest] = positionals
    if (!target || rest.length) throw new WrongUse('say `congbo import FILE` or `congbo import FOLDER`')
    const files = await listed(target)
    if (typeof files === 'string') {
      process.stderr.write(`Không mở được / cannot be opened: ${target} (${files})\n`)
      return 1
    }
    if (!files.length) {
      print({
        data: { dryRun: values['dry-run'] === true, files: 0, rows: [], totals: {} },
        lines: ['Thư mục không có trang nào để nhập. / The folder holds no pages to import.'],
      })
      return 0
    }
    const watch = progress(values.json === true)
    const { payload, clock } = await boot()
    try {
      const user = typeof values.as === 'string' ? await personOf(payload, values.as) : undefined
      const report = await importFiles({
        payload,
        clock,
        files,
        dryRun: values['dry-run'] === true,
        ...(user ? { user } : {}),
        onFile: (done) => watch?.(done, files.length),
      })
      print({ data: report, lines: reportLines(report) })
      return report.totals.unreadable ? 1 : 0
    } finally {
      await payload.destroy()
    }
  },
}
