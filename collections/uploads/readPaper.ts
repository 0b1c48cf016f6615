import { getDocumentProxy } from 'unpdf'

/** A scan has no text on its first pages; a signed PDF made from text has plenty. */
const PAGES_READ = 3
const FEWEST_LETTERS = 20

/**
 * Whether a PDF has a text layer. Without one, screen readers and search cannot read it.
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
