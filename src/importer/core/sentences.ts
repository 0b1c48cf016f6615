/** Words that end in a dot without ending a sentence. */
const SHORT = /(?:^|[\s(])(?:TP|Tp|tp|Q|P|TX|TT|Th|ThS|TS|GS|PGS|BS|LS|KT|TM|TL|TUQ|Ô|Ông|Bà|St)\.$/u

/**
 * The sentences of a paragraph, each with its closing mark and one space between words: expressions that look for white
 * space try every sign of a run of it. Pure.
 */
export const sentencesOf = (paragraph: string): string[] => {
  const sentences: string[] = []
  const spaced = paragraph.replace(/\s+/g, (run) => (run.includes('\n') ? '\n' : ' '))
  for (const part of spaced.split(/(?<=[.!?…])\s+(?=[\p{Lu}“"(])|\n+/u)) {
    const last = sentences.at(-1)
    if (last !== undefined && SHORT.test(last)) sentences[sentences.length - 1] = `${last} ${part}`
    else if (part.trim()) sentences.push(part.trim())
  }
  return sentences
}
