/**
 * More combining marks than any script uses; the limit is that of the Stream-Safe Text Format (UAX #15, section 13).
 */
const HEAP = /(\p{M}{30})\p{M}+/gu

/**
 * Removes combining marks beyond thirty on one letter, because normalisation sorts them in quadratic time. Idempotent;
 * never throws.
 */
export const withFewMarks = (text: string): string => text.replace(HEAP, '$1')
