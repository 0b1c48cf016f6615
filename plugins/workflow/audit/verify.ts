import type { Payload } from 'payload'
import { verifyDefinitions } from '../store/registry.ts'
import { matchAnchors } from './anchored.ts'
import { type AuditReport, type Say, sayInto } from './report.ts'
import { verifyChains } from './verifyChains.ts'
import { verifyContents } from './verifyContents.ts'
import { verifyNumbers } from './verifyNumbers.ts'
import { verifyOtherLogs } from './verifyOtherLogs.ts'
import { verifyPublications } from './verifyPublications.ts'
import { verifyStreams } from './verifyStreams.ts'

/**
 * Reads every log and store and reports what was changed, removed, reordered or cut off. Chains are checked by hash,
 * definitions and contents by their address, publications by the approvals behind them, public files by checksum, and
 * all logs by the anchors stored outside the database. Changes nothing. Memory grows only with the anchored heads, not
 * with the logs.
 *
 * @param args.anchorsDir folder of anchors; without one, nothing outside the database is compared
 * @param args.gently small pages with rests in between, for a process that answers requests
 */
export const verify = async (args: {
  payload: Payload
  anchorsDir?: string
  gently?: boolean
}): Promise<AuditReport> => {
  const { payload, gently } = args
  const report: AuditReport = {
    streams: 0,
    events: 0,
    publications: 0,
    contents: 0,
    otherRows: 0,
    definitions: 0,
    anchors: 0,
    faults: [],
  }
  const say: Say = sayInto(report)
  const anchors = await matchAnchors({ dir: args.anchorsDir, say, gently })
  report.anchors = anchors.count
  const definitions = await verifyDefinitions(payload)
  report.definitions = definitions.definitions
  for (const { hash, what } of definitions.faults) say('workflow-definitions', hash, what)
  await verifyNumbers({ payload, say })
  const erased = await verifyStreams({ payload, report, say, seen: anchors.seen, gently })
  await verifyChains({ payload, say, seen: anchors.seen, gently })
  await verifyOtherLogs({ payload, report, say, seen: anchors.seen, gently })
  await verifyPublications({ payload, report, say, erased, seen: anchors.seen, gently })
  await verifyContents({ payload, report, say, erased, gently })
  anchors.sayMissing()
  return report
}
