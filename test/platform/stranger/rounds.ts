import { sendAwaited, tick } from '@cong-bo/digest'
import { systemClock as clock, recordTerms } from '@cong-bo/publications'
import { keepReconciled, keepTold, recordAccounts, runDue } from '@cong-bo/workflow'
import type { Payload } from 'payload'

/** What is done again and again, by one process or by several. */
export const rounds = (payload: Payload) => {
  const reconcile = keepReconciled({ payload, clock })
  const tell = keepTold({ payload, clock })
  return {
    everyFewSeconds: async () => {
      await runDue({ payload })
      await tell()
      await recordTerms({ payload, clock })
      await sendAwaited({ payload, clock })
    },
    everyMinute: async () => {
      await reconcile()
      await recordAccounts(payload)
      await tick({ payload, clock })
    },
  }
}
