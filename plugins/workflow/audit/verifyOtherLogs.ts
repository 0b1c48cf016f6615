import type { Payload } from 'payload'
import { type ChainedRow, chainReader, isNumbered, NUMBERED } from '../../publications/index.ts'
import { workflowOptions } from '../options.ts'
import { allRows } from '../store/rows.ts'
import { otherName } from './anchor.ts'
import { type AuditReport, MISNUMBERED, type Say, type Seen } from './report.ts'

/** Checks the chain of every log that another plugin keeps. Memory holds a page. */
export const verifyOtherLogs = async (args: {
  payload: Payload
  report: AuditReport
  say: Say
  seen: Seen
  gently?: boolean
}): Promise<void> => {
  const { payload, report, say, seen, gently } = args
  for (const { collection, columns } of workflowOptions(payload.config).otherLogs ?? []) {
    const faultOf = chainReader(columns)
    let broken = false
    for await (const row of allRows<ChainedRow>({ payload, collection, sort: ['seq'], where: NUMBERED, gently })) {
      if (!isNumbered(row)) {
        say(collection, `#${row.seq}`, MISNUMBERED)
        continue
      }
      report.otherRows += 1
      seen(otherName(collection), row.seq, row.hash)
      const fault = broken ? undefined : faultOf(row)
      if (!fault) continue
      broken = true
      say(collection, `#${fault.seq}`, fault.what)
    }
  }
}
