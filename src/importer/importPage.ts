import { setImmediate } from 'node:timers/promises'
import { beginningOf } from '../../lib/text/beginningOf.ts'
import { prose } from '../../lib/text/prose.ts'
import { quoted } from './core/naming.ts'
import type { Note, Read, ReadPage } from './core/types.ts'
import type { ImportRow, RowKind } from './report.ts'
import { directiveCopy } from './store/directive.ts'
import { freeAddresses } from './store/oldAddresses.ts'
import type { References } from './store/references.ts'
import { findBody, namedIn } from './store/resolve.ts'
import { keepVisits } from './store/visits.ts'
import { type Importer, importKeyOf, type Kept, keep } from './store/workingCopies.ts'

const LONGEST_SUMMARY = 2000

interface Met {
  file: string
  page: number
  /** Day and title, which two reports of one document agree on. */
  facts: string
  id?: string | number
}

/** What this run has taken so far, by import key, to tell a document met again from one that contradicts it. */
export type Seen = Map<string, Met>

interface Args {
  importer: Importer
  references: References
  seen: Seen
  file: string
  page: number
  read: ReadPage
}

const COLLECTIONS: Partial<Record<RowKind, string>> = {
  directive: 'directives',
  bulletin: 'bulletins',
  video: 'videos',
  notice: 'notices',
}

const rowOf = (args: Args, kind: RowKind, name: string, read: Read, kept?: Kept): ImportRow => {
  const refused = kept && 'refused' in kept ? kept.refused : read.refused ? [read.refused] : undefined
  return {
    file: args.file,
    page: args.page,
    kind,
    name: name.length > 120 ? `${beginningOf(name, 119)}…` : name,
    status: refused ? 'rejected' : read.notes.length ? 'repaired' : 'accepted',
    ...(kept && 'stored' in kept ? { stored: kept.stored } : {}),
    ...(kept && 'id' in kept && kept.id !== undefined && kind in COLLECTIONS
      ? { document: { collection: COLLECTIONS[kind]!, id: String(kept.id) } }
      : {}),
    notes: refused ?? read.notes,
  }
}

const twice = (before: { file: string; page: number }): Note => ({
  vi: `Trùng số, ký hiệu, năm và cơ quan ban hành với văn bản ở ${before.file}, trang ${before.page}; chỉ nhập văn bản đó.`,
  en: `Same number, symbol, year and issuer as the one in ${before.file}, page ${before.page}; only that one is taken.`,
})

/** Takes the directives; the ids of those that are held now. */
const takeDirectives = async (args: Args, unit: string | number | undefined) => {
  const { importer, references, read } = args
  const rows: ImportRow[] = []
  const about: (string | number)[] = []
  for (const directive of read.directives) {
    const copy = directiveCopy(directive, { references, place: read.place, unit })
    const said: Read = { notes: [...directive.notes, ...copy.notes] }
    const facts = JSON.stringify([directive.issuedOn, directive.title])
    const before = copy.refused ? undefined : args.seen.get(copy.importKey)
    const agrees = !before || (before.file !== args.file && before.facts === facts)
    const kept: Kept = copy.refused
      ? { refused: copy.refused }
      : agrees
        ? await keep(importer, { collection: 'directives', ...copy })
        : { refused: [twice(before)] }
    // A dry run has no ids; the key stands for one, which nothing is written with.
    const id = 'stored' in kept ? (kept.id ?? copy.importKey) : before?.id
    if ('stored' in kept && !before) args.seen.set(copy.importKey, { file: args.file, page: args.page, facts, id })
    if (id !== undefined && !about.includes(id)) about.push(id)
    rows.push(rowOf(args, 'directive', copy.printed, said, kept))
    await setImmediate()
  }
  return { rows, about }
}

const takeBulletin = async (
  args: Args,
  about: (string | number)[],
  unit: string | number | undefined,
  lost: boolean,
) => {
  const { importer, references, read } = args
  const { article } = read
  if (!article) return []
  const said: Read = { ...article, notes: [...article.notes] }
  if (lost && !article.refused)
    said.notes.push({
      vi: 'Tin chưa gắn với văn bản vì văn bản bị loại; xin gắn khi biên tập.',
      en: 'The bulletin is not linked to its directive, which was rejected; link it when editing.',
    })
  if (article.byline && unit === undefined && !article.refused)
    said.notes.push({
      vi: `Đơn vị ${quoted(article.byline)} chưa có trong danh mục nên bản nháp chưa thuộc đơn vị nào.`,
      en: `The unit ${quoted(article.byline)} is not in the reference data, so the working copy belongs to none.`,
    })
  const [lead = ''] = article.paragraphs
  const title = article.title || lead
  if (article.refused) return [rowOf(args, 'bulletin', title, said)]
  const importKey = importKeyOf('bulletin', title, lead)
  const { free, notes } = await freeAddresses(importer, read.urls, { importKey, title })
  said.notes.push(...notes)
  const kept = await keep(importer, {
    collection: 'bulletins',
    importKey,
    late: { about },
    data: {
      kind: 'news',
      title,
      ...(lead.length <= LONGEST_SUMMARY ? { summary: lead } : {}),
      body: prose(...article.paragraphs),
      byline: article.byline,
      source: article.source,
      date: article.postedOn,
      contributors: article.authors.map((name) => ({ name })),
      territories: namedIn(references.territories, [title, read.place].join(' ')),
      legacyUrls: free,
      unit,
    },
  })
  await setImmediate()
  return [rowOf(args, 'bulletin', title, said, kept)]
}

const takeListed = async (args: Args, unit: string | number | undefined): Promise<ImportRow[]> => {
  const { importer, read } = args
  const rows: ImportRow[] = []
  for (const video of read.videos) {
    const { title, recordedOn } = video
    const kept = video.refused
      ? undefined
      : await keep(importer, {
          collection: 'videos',
          importKey: importKeyOf('video', title, recordedOn),
          data: { title, recordedOn, unit },
          ...(recordedOn
            ? { same: { and: [{ title: { equals: title } }, { recordedOn: { equals: recordedOn } }] } }
            : {}),
        })
    rows.push(rowOf(args, 'video', title, video, kept))
    await setImmediate()
  }
  for (const notice of read.notices) {
    const { title, shownOn } = notice
    const kept = notice.refused
      ? undefined
      : await keep(importer, {
          collection: 'notices',
          importKey: importKeyOf('notice', title, shownOn),
          data: { title, unit, ...(shownOn ? { internalNote: `Ngày trên cổng cũ: ${shownOn}` } : {}) },
        })
    rows.push(rowOf(args, 'notice', title, notice, kept))
    await setImmediate()
  }
  return rows
}

/**
 * Takes one page: its directives, the bulletin about them, videos, notices, the counter's balance. Turns the event loop
 * once an item.
 *
 * @returns a row for the page and for each thing on it
 */
export const importPage = async (args: Args): Promise<ImportRow[]> => {
  const { importer, references, read } = args
  const { article, visits, place } = read
  const unit = article?.byline ? findBody(references.organisations, { name: article.byline, place })?.id : undefined
  const directives = await takeDirectives(args, unit)
  const lost = directives.rows.some(({ status }) => status === 'rejected') && directives.about.length === 0
  const nothing = !article && !read.videos.length && !read.notices.length && !visits
  return [
    rowOf(args, 'page', article?.title || args.file, {
      notes: read.notes,
      ...(nothing
        ? { refused: { vi: 'Trang không có nội dung nào nhận ra được.', en: 'Nothing on the page is known.' } }
        : {}),
    }),
    ...directives.rows,
    ...(await takeBulletin(args, directives.about, unit, lost)),
    ...(await takeListed(args, unit)),
    ...(visits
      ? [
          rowOf(
            args,
            'visits',
            visits.raw,
            visits,
            visits.refused ? undefined : await keepVisits(importer, visits.count!),
          ),
        ]
      : []),
  ]
}
