/** Numbers that look drawn and are the same on every run: a linear congruential generator (Numerical Recipes). */
export const drawing = (seed: number) => {
  let state = (seed * 2_654_435_761) >>> 0
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 0x1_0000_0000) * below)
  }
}
