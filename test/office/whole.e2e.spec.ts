import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Bulletins, Directives, Notices, Pages, Videos } from '../../collections/index.ts'
import { publicAnswer, publish } from './support/approvals.ts'
import { type Day, type Desk, openDay } from './support/day.ts'
import { AUTHORS, EDITORS_BULLETIN, type Part } from './support/everyField.ts'
import { open, saveNew } from './support/form.ts'
import { fieldsToFill } from './support/formFields.ts'
import { removeLastRow } from './support/lists.ts'
import { quiet } from './support/quiet.ts'
import { saveAgain, turnToLanguage } from './support/saving.ts'
import * as form from './support/wholeForm.ts'

let day: Day
beforeAll(async () => {
  day = await openDay()
})
afterEach(() => day.office.closeWindows())
afterAll(() => day.end())

/** Limit for a test that hangs. Filling a whole form takes long on a machine under load. */
const HANGS_MS = 900_000

/** A document being written, with everything that was typed. */
interface Work {
  desk: Desk
  collection: string
  parts: Part[]
  address: string
}

const answerOfApi = async ({ desk, collection, address }: Work, locale: string): Promise<unknown> => {
  const query = `locale=${locale}&fallback-locale=none&depth=1`
  const url = `${day.office.origin}/api/${collection}/${address.split('/').at(-1)}?${query}`
  return (await desk.page.request.get(url, { headers: { origin: day.office.origin } })).json()
}

/** Reopens the document and checks that the form and the API contain exactly what was typed. */
const foundAgain = async (work: Work, rows: number): Promise<void> => {
  const { desk, parts, address } = work
  await open(desk.page, `${address}?locale=vi`)
  expect(await form.shown(desk.page, parts, { rows })).toEqual(form.toBeShown(parts, { rows }))
  expect(form.kept(await answerOfApi(work, 'vi'), parts, { rows })).toEqual(form.toBeKept(parts, { rows }))
}

const ROWS = 3

/** Fills in the whole form, with three rows in each list, and saves it. */
const written = async (desk: Desk, collection: string, parts: Part[]): Promise<Work> => {
  await open(desk.page, `${day.office.origin}/admin/collections/${collection}/create`)
  await form.fillEntries(desk.page, parts)
  await form.fillRows(desk.page, parts, ROWS)
  const work = { desk, collection, parts, address: await saveNew(desk.page) }
  await foundAgain(work, ROWS)
  for (const [index, part] of parts.entries()) {
    if (!part.tab) continue
    await form.turnTo(desk.page, part)
    await quiet(desk.page)
    await desk.step(`whole-${collection}-tab-${index + 1}`)
  }
  await desk.step(`whole-${collection}`)
  return work
}

/** Removes rows from every list down to this number, and saves. */
const shortened = async (work: Work, from: number, to: number): Promise<void> => {
  const { desk, parts, collection } = work
  await form.atEachList(desk.page, parts, async ({ path }) => {
    for (let left = from; left > to; left -= 1) await removeLastRow(desk.page, path)
  })
  await saveAgain(desk.page)
  await foundAgain(work, to)
  await desk.step(`whole-${collection}-rows-${to}`)
}

/** Removes all rows of every list one by one, and adds them again. */
const rowsComeAndGo = async (work: Work): Promise<void> => {
  const { desk, parts } = work
  if (!parts.some(({ lists }) => lists)) return
  await shortened(work, ROWS, 1)
  await shortened(work, 1, 0)
  await form.fillRows(desk.page, parts, ROWS)
  await saveAgain(desk.page)
  await foundAgain(work, ROWS)
}

/** Fills in the Khmer values and checks them; the Vietnamese ones must not change. */
const translated = async (work: Work): Promise<void> => {
  const { desk, parts, collection, address } = work
  const seen = { rows: ROWS, khmer: true }
  await turnToLanguage(desk.page, 'ភាសាខ្មែរ')
  await form.fillKhmer(desk.page, parts, ROWS)
  await saveAgain(desk.page)
  await open(desk.page, `${address}?locale=km`)
  expect(await form.shown(desk.page, parts, seen)).toEqual(form.toBeShown(parts, seen))
  expect(form.kept(await answerOfApi(work, 'km'), parts, seen)).toEqual(form.toBeKept(parts, seen))
  await desk.step(`whole-${collection}-khmer`)
  await foundAgain(work, ROWS)
  await desk.step(`whole-${collection}-again`)
}

/** Takes the document through every approval, and checks its table and lists in the public API. */
const published = async ({ parts, collection, address }: Work): Promise<void> => {
  await publish(day, collection, address)
  const typed = form.toBeShown(parts, { rows: ROWS })
  const ask = () =>
    publicAnswer<{ directive: { body: { html: string } } | null }>(
      day,
      `{ directive(slug: "${typed.slug}") { title availableLocales body { html } files { filename }
        signers { name title capacity } taskGroups { ordinal heading body lead deadline } relations { citedAs } } }`,
    )
  await expect.poll(async () => (await ask()).directive, { timeout: 60_000 }).not.toBeNull()
  const { directive } = await ask()
  const rows = Array.from({ length: ROWS }, (_, index) => index)
  expect(directive).toMatchObject({
    title: typed.title,
    availableLocales: ['vi', 'km'],
    files: [{ filename: 'ke-hoach-du-moi-muc.pdf' }, { filename: 'phu-luc-du-moi-muc.vtt' }],
    signers: rows.map((row) => ({
      name: typed[`signers.${row}.name`],
      title: typed[`signers.${row}.title`],
      capacity: 'KT',
    })),
    taskGroups: rows.map((row) => ({
      ordinal: row + 1,
      heading: typed[`taskGroups.${row}.heading`],
      body: typed[`taskGroups.${row}.body`],
      lead: typed[`taskGroups.${row}.lead`],
      deadline: typed[`taskGroups.${row}.deadline`],
    })),
    relations: rows.map((row) => ({ citedAs: typed[`relations.${row}.citedAs`] })),
  })
  const cells = directive!.body.html.match(/<t[hd]\b[\s\S]*?<\/t[hd]>/g) ?? []
  const words = cells.map((cell) => cell.replace(/<[^>]+>/g, '').trim())
  expect(words, directive!.body.html).toEqual((typed.body as { table: string[][] }).table.flat())
}

describe('with every field filled in', () => {
  it.each([Directives, Bulletins, Videos, Notices, Pages])(
    'no field of the form is left out: $slug',
    ({ slug, fields }) => {
      const parts = [...AUTHORS[slug]!, ...(slug === 'bulletins' ? EDITORS_BULLETIN : [])]
      const filled = new Set(form.fieldsOf(parts))
      expect(fieldsToFill(fields).filter((path) => !filled.has(path))).toEqual(slug === 'bulletins' ? [] : ['unit'])
    },
  )

  it.each(Object.entries(AUTHORS))(
    'an author saves, opens again, has rows come and go, and translates: %s',
    async (collection, parts) => {
      const work = await written(await day.desk('author'), collection, parts)
      await rowsComeAndGo(work)
      await translated(work)
      if (collection === 'directives') await published(work)
    },
    HANGS_MS,
  )

  it(
    'an editor saves, opens again, has rows come and go, and translates: bulletins',
    async () => {
      const work = await written(await day.desk('editor'), 'bulletins', EDITORS_BULLETIN)
      await rowsComeAndGo(work)
      await translated(work)
    },
    HANGS_MS,
  )
})
