import { withFewMarks } from '../fewMarks.ts'
import { normaliseRun } from '../normalise.ts'
import type { Run } from './types.ts'

const alike = (one: Run | undefined, other: Run): one is Run =>
  one !== undefined && one.format === other.format && one.href === other.href

const BREAK: Run = { text: '\n', format: 0 }

/** Collapses white space in one line as a browser does: one space between words, none at the ends. */
const lineOf = (runs: Run[]): Run[] => {
  const line: Run[] = []
  let spaced = true
  for (const run of runs) {
    let text = normaliseRun(run.text).replace(/\s+/gu, ' ')
    if (spaced) text = text.replace(/^ /, '')
    if (!text) continue
    spaced = text.endsWith(' ')
    const last = line.at(-1)
    if (alike(last, run)) last.text += text
    else line.push({ ...run, text })
  }
  const last = line.at(-1)
  if (last?.text.endsWith(' ')) last.text = last.text.slice(0, -1)
  return (last?.text === '' ? line.slice(0, -1) : line).map((run) => ({
    ...run,
    text: withFewMarks(run.text).normalize('NFC'),
  }))
}

/**
 * Normalises runs: collapsed white space, no invisible characters, adjacent runs of the same format merged.
 *
 * @returns one list per paragraph; two consecutive line breaks separate paragraphs. Empty without text.
 */
export const paragraphsOf = (runs: Run[]): Run[][] => {
  const lines: Run[][] = [[]]
  for (const run of runs) {
    if (run.text === '\n') lines.push([])
    else lines.at(-1)!.push(run)
  }
  const paragraphs: Run[][] = []
  let open = false
  for (const line of lines.map(lineOf)) {
    if (line.length > 0 && open) paragraphs.at(-1)!.push(BREAK, ...line)
    else if (line.length > 0) paragraphs.push(line)
    open = line.length > 0
  }
  return paragraphs
}
