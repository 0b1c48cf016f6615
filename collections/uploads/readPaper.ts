import { getDocumentProxy } from 'unpdf'

/** A scan has no letters on its first pages; a signed PDF made from a text has plenty. */
const PAGES_READ = 3
const FEWEST_LETTERS = 20

/**
 * Whether a PDF carries its text as text. Without it screen readers read nothing and no search finds it.
 *
 * @returns `undefined` when the file cannot be read
 */
export const textLayerOf = async (bytes: Uint8Array): Promise<'text' | 'scan' | undefined> => {
  try {
    const document = await getDocumentProxy(bytes)
    let letters = 0
    for (let number = 1; number <= Math.min(document.numPages, PAGES_READ); number += 1) {
      const content = await (await document.getPage(number)).getTextContent()
      for (const item of content.items) letters += 'str' in item ? item.str.replace(/\P{L}/gu, '').length : 0
      if (letters >= FEWEST_LETTERS) break
    }
    return letters >= FEWEST_LETTERS ? 'text' : 'scan'
  } catch {
    return undefined
  }
}
