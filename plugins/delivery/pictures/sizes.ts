/** Formats of the offered versions, the smallest first, with the extension in their addresses. */
export const PICTURE_TYPES = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const

export type PictureExtension = keyof typeof PICTURE_TYPES

/** A version of a picture. */
export interface PictureSize {
  /** Pixels. */
  width: number
  height: number
  extension: PictureExtension
}

export const EXTENSIONS = Object.keys(PICTURE_TYPES) as PictureExtension[]

const isLength = (value: number | undefined): value is number => Number.isInteger(value) && value! > 0

/**
 * The versions at which a picture is offered, in every format: at each of the widths that is smaller than its own, and at
 * its own unless that is larger than all of them. None of a file without dimensions. Pure.
 *
 * @param widths in pixels
 */
export const sizesOf = (picture: { width?: number; height?: number }, widths: readonly number[]): PictureSize[] => {
  const { width: own, height: ownHeight } = picture
  if (!isLength(own) || !isLength(ownHeight)) return []
  const smaller = widths.filter((width) => width < own)
  const offered = widths.some((width) => width >= own) ? [...smaller, own] : smaller
  return [...new Set(offered)]
    .sort((a, b) => a - b)
    .flatMap((width) =>
      EXTENSIONS.map((extension) => ({
        width,
        height: Math.max(1, Math.round((width * ownHeight) / own)),
        extension,
      })),
    )
}

/** Last part of the address of a version: `640.avif`. */
export const nameOfSize = ({ width, extension }: Pick<PictureSize, 'width' | 'extension'>): string =>
  `${width}.${extension}`
