import { mkdirSync, writeFileSync } from 'node:fs'
import { measureRelevance } from './relevance/measure.ts'
import { scoresOnly, scoreTable, shortfalls } from './relevance/report.ts'

/**
 * What the search finds: recall among the first ten and mean reciprocal rank over a set of questions whose answers are
 * known, overall and by kind, and every question that was not answered in full.
 */

const measured = await measureRelevance()
process.stdout.write(`${scoreTable(measured)}\n\n${shortfalls(measured).join('\n')}\n`)
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/relevance.json', `${JSON.stringify(scoresOnly(measured), null, 2)}\n`)
