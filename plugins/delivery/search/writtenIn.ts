const WRITINGS = [
  ['km', /\p{Script=Khmer}/u],
  ['zh', /\p{Script=Han}/u],
] as const

/** Language of a text, as far as its script reveals it; `undefined` for Latin script. */
export const writtenIn = (text: string): string | undefined => WRITINGS.find(([, writing]) => writing.test(text))?.[0]
