/**
 * What no line shows: control characters, line and paragraph separators, marks that reorder text (they can hide or
 * forge a part of it), halves of surrogate pairs, and noncharacters. Joiners and the Khmer word break stay.
 */
const INVISIBLE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]+/gu

/** A text as one line of what can be seen, for headers of mails, names and titles. */
export const oneLine = (text: string): string => text.replace(INVISIBLE, ' ').trim()
