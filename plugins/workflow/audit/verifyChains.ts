import type { Payload } from 'payload'
import { type ChainedRow, firstChainFault } from '../../publications/index.ts'
import { COMMENT_COLUMNS, commentsLog } from '../store/comments.ts'
import { POWER_COLUMNS, powersLog } from '../store/powers.ts'
import { powersName } from './anchor.ts'
import type { Say, Seen } from './report.ts'
import { streamsIn } from './streams.ts'

const LOGS = [
  { store: 'workflow-comments', log: commentsLog, columns: COMMENT_COLUMNS },
  { store: 'workflow-powers', log: powersLog, columns: POWER_COLUMNS },
] as const

/** Checks the chain of every conversation, and that of the powers of every person. */
export const verifyChains = async (args: {
  payload: Payload
  say: Say
  seen: Seen
  gently?: boolean
}): Promise<void> => {
  const { payload, say, seen, gently } = args
  for (const { store, log, columns } of LOGS) {
    const misnumbered = (place: string, what: string) => say(store, place, what)
    const { collection } = log
    for await (const rows of streamsIn<ChainedRow & { document: string }>({
      payload,
      collection,
      misnumbered,
      gently,
    })) {
      // Only powers are anchored: what was said decides nothing.
      if (store === 'workflow-powers') for (const { document, seq, hash } of rows) seen(powersName(document), seq, hash)
      const fault = firstChainFault(columns, rows)
      if (fault) say(store, `${rows[0]!.document}#${fault.seq}`, fault.what)
    }
  }
}
