import type { FieldHook } from 'payload'
import { getDocumentProxy } from 'unpdf'

/** A scan has no letters on its first pages; a signed PDF made from a text has plenty. */
const PAGES_READ = 3
const FEWEST_LETTERS = 20

/**
 * Whether a PDF carries its text as text. Without it screen readers read nothing and no search finds it.
 *
 * @returns `undefined` when the file cannot be read
 */
const hasText = async (bytes: Uint8Array): Promise<boolean | undefined> => {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes))
    let letters = 0
    for (let number = 1; number <= Math.min(document.numPages, PAGES_READ); number += 1) {
      const content = await (await document.getPage(number)).getTextContent()
      for (const item of content.items) letters += 'str' in item ? item.str.replace(/\P{L}/gu, '').length : 0
      if (letters >= FEWEST_LETTERS) break
    }
    await document.destroy()
    return letters >= FEWEST_LETTERS
  } catch {
    return undefined
  }
}

/** Guarantees that a stored PDF says whether it is a text or a scan; measured once, never taken from a request. */
export const textLayer: FieldHook = async ({ operation, originalDoc, req }) => {
  if (operation !== 'create') return originalDoc?.textLayer ?? null
  if (req.file?.mimetype !== 'application/pdf') return null
  const found = await hasText(req.file.data)
  return found === undefined ? null : found ? 'text' : 'scan'
}
