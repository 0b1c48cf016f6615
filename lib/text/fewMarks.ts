/** No script has more marks on a letter; the number is that of the Stream-Safe Text Format (UAX #15, section 13). */
const HEAP = /(\p{M}{30})\p{M}+/gu

/**
 * A text without the marks that heap up beyond thirty on one letter. Normal forms sort the marks of a letter, which
 * takes the square of their number. Idempotent; never throws.
 */
export const withFewMarks = (text: string): string => text.replace(HEAP, '$1')
