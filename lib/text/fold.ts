import { withFewMarks } from './fewMarks.ts'

/**
 * Folds case and diacritics as a reader without a Vietnamese keyboard types: lower case, no tone or vowel marks, đ as
 * d. Spellings that differ only in the position of the tone mark (Ủy/Uỷ, hòa/hoà) fold to the same text. Removes only
 * U+0300–U+036F, because Khmer vowel signs are combining marks too and carry meaning. Idempotent; never throws.
 */
export const fold = (text: string): string =>
  withFewMarks(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u0111\u0110\u00f0\u00d0\u0256\u0189]/g, 'd')
    .normalize('NFC')
    .toLowerCase()
