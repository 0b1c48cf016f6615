import type { Locator, Page } from 'playwright-core'
import { listDay, parseDay } from '../../../lib/text/dates.ts'
import { choose, field } from './form.ts'
import { chosenFile, shownFiles, uploadedFile, uploadedFiles } from './uploads.ts'

/** A text with a table below its first line. */
interface TextWithTable {
  line: string
  /** Rows of cells. */
  table: string[][]
}

/** How a person fills a kind of field, and how to read its value. */
interface Kind<Value> {
  fill(page: Page, path: string, value: Value): Promise<void>
  /** The value shown in the form, comparable with the entered one. */
  shown(page: Page, path: string): Promise<unknown>
  /** The value in the API, comparable with the entered one. */
  kept(stored: unknown): unknown
}

const texts = (found: Locator) => found.allInnerTexts()

/** The name of a chosen row in a populated response. */
const named = (row: unknown): unknown => {
  const { name, label, title, filename } = (row ?? {}) as Record<string, unknown>
  return name ?? label ?? title ?? filename ?? row
}

const asText = (stored: unknown): unknown => (stored === null || stored === undefined ? '' : String(stored))

const line: Kind<string> = {
  fill: (page, path, value) => field(page, path).fill(value),
  shown: (page, path) => field(page, path).inputValue(),
  kept: asText,
}

const tick: Kind<boolean> = {
  fill: (page, path, value) => field(page, path).setChecked(value),
  shown: (page, path) => field(page, path).isChecked(),
  kept: Boolean,
}

/** Searches for a row of another collection and chooses it. */
const find = async (page: Page, path: string, name: string): Promise<void> => {
  await field(page, path).locator('.rs__control input').first().fill(name)
  await page.locator('.rs__option').getByText(name, { exact: true }).first().click()
}

/** A single choice, identified by its label. */
const choice = (fill: Kind<string>['fill'], kept: Kind<string>['kept']): Kind<string> => ({
  fill,
  shown: async (page, path) => (await texts(field(page, path).locator('.rs__single-value'))).join(),
  kept,
})

const rows: Kind<string[]> = {
  fill: async (page, path, value) => {
    for (const name of value) await find(page, path, name)
  },
  shown: (page, path) => texts(field(page, path).locator('.rs__multi-value')),
  kept: (stored) => (stored as unknown[]).map(named),
}

/** An input for several texts, each ended with Enter. */
const wordsAt = (page: Page, path: string): Locator => page.locator(`.field-${path}`).first()

const words: Kind<string[]> = {
  fill: async (page, path, value) => {
    for (const word of value) {
      await wordsAt(page, path).locator('.rs__input').fill(word)
      await page.keyboard.press('Enter')
    }
  },
  shown: (page, path) => texts(wordsAt(page, path).locator('.rs__multi-value')),
  kept: (stored) => stored,
}

const editor = (page: Page, path: string): Locator =>
  page.locator(`[data-field-path="${path}"] [data-lexical-editor]`).first()

interface Node {
  type: string
  text?: string
  children?: Node[]
}

const wordsOf = (node: Node): string => node.text ?? (node.children ?? []).map(wordsOf).join('')

const prose: Kind<string> = {
  fill: async (page, path, value) => {
    await editor(page, path).click()
    await page.keyboard.type(value)
  },
  shown: async (page, path) => (await editor(page, path).innerText()).trim(),
  kept: (stored) => (stored ? wordsOf((stored as { root: Node }).root) : ''),
}

const withTable: Kind<TextWithTable> = {
  fill: async (page, path, { line: first, table }) => {
    await prose.fill(page, path, first)
    await page.locator(`[data-field-path="${path}"] .toolbar-popup__dropdown-add`).click()
    await page.locator('.toolbar-popup__dropdown-item-table').click()
    const drawer = page.locator('.drawer__content')
    await drawer.locator('#field-rows').fill(String(table.length))
    await drawer.locator('#field-columns').fill(String(table[0]!.length))
    await drawer.getByRole('button', { name: 'Lưu' }).click()
    await drawer.waitFor({ state: 'detached' })
    for (const [row, cells] of table.entries())
      for (const [column, cell] of cells.entries()) {
        await editor(page, path).locator('tr').nth(row).locator('th, td').nth(column).click()
        await page.keyboard.type(cell)
      }
  },
  shown: async (page, path) => {
    const rowsOf = editor(page, path).locator('tr')
    const table: string[][] = []
    for (let row = 0; row < (await rowsOf.count()); row += 1)
      table.push((await texts(rowsOf.nth(row).locator('th, td'))).map((cell) => cell.trim()))
    return { line: (await editor(page, path).locator('> p').first().innerText()).trim(), table }
  },
  kept: (stored) => {
    const nodes = (stored as { root: Node }).root.children ?? []
    const table = nodes.find(({ type }) => type === 'table')
    return {
      line: wordsOf(nodes[0]!),
      table: (table?.children ?? []).map((row) => (row.children ?? []).map(wordsOf)),
    }
  },
}

const filename = (row: unknown) => (row as { filename?: unknown } | null)?.filename ?? null

/** Files uploaded in the drawer. */
const files: Kind<string[]> = {
  fill: uploadedFiles,
  shown: shownFiles,
  kept: (stored) => (stored as unknown[]).map(filename),
}

const file = (fill: Kind<string>['fill']): Kind<string> => ({
  fill,
  shown: async (page, path) => (await shownFiles(page, path)).join(),
  kept: (stored) => filename(stored) ?? '',
})

/** Dates are typed and shown day first, regardless of the browser's language, and stored in ISO format. */
const day: Kind<string> = {
  ...line,
  fill: (page, path, value) => line.fill(page, path, listDay(value)),
  shown: async (page, path) => {
    const shown = String(await line.shown(page, path))
    return shown === '' || /^\d{2}\/\d{2}\/\d{4}$/.test(shown) ? (parseDay(shown) ?? shown) : `not day first: ${shown}`
  },
}

/** Every kind of field in the forms of documents. */
export const KINDS = {
  line,
  day,
  tick,
  /** A choice of labels that the form stores as codes. */
  code: choice(choose, (stored) => stored ?? ''),
  row: choice(find, (stored) => (stored ? named(stored) : '')),
  rows,
  words,
  prose,
  withTable,
  files,
  /** A file uploaded in the drawer for a single one. */
  newFile: file(uploadedFile),
  /** A file from the library. */
  libraryFile: file(chosenFile),
} satisfies Record<string, Kind<never>>

export type KindName = keyof typeof KINDS
