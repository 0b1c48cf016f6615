/** How far long work is, on a terminal alone; `undefined` where nobody watches. */
export const progress = (asJson: boolean): ((done: number, of?: number) => void) | undefined =>
  process.stderr.isTTY && !asJson
    ? (done, of) => process.stderr.write(`\r${done}${of === undefined ? '' : `/${of}`}${done === of ? '\n' : ''}`)
    : undefined
