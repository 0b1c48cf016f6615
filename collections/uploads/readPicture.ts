import path from 'node:path'
import sharp from 'sharp'
import { BOUNDS } from '../../src/portal/uploads.ts'
import { type Accepted, type Fault, type ReadOrder, SIZES, type SizeFound } from './finding.ts'

type Picture = Required<Pick<Accepted, 'width' | 'height' | 'sizes'>>

const options = { limitInputPixels: BOUNDS.pixels, failOn: 'error' } as const

/**
 * Opens an image and writes its smaller versions. Decoding it completely rejects a corrupt one. Only the first frame of
 * an animation is decoded, after its frames are counted.
 *
 * @returns the fault of an image that does not open, or of an animation with too many pixels
 */
export const readPicture = async ({ file, folder }: ReadOrder): Promise<Picture | { fault: Fault }> => {
  try {
    const { pages = 1, width, height, autoOrient } = await sharp(file, options).metadata()
    if (width * height * pages > (pages > 1 ? BOUNDS.pixelsOfAllFrames : BOUNDS.pixels)) return { fault: 'moving' }
    const sizes: SizeFound[] = []
    // The largest version is made from the original, which decodes it completely; each smaller one from the previous
    // version.
    let from = file
    for (const { name, width } of SIZES.toSorted((one, other) => other.width - one.width)) {
      const copy = path.join(folder, `${name}.webp`)
      const made = await sharp(from, options)
        .autoOrient()
        .resize({ width, withoutEnlargement: true })
        .webp()
        .toFile(copy)
      sizes.push({ name, width: made.width, height: made.height, filesize: made.size })
      from = copy
    }
    return { width: autoOrient.width, height: autoOrient.height, sizes }
  } catch {
    return { fault: 'picture' }
  }
}
