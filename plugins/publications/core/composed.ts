/** More combining marks than a letter of any script has; from here on their number dominates the cost. */
const HEAPS = /\p{M}{31,}/gu

/** The mark that sorts after all others, and one that sorts before them. */
const LAST = '\u0345'
const FIRST = '\u0334'

const isSwapped = (before: string, after: string): boolean =>
  (before + after).normalize('NFD') === after + before && before !== after

/**
 * Whether a mark takes part in canonical reordering. One that does not stays in place and separates those beside it.
 */
const isSorted = (mark: string): boolean => isSwapped(LAST, mark) || isSwapped(mark, FIRST) || mark === FIRST

/** Sorts marks by combining class. The sort is stable: marks of one class keep their order. */
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

/** A run of marks in canonical form: decomposed and sorted. */
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
 * Converts a text to Unicode NFC, with exactly the result of `normalize('NFC')`, in linear time. The engine sorts the
 * marks of a letter by insertion, in quadratic time. Long runs of marks are therefore sorted beforehand, by the order
 * that the engine itself gives to two marks.
 */
export const composed = (text: string): string => text.replace(HEAPS, sortedHeap).normalize('NFC')
