import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../lib/time/clock.ts'
import { dayOf } from '../../lib/time/periods.ts'
import { listsOf } from '../../plugins/workflow/index.ts'
import { decode } from './core/decode.ts'
import { readPages } from './core/pages.ts'
import type { Note } from './core/types.ts'
import { type PageFile, readPageFile } from './files.ts'
import { importPage, type Seen } from './importPage.ts'
import { type ImportReport, type ImportRow, reportOf } from './report.ts'
import { readReferences } from './store/references.ts'
import type { Importer } from './store/workingCopies.ts'

const PAGE = /(?:^|[/\\])[^./\\]+$|\.(?:txt|html?|xhtml|aspx?|php)$/i

const noPage: Note = {
  vi: 'Không phải trang đã lưu; chỉ nhận tệp .txt và .html.',
  en: 'No saved page; only .txt and .html files are taken.',
}

const rejected = (file: PageFile, why: Note, more: Partial<ImportRow> = {}): ImportRow => ({
  file: file.name,
  page: 1,
  kind: 'page',
  name: file.name,
  status: 'rejected',
  notes: [why],
  ...more,
})

/**
 * Imports pages of the old portal as working copies, through Payload's ordinary operations; publishes nothing. Running
 * it again makes nothing twice and touches nothing that is there: what an earlier run or an editor made is found by its
 * import key or its identity. Whatever a page holds ends as a row of the report.
 *
 * @param args.files as `pageFiles` lists them
 * @param args.dryRun read and compare, write nothing
 * @param args.user whose work it is: every version names them, and they cannot approve what they imported; without one the
 *   versions name the system, and nobody is kept from approving
 * @param args.onFile is told how many files are done
 */
export const importFiles = async (
  args: Omit<Importer, 'planned'> & { files: PageFile[]; clock: Clock; onFile?: (done: number) => void },
): Promise<ImportReport> => {
  const { files, clock, onFile, ...how } = args
  const today = dayOf(clock.now())
  const importer: Importer = { ...how, planned: { keys: new Set(), addresses: new Map(), visits: -1 } }
  const references = await readReferences(importer.payload)
  const seen: Seen = new Map()
  const rows: ImportRow[] = []
  for (const [index, file] of files.entries()) {
    const given = await readPageFile(file)
    const decoded = 'unreadable' in given ? given : decode(given.bytes)
    if ('unreadable' in decoded) rows.push(rejected(file, decoded.unreadable, { unreadable: true }))
    else if (!file.named && !PAGE.test(file.name)) rows.push(rejected(file, noPage))
    else {
      const pages = readPages(`${'side' in given ? given.side : ''}\n${decoded.text}`, today)
      for (const [at, read] of pages.entries()) {
        if (at === 0) read.notes.unshift(...decoded.notes)
        rows.push(...(await importPage({ importer, references, seen, file: file.name, page: at + 1, read })))
      }
    }
    onFile?.(index + 1)
    await setImmediate()
  }
  const made = new Map(rows.flatMap(({ document }) => (document ? [[JSON.stringify(document), document]] : [])))
  const batches = importer.dryRun ? [] : await listsOf(importer.payload, [...made.values()])
  return reportOf({ dryRun: importer.dryRun, files: files.length, rows, batches })
}
