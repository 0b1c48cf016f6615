import type { Payload } from 'payload'
import type { Outcome } from '../core/outcome.ts'
import { signedHeaders } from '../core/signature.ts'
import type { StateRow } from '../core/state.ts'
import { optionsOf } from '../options.ts'
import { unsealed } from '../store/secrets.ts'
import { post } from '../transport/post.ts'

/** The secrets that sign now, the current one first; empty when it cannot be decrypted. */
const secretsOf = (payload: Payload, state: StateRow, now: Date): string[] => {
  const current = unsealed(payload, state.ref, state.secret)
  if (!current) return []
  const isOldValid = state.oldUntil > now.toISOString()
  const old = isOldValid ? unsealed(payload, state.ref, state.oldSecret) : undefined
  return old ? [current, old] : [current]
}

/**
 * Signs a message and posts it to a receiver once.
 *
 * @param args.id value of `webhook-id`
 * @param args.body JSON
 */
export const send = async (args: {
  payload: Payload
  state: StateRow
  url: string
  id: string
  body: string
  stopping?: AbortSignal
}): Promise<Outcome> => {
  const { payload, state, url, id, body, stopping } = args
  const { addresses, timeoutMs, userAgent, clock } = optionsOf(payload.config)
  const now = clock.now()
  const secrets = secretsOf(payload, state, now)
  if (!secrets.length) return { result: 'failed', problem: 'key', status: 0 }
  const timestamp = Math.floor(now.getTime() / 1000)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': userAgent,
    ...signedHeaders({ secrets, id, timestamp, body }),
  }
  return post({ url, headers, body, addresses, timeoutMs, stopping })
}
