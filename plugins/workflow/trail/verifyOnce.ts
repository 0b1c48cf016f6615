import type { Payload } from 'payload'
import type { AuditReport } from '../audit/report.ts'
import { verify } from '../audit/verify.ts'
import { workflowOptions } from '../options.ts'

/** Stored on the Payload instance, because Next bundles a second copy of this module into the same process. */
const RUNNING = Symbol.for('congbo.workflow.verifying')

/**
 * Verifies all logs beside the requests that this process answers. Whoever asks while it is going on gets the same
 * report.
 */
export const verifyOnce = (payload: Payload): Promise<AuditReport> => {
  const holder = payload as Payload & { [RUNNING]?: Promise<AuditReport> }
  holder[RUNNING] ??= verify({ payload, anchorsDir: workflowOptions(payload.config).anchorsDir, gently: true }).finally(
    () => {
      holder[RUNNING] = undefined
    },
  )
  return holder[RUNNING]
}
