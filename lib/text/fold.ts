import { withFewMarks } from './fewMarks.ts'

/**
 * Text as a reader without Vietnamese keys types it: lower case, no tone or vowel marks, đ as d. Two spellings that
 * differ only in where the tone mark stands (Ủy/Uỷ, hòa/hoà) fold to the same text. Drops U+0300–U+036F and nothing
 * else: the vowel signs of Khmer are combining marks too, and without them its words cannot be told apart.
 * Idempotent; never throws.
 */
export const fold = (text: string): string =>
  withFewMarks(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u0111\u0110\u00f0\u00d0\u0256\u0189]/g, 'd')
    .normalize('NFC')
    .toLowerCase()
