import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { getDocumentProxy, renderPageAsImage } from 'unpdf'
import { type ReadOrder, SIZES, type SizeFound } from './finding.ts'

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

/** A longer page, as of a plan that is a metre long, is no picture to show beside a text. */
const MOST_HEIGHT = 4

/** pdf.js draws with it; Node has it from version 21 on. */
const missing = ArrayBuffer.prototype as { transferToFixedLength?: (length?: number) => ArrayBuffer }
missing.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
  return length === this.byteLength ? structuredClone(this, { transfer: [this] }) : this.slice(0, length)
}

/**
 * Draws the first page of a PDF and writes it in the sizes of an image, `<folder>/<name>.webp`.
 *
 * @returns `undefined` when it cannot be drawn, or is far longer than wide
 */
export const previewOf = async ({ file, folder }: ReadOrder): Promise<SizeFound[] | undefined> => {
  try {
    const document = await getDocumentProxy(new Uint8Array(await readFile(file)))
    const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 })
    if (!(width > 0 && height > 0 && height <= width * MOST_HEIGHT)) return undefined
    const widest = Math.max(...SIZES.map((size) => size.width))
    const canvasImport = () => import('@napi-rs/canvas')
    const drawn = Buffer.from(await renderPageAsImage(document, 1, { canvasImport, width: widest }))
    const sizes: SizeFound[] = []
    for (const { name, width } of SIZES) {
      const image = sharp(drawn).flatten({ background: 'white' }).resize({ width }).webp()
      const made = await image.toFile(path.join(folder, `${name}.webp`))
      sizes.push({ name, width: made.width, height: made.height, filesize: made.size })
    }
    return sizes
  } catch {
    return undefined
  }
}
