import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { button, type Person, prose, said } from '../../admin/support/office.ts'
import type { Day, Desk } from './day.ts'
import { open } from './form.ts'

/** A complete document of each kind, ready for approval. */
export const wholeDocument = async (day: Day, collection: string, title: string): Promise<object> => {
  const body = prose('Sở Tư pháp tiếp công dân vào thứ Năm hằng tuần.')
  if (collection === 'notices') return { title, body }
  if (collection === 'bulletins') return { title, body, byline: 'Phòng Phổ biến, giáo dục pháp luật' }
  if (collection === 'videos')
    return { title, embedUrl: 'https://vimeo.com/76979871', transcript: 'Lời thoại của video.' }
  const { page } = await day.desk('author')
  const idOf = async (of: string, code: string): Promise<string> => {
    const answer = await page.request.get(`${day.office.origin}/api/${of}?where[code][equals]=${code}&depth=0`, {
      headers: { origin: day.office.origin },
    })
    return ((await answer.json()) as { docs: { id: string }[] }).docs[0]!.id
  }
  return {
    title,
    body,
    number: 941,
    symbol: 'KH-UBND',
    issuedOn: '2026-05-08',
    docType: await idOf('document-types', 'KH'),
    issuer: await idOf('organisations', 'ubnd-tp-can-tho'),
  }
}

/** Presses a button of the panel; if it asks for a text, fills it in and presses again. */
export const press = async (page: Page, name: string, typed?: { label: string; text: string }): Promise<void> => {
  await button(page, name).and(page.locator(':enabled')).click()
  if (typed) {
    await page.locator('.approval').getByLabel(typed.label).fill(typed.text)
    await button(page, name).click()
  }
}

export const confirm = (page: Page, name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

/** Waits for the panel's confirmation. */
export const done = (page: Page, sentence: string): Promise<void> => said(page).getByText(sentence).waitFor()

/** Opens a document as a person who takes one step. */
export const at = async (day: Day, person: Person, address: string, width?: number): Promise<Desk> => {
  const desk = await day.desk(person, width)
  await open(desk.page, address)
  return desk
}

const NOTE = { label: 'Ghi chú (không bắt buộc)', text: 'Đã đối chiếu.' }

/** Submits a document as its author. */
export const submit = async (day: Day, collection: string, address: string): Promise<void> => {
  const { page, step } = await at(day, 'author', address)
  await press(page, 'Trình duyệt')
  await done(page, 'Đã trình duyệt.')
  // The form must be read-only now, on every tab.
  await page.locator('#action-save').waitFor({ state: 'detached' })
  await expect.poll(() => page.locator('.document-fields input:enabled:visible[id^="field-"]').count()).toBe(0)
  await step(`submitted-${collection}`)
}

/** Passes on a submitted document as the editor. */
export const pass = async (day: Day, collection: string, address: string): Promise<void> => {
  const { page, step } = await at(day, 'editor', address)
  await press(page, 'Chuyển bước tiếp', NOTE)
  await done(page, 'Đã chuyển sang bước tiếp.')
  await step(`passed-${collection}`)
}

const confirmAsSecretary = async (day: Day, collection: string, address: string): Promise<void> => {
  const { page, step } = await at(day, 'secretary', address)
  await press(page, 'Duyệt', NOTE)
  await done(page, 'Đã duyệt.')
  await step(`confirmed-${collection}`)
}

/** Takes an author's document through all steps until it is public. */
export const publish = async (day: Day, collection: string, address: string): Promise<void> => {
  await submit(day, collection, address)
  await pass(day, collection, address)
  if (collection !== 'notices') await confirmAsSecretary(day, collection, address)
  const { page, step } = await at(day, 'head', address)
  await press(page, 'Duyệt', NOTE)
  await step(`last-approval-${collection}`)
  await confirm(page, 'Duyệt lần cuối')
  await done(page, 'Đã duyệt; văn bản đã được công bố.')
  await step(`published-${collection}`)
}

export const publicAnswer = async <T>(day: Day, query: string): Promise<T> => {
  const answer = await fetch(`${day.office.origin}/graphql?query=${encodeURIComponent(query)}`)
  return ((await answer.json()) as { data: T }).data
}

/** Titles of the public documents of one kind. */
export const publicTitles = async (day: Day, list: string): Promise<string[]> => {
  const data = await publicAnswer<Record<string, { docs: { title: string }[] }>>(
    day,
    `{ ${list}(limit: 100) { docs { title } } }`,
  )
  return data[list]!.docs.map(({ title }) => title)
}
