import { diffArrays } from 'diff'

interface Token {
  kind: 'tag' | 'space' | 'word'
  html: string
  /** A word with its enclosing elements, so that a word that became bold counts as changed. */
  key: string
}

const TOKEN = /<[^>]*>|\s+|[^<\s]+/g
const TAG = /^<(\/?)([a-z][a-z0-9]*)/i
const VOID = new Set(['br', 'hr', 'img'])
/** A list item whose number changed is still the same item. */
const withoutNumber = (tag: string) => tag.replace(/\s+value="[^"]*"/, '')

const tokensOf = (html: string): Token[] => {
  const around: string[] = []
  return (html.match(TOKEN) ?? []).map((token): Token => {
    if (token.trim() === '') return { kind: 'space', html: token, key: '' }
    const [, closing, name] = TAG.exec(token) ?? []
    if (!name) return { kind: 'word', html: token, key: `${around.join('')}${token}` }
    if (closing) around.pop()
    else if (!VOID.has(name.toLowerCase())) around.push(withoutNumber(token))
    return { kind: 'tag', html: token, key: '' }
  })
}

/** The HTML with changed words in `mark`. Adjacent changed words share one element with the spaces between them. */
const marked = (tokens: Token[], changed: boolean[], mark: 'del' | 'ins'): string => {
  let out = ''
  let open = false
  let spaces = ''
  let word = 0
  const settle = (next: boolean) => {
    if (open && !next) out += `</${mark}>`
    out += spaces
    if (!open && next) out += `<${mark}>`
    spaces = ''
    open = next
  }
  for (const { kind, html } of tokens)
    if (kind === 'space') spaces += html
    else {
      settle(kind === 'word' && changed[word] === true)
      if (kind === 'word') word += 1
      out += html
    }
  settle(false)
  return out
}

/**
 * The cost of a comparison grows with the square of the differences. Above this number of edits, compare by block
 * instead of by word; above it by block too, count everything as changed.
 */
const MOST_EDITS = 400

const INLINE = new Set('a strong em b i u s span code sub sup br abbr img'.split(' '))
const isBlock = ({ kind, html }: Token) => kind === 'tag' && !INLINE.has(TAG.exec(html)?.[2]?.toLowerCase() ?? '')

/** The words of each paragraph, cell or list item. */
const blocksOf = (tokens: Token[]): string[][] => {
  const blocks: string[][] = [[]]
  for (const token of tokens)
    if (token.kind === 'word') blocks.at(-1)!.push(token.key)
    else if (isBlock(token) && blocks.at(-1)!.length) blocks.push([])
  return blocks
}

interface Run {
  /** Number of words. */
  words: number
  side: 'both' | 'old' | 'young'
}

const runsOf = (old: Token[], young: Token[]): Run[] => {
  const side = (change: { added: boolean; removed: boolean }): Run['side'] =>
    change.added ? 'young' : change.removed ? 'old' : 'both'
  const words = (tokens: Token[]) => tokens.filter(({ kind }) => kind === 'word').map(({ key }) => key)
  const [from, to] = [words(old), words(young)]
  const byWord = diffArrays(from, to, { maxEditLength: MOST_EDITS })
  if (byWord) return byWord.map((change) => ({ words: change.value.length, side: side(change) }))
  const lengths = new Map<string, number>()
  const spelled = (tokens: Token[]) =>
    blocksOf(tokens).map((block) => {
      const key = block.join('\n')
      lengths.set(key, block.length)
      return key
    })
  const byBlock = diffArrays(spelled(old), spelled(young), { maxEditLength: MOST_EDITS })
  return byBlock
    ? byBlock.flatMap((change) => change.value.map((key) => ({ words: lengths.get(key)!, side: side(change) })))
    : [
        { words: from.length, side: 'old' },
        { words: to.length, side: 'young' },
      ]
}

/** Both sides of a comparison: differing words are in `<del>` on the older side, in `<ins>` on the newer. */
export interface MarkedSides {
  before: string
  after: string
  /** Whether any word differs. If not, formatting may still differ. */
  words: boolean
}

/**
 * Marks the words that differ between two pieces of HTML. Each side keeps its own elements, so that both stay
 * well-formed. Pure.
 *
 * @param before sanitised HTML, like `after`: every `<` in it opens or closes an element
 */
export const wordDiff = (before: string, after: string): MarkedSides => {
  const [old, young] = [tokensOf(before), tokensOf(after)]
  const gone: boolean[] = []
  const come: boolean[] = []
  for (const { words, side } of runsOf(old, young))
    for (let word = 0; word < words; word += 1) {
      if (side !== 'young') gone.push(side === 'old')
      if (side !== 'old') come.push(side === 'young')
    }
  return {
    before: marked(old, gone, 'del'),
    after: marked(young, come, 'ins'),
    words: gone.includes(true) || come.includes(true),
  }
}
