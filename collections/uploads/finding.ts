/** Smaller versions of an image: name in the row, and maximum width in pixels. */
export const SIZES = [
  { name: 'thumbnail', width: 320 },
  { name: 'card', width: 800 },
] as const

/** The version of a PDF's first page that is published with it. */
export const PREVIEW_SIZE = 'card'

export type SizeName = (typeof SIZES)[number]['name']

/** Input of the reader process: the file, and the folder for smaller versions of an image. */
export interface ReadOrder {
  file: string
  folder: string
}

/** A smaller version written as `<folder>/<name>.webp`. */
export interface SizeFound {
  name: SizeName
  width: number
  height: number
  filesize: number
}

/** Why a file is rejected. `costly`: it cannot be read within the limits, or it kills the reader. */
export type Fault = 'kind' | 'size' | 'picture' | 'moving' | 'paper' | 'film' | 'captions' | 'costly'

/** An accepted file, before the optional measurements. */
export interface Accepted {
  mimeType: string
  extension: string
  /** Dimensions of an image, after rotation. */
  width?: number
  height?: number
  sizes?: SizeFound[]
  /** Whether `<folder>/cleaned` holds the image without the metadata of its camera, to be kept instead of the file. */
  cleaned?: true
}

/** Optional measurements; a missing value is unknown. */
export interface Measured {
  textLayer?: 'text' | 'scan'
  durationSeconds?: number
  /** Pictures of the first page of a PDF, in the sizes of an image. */
  preview?: SizeFound[]
}

/** A rejected file, with what the message names. */
export interface Refused {
  fault: Fault
  /** Maximum size of this kind of file in bytes, for `size`. */
  largest?: number
  /** Line of the first fault, from 1, for `captions`. */
  line?: number
}

/**
 * Output of the reader process, one JSON object per line: first whether the file is accepted, then the measurements.
 */
export type Finding = Refused | { accepted: Accepted } | { measured: Measured }
