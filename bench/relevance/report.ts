import type { Measured } from './measure.ts'
import { recall, reciprocalRank, type Score } from './score.ts'

const line = (name: string, { questions, recallAt10, mrr }: Score): string =>
  `${name.padEnd(34)} ${String(questions).padStart(4)}  recall@10 ${recallAt10.toFixed(3)}  MRR ${mrr.toFixed(3)}`

/** The scores as a table: all questions, then each kind. */
export const scoreTable = ({ documents, overall, kinds }: Measured): string =>
  [
    `the search, ${overall.questions} questions over ${documents} documents`,
    line('all', overall),
    ...Object.entries(kinds).map(([kind, score]) => line(kind, score)),
  ].join('\n')

/** The questions that were not answered in full, the worst first. */
export const shortfalls = ({ answered }: Measured): string[] =>
  answered
    .map((one) => ({ ...one, recalled: recall(one), reciprocal: reciprocalRank(one) }))
    .filter(({ recalled, reciprocal }) => recalled < 1 || reciprocal < 1)
    .sort((a, b) => a.recalled + a.reciprocal - b.recalled - b.reciprocal)
    .map(
      ({ kind, typed, recalled, reciprocal, relevant }) =>
        `recall ${recalled.toFixed(2)}  1/rank ${reciprocal.toFixed(2)}  of ${relevant.size}  [${kind}] ${typed}`,
    )

/** The scores without the answers, to be kept as a file. */
export const scoresOnly = ({ documents, overall, kinds }: Measured) => ({ documents, overall, kinds })
