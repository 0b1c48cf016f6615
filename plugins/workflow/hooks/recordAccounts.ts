import type { CollectionAfterChangeHook, CollectionAfterOperationHook } from 'payload'
import { SYSTEM } from '../core/events.ts'
import type { WorkflowOptions } from '../types.ts'
import { recordAccount } from '../useCases/accounts.ts'
import { actorOf } from '../useCases/people.ts'

/**
 * Guarantees that every change of who may approve with an account stands in the log of powers, with the one who made it,
 * or is not made at all.
 */
export const recordChange =
  (options: WorkflowOptions): CollectionAfterChangeHook =>
  async ({ doc, req }) => {
    await recordAccount({
      payload: req.payload,
      options,
      id: String(doc.id),
      by: req.user ? actorOf(req.user, options) : SYSTEM,
      req: { transactionID: req.transactionID },
    })
    return doc
  }

/** A password set by a link that was mailed to the address of the account is set by its owner. */
export const recordReset =
  (options: WorkflowOptions): CollectionAfterOperationHook =>
  async ({ operation, req, result }) => {
    const user = operation === 'resetPassword' ? (result as { user?: Record<string, unknown> }).user : undefined
    if (user && (typeof user.id === 'string' || typeof user.id === 'number')) {
      const by = actorOf({ ...user, id: user.id }, options)
      const within = { transactionID: req.transactionID }
      await recordAccount({ payload: req.payload, options, id: String(user.id), by, req: within })
    }
    return result
  }
