/** How far down a list of answers a reader looks. */
export const FIRST = 10

/** What a search answered, best first, and what would have answered. */
export interface Answered {
  kind: string
  ranked: readonly string[]
  relevant: ReadonlySet<string>
}

/** The share of the relevant documents that stand among the first ten. More than ten relevant ones count as ten. */
export const recall = ({ ranked, relevant }: Omit<Answered, 'kind'>): number => {
  const found = new Set(ranked.slice(0, FIRST).filter((key) => relevant.has(key)))
  return relevant.size ? found.size / Math.min(relevant.size, FIRST) : 1
}

/** One divided by the place of the first relevant document; 0 when none was found. */
export const reciprocalRank = ({ ranked, relevant }: Omit<Answered, 'kind'>): number => {
  const place = ranked.findIndex((key) => relevant.has(key))
  return place < 0 ? 0 : 1 / (place + 1)
}

/** Means over a set of questions. */
export interface Score {
  questions: number
  /** Mean recall among the first ten. */
  recallAt10: number
  /** Mean reciprocal rank. */
  mrr: number
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / (values.length || 1)

export const scoreOf = (answered: readonly Answered[]): Score => ({
  questions: answered.length,
  recallAt10: mean(answered.map(recall)),
  mrr: mean(answered.map(reciprocalRank)),
})

/** Scores of all questions, and of each kind, in the order in which kinds first occur. */
export const scoresByKind = (answered: readonly Answered[]): { overall: Score; kinds: Record<string, Score> } => {
  const kinds = [...new Set(answered.map(({ kind }) => kind))]
  return {
    overall: scoreOf(answered),
    kinds: Object.fromEntries(kinds.map((kind) => [kind, scoreOf(answered.filter((one) => one.kind === kind))])),
  }
}
