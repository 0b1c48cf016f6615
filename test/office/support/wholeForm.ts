import type { Page } from 'playwright-core'
import type { Entry, List, Part } from './everyField.ts'
import { KINDS, type KindName } from './kinds.ts'
import { addRow, countRows, unfold } from './lists.ts'
import { quiet } from './quiet.ts'

const kindOf = (kind: KindName) =>
  KINDS[kind] as {
    fill(page: Page, path: string, value: unknown): Promise<void>
    shown(page: Page, path: string): Promise<unknown>
    kept(stored: unknown): unknown
  }

/** Values by path of their field; the value of a list is its number of rows. */
type Values = Record<string, unknown>

const rowOf = ({ path, row }: List, index: number): Entry[] =>
  row(index).map((entry) => ({ ...entry, path: `${path}.${index}.${entry.path}` }))

/** Entries of a part with this number of rows in each of its lists. */
const entriesOf = ({ entries, lists = [] }: Part, rows: number): Entry[] => [
  ...entries,
  ...lists.flatMap((list) => Array.from({ length: rows }, (_, index) => rowOf(list, index)).flat()),
]

/** The Khmer values of translated fields. */
const inKhmer = (entries: Entry[]): Entry[] =>
  entries.flatMap((entry) =>
    entry.km === undefined
      ? []
      : [{ ...entry, kind: entry.kind === 'withTable' ? 'prose' : entry.kind, value: entry.km }],
  )

/** Paths of all fields; those of rows are listed below their list. */
export const fieldsOf = (parts: Part[]): string[] =>
  parts.flatMap(({ entries, lists = [] }) => [
    ...entries.map(({ path }) => path),
    ...lists.flatMap(({ path, row }) => row(0).map((entry) => `${path}.${entry.path}`)),
  ])

/** Opens the tab of a part. */
export const turnTo = async (page: Page, { tab }: Part): Promise<void> => {
  if (tab) await page.locator('.tabs-field__tab-button').getByText(tab, { exact: true }).click()
}

const fill = async (page: Page, { kind, path, value }: Entry): Promise<void> => {
  await kindOf(kind).fill(page, path, value)
}

/** Fills all fields outside lists. */
export const fillEntries = async (page: Page, parts: Part[]): Promise<void> => {
  for (const part of parts) {
    await turnTo(page, part)
    for (const entry of part.entries) await fill(page, entry)
  }
}

/** Visits every list on its tab. */
export const atEachList = async (page: Page, parts: Part[], does: (list: List) => Promise<void>): Promise<void> => {
  for (const part of parts.filter(({ lists }) => lists)) {
    await turnTo(page, part)
    for (const list of part.lists ?? []) await does(list)
  }
}

/** Adds rows to every list and fills them. */
export const fillRows = (page: Page, parts: Part[], rows: number): Promise<void> =>
  atEachList(page, parts, async (list) => {
    for (let index = 0; index < rows; index += 1) {
      await addRow(page, list.path)
      for (const entry of rowOf(list, index)) await fill(page, entry)
    }
  })

/** Fills in the Khmer values, with this number of rows in each list. */
export const fillKhmer = async (page: Page, parts: Part[], rows: number): Promise<void> => {
  for (const part of parts) {
    const entries = inKhmer(entriesOf(part, rows))
    if (!entries.length) continue
    await turnTo(page, part)
    for (const list of part.lists ?? [])
      for (let index = 0; index < rows; index += 1) await unfold(page, list.path, index)
    for (const entry of entries) await fill(page, entry)
  }
}

interface Seen {
  rows: number
  khmer?: boolean
}

const chosen = (part: Part, { rows, khmer }: Seen): Entry[] =>
  khmer ? inKhmer(entriesOf(part, rows)) : entriesOf(part, rows)

const counts = (parts: Part[], rows: number): Values =>
  Object.fromEntries(parts.flatMap(({ lists = [] }) => lists.map(({ path }) => [path, rows])))

/** The expected values of the form after the save. */
export const toBeShown = (parts: Part[], seen: Seen): Values => ({
  ...counts(parts, seen.rows),
  ...Object.fromEntries(
    parts.flatMap((part) => chosen(part, seen)).map(({ path, value, becomes }) => [path, becomes ?? value]),
  ),
})

/** The values shown in the form. */
export const shown = async (page: Page, parts: Part[], seen: Seen): Promise<Values> => {
  const values: Values = {}
  for (const part of parts) {
    await turnTo(page, part)
    // Names of chosen rows are requested when they scroll into view.
    await quiet(page)
    for (const { path } of part.lists ?? []) {
      values[path] = await countRows(page, path)
      for (let index = 0; index < Number(values[path]); index += 1) await unfold(page, path, index)
    }
    for (const { kind, path } of chosen(part, seen)) values[path] = await kindOf(kind).shown(page, path)
  }
  return values
}

/** The expected values in the API. */
export const toBeKept = (parts: Part[], seen: Seen): Values => ({
  ...counts(parts, seen.rows),
  ...Object.fromEntries(
    parts
      .flatMap((part) => chosen(part, seen))
      .map(({ path, value, becomes, kept }) => [path, kept ?? becomes ?? value]),
  ),
})

const at = (document: unknown, path: string): unknown =>
  path.split('.').reduce((value, step) => (value as Record<string, unknown> | null | undefined)?.[step], document)

/** The values in a response of the API. */
export const kept = (document: unknown, parts: Part[], seen: Seen): Values => ({
  ...Object.fromEntries(
    Object.keys(counts(parts, 0)).map((path) => [path, (at(document, path) as unknown[] | undefined)?.length]),
  ),
  ...Object.fromEntries(
    parts.flatMap((part) => chosen(part, seen)).map(({ kind, path }) => [path, kindOf(kind).kept(at(document, path))]),
  ),
})
