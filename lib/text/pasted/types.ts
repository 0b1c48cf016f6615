/** Format flags of a run, as the editor stores them. */
export const BOLD = 1
export const ITALIC = 2
export const STRUCK = 4
export const UNDERLINED = 8
export const SUBSCRIPT = 32
export const SUPERSCRIPT = 64

/** Text of uniform format; a line break is a separate run, `\n`. */
export interface Run {
  text: string
  /** Sum of the flags above. */
  format: number
  /** Link target; always safe for a published text. */
  href?: string
}

/** Kind of block that loose text becomes. */
export type Shape =
  | { kind: 'paragraph' | 'quote'; align?: 'center' | 'right' }
  | { kind: 'heading'; level: number; align?: 'center' | 'right' }
  /** A list item; `level` starts at 0, `value` is the number printed before it. */
  | { kind: 'item'; level: number; ordered: boolean; value: number }

export type Words = Shape & { runs: Run[] }

export interface Cell {
  header: boolean
  colSpan: number
  rowSpan: number
  words: Words[]
}

export type Block = Words | { kind: 'table'; rows: Cell[][] }
