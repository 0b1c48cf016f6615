import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../admin/support/office.ts'
import { type Day, type Desk, openDay } from './support/day.ts'
import { choose, field, open, save, saveNew } from './support/form.ts'

let day: Day
beforeAll(async () => {
  day = await openDay()
})
afterEach(() => day.office.closeWindows())
afterAll(() => day.end())

const PASSWORD = 'mot mat khau du dai 2026'
let made = 0

/** The minimum that can be saved; `again` is the field that is typed again for the second save. */
const LEAST: Record<string, { again: string; fill: (desk: Desk) => Promise<void> }> = {
  ...Object.fromEntries(
    ['directives', 'bulletins', 'videos', 'notices', 'pages'].map((collection) => [
      collection,
      { again: 'title', fill: async ({ page }: Desk) => field(page, 'title').fill('Văn bản chỉ có tên') },
    ]),
  ),
  ...Object.fromEntries(
    ['document-types', 'organisations', 'territories'].map((collection) => [
      collection,
      {
        again: 'name',
        fill: async ({ page, person }: Desk) => {
          made += 1
          await field(page, 'code').fill(`ma-${person}-${made}`)
          await field(page, 'name').fill('Mục mới')
          if (collection === 'territories') await choose(page, 'kind', 'Xã, phường')
        },
      },
    ]),
  ),
  ...Object.fromEntries(
    ['topics', 'audiences'].map((collection) => [
      collection,
      {
        again: 'title',
        fill: async ({ page, person }: Desk) => {
          made += 1
          await field(page, 'slug').fill(`muc-${person}-${made}`)
          await field(page, 'title').fill('Mục mới')
        },
      },
    ]),
  ),
  media: {
    again: 'caption',
    fill: async ({ page }) => {
      made += 1
      const buffer = Buffer.from(`WEBVTT\n\n00:01.000 --> 00:02.000\nXin chào ${made}\n`)
      await page.locator('.file-field input[type="file"]').setInputFiles({
        name: `phu-de-${made}.vtt`,
        mimeType: 'text/vtt',
        buffer,
      })
    },
  },
  users: {
    again: 'name',
    fill: async ({ page }) => {
      await field(page, 'email').fill('nguoi-moi@example.vn')
      await field(page, 'password').fill(PASSWORD)
      await field(page, 'confirm-password').fill(PASSWORD)
      await field(page, 'name').fill('Người mới')
      await choose(page, 'role', 'Cộng tác viên')
    },
  },
}

const DOCUMENTS = ['directives', 'bulletins', 'videos', 'notices', 'pages', 'media']
const LISTS = ['document-types', 'organisations', 'territories', 'topics', 'audiences']
const WRITES: [Person, string[]][] = [
  ['author', DOCUMENTS],
  ['editor', [...DOCUMENTS, ...LISTS]],
  ['secretary', [...DOCUMENTS, ...LISTS]],
  ['head', [...DOCUMENTS, ...LISTS]],
  ['admin', ['users']],
]

describe.each(WRITES)('with the least typed in, %s', (person, collections) => {
  it.each(collections)('saves, opens again and saves again: %s', async (collection) => {
    const desk = await day.desk(person)
    const { page } = desk
    const { again, fill } = LEAST[collection]!
    await open(page, `${day.office.origin}/admin/collections/${collection}/create`)
    await fill(desk)
    desk.types(`ma-${person}-${made}`, `muc-${person}-${made}`, `phu-de-${made}.vtt`, 'nguoi-moi@example.vn')
    const address = await saveNew(page)
    await open(page, address)
    await field(page, again).fill('Đã sửa lại')
    expect(await save(page)).toBe(200)
    await page.locator('.toast-success').first().waitFor()
    await desk.step(`least-${collection}`)
  })
})

describe('the facts of the portal', () => {
  it.each(['editor', 'head', 'admin'] as const)('are saved by %s', async (person) => {
    const desk = await day.desk(person)
    await open(desk.page, `${day.office.origin}/admin/globals/site`)
    made += 1
    await field(desk.page, 'openingVisits').fill(String(1000 + made))
    expect(await save(desk.page)).toBe(200)
    await desk.page.locator('.toast-success').first().waitFor()
    await desk.step('least-site')
    // Tests close windows at once, and the lock of the previous person remains for minutes.
    await desk.leave('site')
  })
})
