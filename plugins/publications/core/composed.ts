/** More marks than a letter of any script has; from here on their number is what costs. */
const HEAPS = /\p{M}{31,}/gu

/** The mark that is sorted behind all others, and one that is sorted before them. */
const LAST = '\u0345'
const FIRST = '\u0334'

const isSwapped = (before: string, after: string): boolean =>
  (before + after).normalize('NFD') === after + before && before !== after

/** Whether a mark is sorted among those beside it, or stays where it is and parts them. */
const isSorted = (mark: string): boolean => isSwapped(LAST, mark) || isSwapped(mark, FIRST) || mark === FIRST

/** Marks that are sorted in one go, in their order; those of one class keep theirs. */
const inOrder = (marks: string[]): string[] => {
  const distinct = [...new Set(marks)].sort((one, other) =>
    isSwapped(one, other) ? 1 : isSwapped(other, one) ? -1 : 0,
  )
  const classes = new Map<string, number>()
  let rank = 0
  for (const [at, mark] of distinct.entries()) {
    if (at > 0 && isSwapped(mark, distinct[at - 1]!)) rank += 1
    classes.set(mark, rank)
  }
  const byClass: string[][] = Array.from({ length: rank + 1 }, () => [])
  for (const mark of marks) byClass[classes.get(mark)!]!.push(mark)
  return byClass.flat()
}

/** A heap of marks as its normal form has them, decomposed and sorted. */
const sortedHeap = (heap: string): string => {
  const marks = [...heap].flatMap((mark) => [...mark.normalize('NFD')])
  const known = new Map<string, boolean>()
  const sorted: string[] = []
  let run: string[] = []
  for (const mark of marks) {
    if (!known.has(mark)) known.set(mark, isSorted(mark))
    if (known.get(mark)) {
      run.push(mark)
      continue
    }
    for (const one of inOrder(run)) sorted.push(one)
    sorted.push(mark)
    run = []
  }
  for (const one of inOrder(run)) sorted.push(one)
  return sorted.join('')
}

/**
 * A text in Unicode NFC, to the last character what `normalize('NFC')` gives, in time that grows with the text alone.
 * The engine sorts the marks of a letter by putting each into its place, which takes the square of their number; heaps
 * of them are sorted beforehand, by the order that the engine itself gives to two.
 */
export const composed = (text: string): string => text.replace(HEAPS, sortedHeap).normalize('NFC')
