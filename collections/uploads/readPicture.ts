import path from 'node:path'
import sharp, { type Metadata } from 'sharp'
import { BOUNDS } from '../../src/portal/uploads.ts'
import { type Accepted, type Fault, type ReadOrder, SIZES, type SizeFound } from './finding.ts'

type Picture = Required<Pick<Accepted, 'width' | 'height' | 'sizes'>> & Pick<Accepted, 'cleaned'>

const options = { limitInputPixels: BOUNDS.pixels, failOn: 'error' } as const

/** Qualities at which a rewritten image looks the same; PNG is lossless anyway. */
const SAME_LOOK = { jpeg: { quality: 92 }, webp: { quality: 92 }, avif: { quality: 80 }, png: {} } as const

const isRewritable = (format: string): format is keyof typeof SAME_LOOK => format in SAME_LOOK

/**
 * Writes an image without what its camera or program recorded (place, time, device, names), turned as it is meant to be
 * seen. Its colour profile stays. Images without such metadata are kept byte for byte.
 *
 * @returns whether `<folder>/cleaned` was written
 */
const clean = async ({ file, folder }: ReadOrder, found: Metadata): Promise<boolean> => {
  const { exif, xmp, iptc, pages = 1 } = found
  const format = found.format === 'heif' ? 'avif' : found.format
  if (!(exif || xmp || iptc) || pages > 1 || !isRewritable(format)) return false
  const image = sharp(file, options).autoOrient().keepIccProfile()
  await image.toFormat(format, SAME_LOOK[format]).toFile(path.join(folder, 'cleaned'))
  return true
}

/**
 * Opens an image, writes its smaller versions, and cleans it of metadata. Decoding it completely rejects a corrupt one. Only the first frame of
 * an animation is decoded, after its frames are counted.
 *
 * @returns the fault of an image that does not open, or of an animation with too many pixels
 */
export const readPicture = async ({ file, folder }: ReadOrder): Promise<Picture | { fault: Fault }> => {
  try {
    const found = await sharp(file, options).metadata()
    const { pages = 1, width, height, autoOrient } = found
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
    const isCleaned = await clean({ file, folder }, found)
    return { width: autoOrient.width, height: autoOrient.height, sizes, ...(isCleaned ? { cleaned: true } : {}) }
  } catch {
    return { fault: 'picture' }
  }
}
