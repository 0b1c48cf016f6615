const WRITINGS = [
  ['km', /\p{Script=Khmer}/u],
  ['zh', /\p{Script=Han}/u],
] as const

/** The language whose writing a text has in it, where the writing tells; `undefined` for Latin letters. */
export const writtenIn = (text: string): string | undefined => WRITINGS.find(([, writing]) => writing.test(text))?.[0]
