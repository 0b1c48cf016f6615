/** Bits of a run's format, as the editor keeps them. */
export const BOLD = 1
export const ITALIC = 2
export const STRUCK = 4
export const UNDERLINED = 8
export const SUBSCRIPT = 32
export const SUPERSCRIPT = 64

/** Words that look the same; a line break is a run of its own, `\n`. */
export interface Run {
  text: string
  /** Sum of the bits above. */
  format: number
  /** Where a link leads; one that may stand in a published text. */
  href?: string
}

/** What loose words become when they end. */
export type Shape =
  | { kind: 'paragraph' | 'quote'; align?: 'center' | 'right' }
  | { kind: 'heading'; level: number; align?: 'center' | 'right' }
  /** A point of a list; `level` counts from 0, `value` is the number printed before it. */
  | { kind: 'item'; level: number; ordered: boolean; value: number }

export type Words = Shape & { runs: Run[] }

export interface Cell {
  header: boolean
  colSpan: number
  rowSpan: number
  words: Words[]
}

export type Block = Words | { kind: 'table'; rows: Cell[][] }
