import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { field } from './form.ts'

const DEMO = path.resolve('src/seed/files')
const ofDemo = (name: string) => readFileSync(path.join(DEMO, name))

/** Content of a file by its extension. */
const FILES: Record<string, { mimeType: string; content: () => Buffer }> = {
  '.pdf': { mimeType: 'application/pdf', content: () => ofDemo('ke-hoach-84-kh-ubnd-ban-trinh-dien.pdf') },
  '.vtt': { mimeType: 'text/vtt', content: () => Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\nXin chào\n') },
  '.webm': { mimeType: 'video/webm', content: () => ofDemo('hoat-dong-hoa-giai-co-so.webm') },
  '.webp': { mimeType: 'image/webp', content: () => ofDemo('truyen-thong-ve-bao-luc-gia-dinh-va-tao-hon.webp') },
}

/** A file with this name on the person's machine. */
const fromDisk = (name: string) => {
  const { mimeType, content } = FILES[path.extname(name)]!
  return { name, mimeType, buffer: content() }
}

const drawer = (page: Page): Locator => page.locator('.drawer__content').last()
const gone = (page: Page) => page.locator('.drawer__content').first().waitFor({ state: 'detached' })

/** Uploads several files in the drawer for many. */
export const uploadedFiles = async (page: Page, at: string, names: string[]): Promise<void> => {
  await field(page, at).locator('.upload__createNewToggler').click()
  await drawer(page)
    .locator('.bulk-upload--add-files__hidden-input')
    .setInputFiles(names.map((name) => fromDisk(name)))
  await drawer(page).locator('.bulk-upload--actions-bar').getByRole('button', { name: 'Lưu' }).click()
  await gone(page)
}

/** Uploads a file in the drawer for a single one; an image gets its description there. */
export const uploadedFile = async (page: Page, at: string, name: string): Promise<void> => {
  await field(page, at).locator('.upload__createNewToggler').click()
  await drawer(page).locator('.file-field input[type="file"]').setInputFiles(fromDisk(name))
  if (name.endsWith('.webp')) await drawer(page).locator('#field-alt').fill('Bà con nghe phổ biến pháp luật.')
  await drawer(page).locator('#action-save:enabled').click()
  await gone(page)
}

/** Chooses a file from the library. */
export const chosenFile = async (page: Page, at: string, name: string): Promise<void> => {
  await field(page, at).locator('.upload__listToggler').click()
  await drawer(page).locator('table').getByText(name, { exact: true }).first().click()
  await gone(page)
}

/** Names of the files shown in a field. */
export const shownFiles = (page: Page, at: string): Promise<string[]> =>
  field(page, at).locator('.upload-relationship-details__filename').allInnerTexts()
