import { ACTS, MATTERS, PEOPLE, PLACES } from './words.ts'

/** Removes the marks that many readers leave out. */
const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

/** How readers ask for a document: by its matter, whom it is for, where, its kind, in words that stand in many. */
const FORMS: ((pick: <T>(some: readonly T[]) => T, year: number) => string)[] = [
  (pick, year) => `${pick(MATTERS)} ${pick(PLACES)} ${year}`,
  (pick) => bare(`${pick(MATTERS)} ${pick(PEOPLE)} ${pick(PLACES)}`),
  (pick, year) => `${pick(ACTS)} ${pick(MATTERS)} năm ${year}`,
  (pick) => bare(`${pick(ACTS)} ${pick(MATTERS)} ${pick(PLACES)}`),
  (pick) => `${pick(MATTERS)} ${pick(PEOPLE)} ${pick(PLACES)}`,
  (pick) => `${pick(MATTERS).split(' ').slice(0, 3).join(' ')} ${pick(PEOPLE)} ${pick(ACTS)}`,
  (pick, year) => `${pick(PEOPLE)} ${pick(PLACES)} ${pick(ACTS)} ${year}`,
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
    return form((some) => some[random(some.length)]!, 2006 + random(20))
  }
}
