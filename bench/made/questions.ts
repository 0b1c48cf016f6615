import { ACTS, MATTERS, PEOPLE, PLACES } from './words.ts'

/** Removes the marks that many readers leave out. */
const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

/** How readers ask for a document: by its matter, whom it is for, where, its kind, in words that stand in many. */
const FORMS: ((pick: <T>(some: readonly T[]) => T, n: number) => string)[] = [
  (pick) => `${pick(MATTERS)} ${pick(PLACES)}`,
  (pick) => bare(`${pick(MATTERS)} ${pick(PEOPLE)}`),
  (pick) => `${pick(ACTS)} ${pick(MATTERS)}`,
  (pick) => bare(`${pick(ACTS)} ${pick(MATTERS)} ${pick(PLACES)}`),
  (pick, n) => `${pick(MATTERS)} ${2006 + (n % 20)}`,
  (pick) => pick(MATTERS).split(' ').slice(0, 3).join(' '),
  (_, n) => `${1 + (n % 900)}/KH-UBND`,
  (pick) => `${pick(PEOPLE)} ${pick(PLACES)}`,
]

/**
 * Questions to the search, in a fixed order, hardly two of them equal, so that no answer is there already.
 *
 * @param seed another one gives other questions
 */
export const questions = (seed: number) => {
  let state = seed
  const random = (below: number) => {
    // Numerical Recipes' linear congruential generator: the same on every machine.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return (): string => {
    const form = FORMS[random(FORMS.length)]!
    return form((some) => some[random(some.length)]!, random(100_000))
  }
}
