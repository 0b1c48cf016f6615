import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { type AddressObject, simpleParser } from 'mailparser'

/** A mail written to a file instead of being sent. */
export interface WrittenMail {
  /** Identifies it in the viewer's URLs. */
  name: string
  subject: string
  to: string
  date: Date | undefined
  text: string
  /** Empty when the mail has no such part. */
  html: string
}

/** Maximum number of mails in the list. */
const MOST_LISTED = 100

/** Allow-list pattern for file names written by `writeMail`; prevents path traversal. */
const NAME = /^[\w-][\w.-]*$/

const folderOf = (dataDir: string) => path.join(dataDir, 'mail')

const addressesOf = (to: AddressObject | AddressObject[] | undefined): string =>
  [to]
    .flat()
    .map((one) => one?.text ?? '')
    .join(', ')

/** A mail by name; `undefined` when it does not exist. */
export const readMail = async (dataDir: string, name: string): Promise<WrittenMail | undefined> => {
  if (!NAME.test(name)) return undefined
  const bytes = await readFile(path.join(folderOf(dataDir), `${name}.eml`)).catch(() => undefined)
  if (!bytes) return undefined
  const { subject, to, date, text, html } = await simpleParser(bytes)
  return { name, subject: subject ?? '', to: addressesOf(to), date, text: text ?? '', html: html || '' }
}

/** The latest mails, newest first. */
export const readMails = async (dataDir: string): Promise<WrittenMail[]> => {
  const files = (await readdir(folderOf(dataDir)).catch(() => [])).filter((file) => file.endsWith('.eml'))
  const written = await Promise.all(
    files.map(async (file) => {
      const found = await stat(path.join(folderOf(dataDir), file)).catch(() => undefined)
      return { name: file.slice(0, -'.eml'.length), at: found?.mtimeMs ?? 0 }
    }),
  )
  const newest = written.sort((a, b) => b.at - a.at || a.name.localeCompare(b.name)).slice(0, MOST_LISTED)
  const mails = await Promise.all(newest.map(({ name }) => readMail(dataDir, name)))
  return mails.filter((mail) => mail !== undefined)
}
