/** Abbreviations skip this word (`và`, "and"): `NNPTNT` is nông nghiệp và phát triển nông thôn. */
const PASSED_OVER = 'va'

const counted = (words: readonly string[]): [word: string, at: number][] =>
  words.flatMap((word, at): [string, number][] => (word === PASSED_OVER ? [] : [[word, at]]))

/**
 * First letters of the words of folded titles, one line per title. They resolve abbreviations missing from the
 * glossary: `btxh` occurs in the initials of a title about bảo trợ xã hội.
 */
export const initialsOf = (titles: string): string =>
  titles
    .split('\n')
    .map((title) =>
      counted(title.split(' '))
        .map(([word]) => word.charAt(0))
        .join(''),
    )
    .join('\n')

/** Word sequences in folded titles whose initials are the given letters, one per occurrence. */
export const wordsBehind = (letters: string, titles: string): string[][] =>
  titles.split('\n').flatMap((title) => {
    const words = title.split(' ')
    const places = counted(words)
    const initials = places.map(([word]) => word.charAt(0)).join('')
    const found: string[][] = []
    for (let at = initials.indexOf(letters); at >= 0; at = initials.indexOf(letters, at + 1))
      found.push(words.slice(places[at]![1], places[at + letters.length - 1]![1] + 1))
    return found
  })
