const ONSET = '(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?'

/** Rimes without tones. The final `k` stands in names of the highlands: `Đăk Lăk`. */
const OPEN_RIMES = [
  ...['a(?:i|m|n|ng|nh|o|u|y)?', 'ă(?:m|n|ng)', 'â(?:m|n|ng|u|y)', 'e(?:m|n|ng|o)?', 'ê(?:m|n|nh|u)?'],
  ...['i(?:a|m|n|nh|u)?', '(?:iê|yê)(?:m|n|ng|u)', 'ê(?:m|n|ng|u)', 'o(?:i|m|n|ng)?', 'oong', 'oa(?:i|m|n|ng|nh|o|y)?'],
  ...['oă(?:m|n|ng)', 'oe(?:n|o)?', 'ô(?:i|m|n|ng)?', 'ơ(?:i|m|n)?', 'u(?:a|i|m|n|ng)?', 'uâ(?:n|ng|y)', 'uê(?:n|nh)?'],
  ...[
    'uô(?:i|m|n|ng)',
    'uơ',
    'uy(?:a|n|nh|u)?',
    'uyên',
    'ư(?:a|i|m|n|ng|u)?',
    'ươ(?:i|m|n|ng|u)',
    'y(?:n|nh)?',
    '[aăâêô]k',
  ],
].join('|')
const STOPPED_RIMES = [
  ...['a(?:c|ch|p|t)', '[ăâ](?:c|p|t)', 'e(?:c|p|t)', 'ê(?:ch|p|t)', 'i(?:ch|p|t)', '(?:iê|yê)(?:c|p|t)'],
  ...['ê(?:c|p|t)', 'o(?:c|p|t)', 'ooc', 'oa(?:c|ch|p|t)', 'oă(?:c|t)', 'oet', 'ô(?:c|p|t)', 'ơ(?:p|t)', 'u(?:c|p|t)'],
  ...['uât', 'uêch', 'uô(?:c|t)', 'uy(?:ch|t|p)', 'uyêt', 'ư(?:c|t)', 'ươ(?:c|p|t)', 'y(?:ch|t)'],
].join('|')
const OPEN = new RegExp(`^${ONSET}(?:${OPEN_RIMES})$`, 'u')
const STOPPED = new RegExp(`^${ONSET}(?:${STOPPED_RIMES})$`, 'u')
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const SHARP_OR_HEAVY = /[\u0301\u0323]/

/** Longer than any syllable. */
const LONGEST = 8

/**
 * Whether a word can be a syllable of Vietnamese, in whatever capitals: its sounds stand in an order that the language
 * has, with at most one tone. A syllable that ends in a stop has one of two tones.
 */
export const isSyllable = (word: string): boolean => {
  if (word.length > LONGEST) return false
  const parted = word.toLowerCase().normalize('NFD')
  const tones = parted.match(TONES) ?? []
  const bare = parted.replace(TONES, '').normalize('NFC')
  if (tones.length > 1) return false
  return OPEN.test(bare) || (STOPPED.test(bare) && SHARP_OR_HEAVY.test(tones[0] ?? ''))
}
