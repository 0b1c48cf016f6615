import type { Page } from 'playwright-core'
import { button, prose, said } from '../../admin/support/office.ts'
import type { Day } from './day.ts'

/** What each kind of document holds when it is whole enough to be approved. */
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

/** Presses a button of the panel, and once more where it asks for a word first. */
export const press = async (page: Page, name: string, typed?: { label: string; text: string }): Promise<void> => {
  await button(page, name).and(page.locator(':enabled')).click()
  if (typed) {
    await page.locator('.approval').getByLabel(typed.label).fill(typed.text)
    await button(page, name).click()
  }
}

/** Says yes in the dialog that asks once more. */
export const confirm = (page: Page, name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

/** Waits until the panel says that it was done. */
export const done = (page: Page, sentence: string): Promise<void> => said(page).getByText(sentence).waitFor()

/** Titles of a kind of document that the public sees. */
export const publicTitles = async (day: Day, list: string): Promise<string[]> => {
  const query = `{ ${list}(limit: 100) { docs { title } } }`
  const answer = await fetch(`${day.office.origin}/graphql?query=${encodeURIComponent(query)}`)
  const { data } = (await answer.json()) as { data: Record<string, { docs: { title: string }[] }> }
  return data[list]!.docs.map(({ title }) => title)
}
