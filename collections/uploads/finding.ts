/** Smaller copies of a picture: name in the row, and the width in pixels that none of them exceeds. */
export const SIZES = [
  { name: 'thumbnail', width: 320 },
  { name: 'card', width: 800 },
] as const

export type SizeName = (typeof SIZES)[number]['name']

/** What the reading process is told: which file, and the folder it may write smaller copies of a picture into. */
export interface ReadOrder {
  file: string
  folder: string
}

/** A smaller copy that was written as `<folder>/<name>.webp`. */
export interface SizeFound {
  name: SizeName
  width: number
  height: number
  filesize: number
}

/** Why a file is not kept. `costly` is one that cannot be read within the bounds, or that ends who reads it. */
export type Fault = 'kind' | 'size' | 'picture' | 'moving' | 'paper' | 'film' | 'costly'

/** A file that can be kept, before what is only measured of it. */
export interface Accepted {
  mimeType: string
  extension: string
  /** Of a picture, turned as it is shown. */
  width?: number
  height?: number
  sizes?: SizeFound[]
}

/** What is only measured; what is missing is not known. */
export interface Measured {
  textLayer?: 'text' | 'scan'
  durationSeconds?: number
}

/** What the reading process prints, one JSON object a line: whether the file is kept, then what was measured of it. */
export type Finding = { fault: Fault; largest?: number } | { accepted: Accepted } | { measured: Measured }
