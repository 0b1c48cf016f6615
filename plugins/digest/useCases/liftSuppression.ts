import type { Payload } from 'payload'
import type { MailAddress } from '../core/address.ts'
import { settingsOf } from '../options.ts'
import { appendAct, type Officer } from '../store/acts.ts'
import { findOne } from '../store/rows.ts'
import { addressHmac } from '../store/secrets.ts'

/**
 * Lets an address be written to again, with the reason in the trail. It subscribes nobody: who left has to subscribe
 * anew. The act is written first, so that nothing is ever lifted without a trace; idempotent.
 *
 * @returns whether the address was suppressed
 */
export const liftSuppression = async (args: {
  payload: Payload
  officer: Officer
  address: MailAddress
  reason: string
}): Promise<boolean> => {
  const { payload, officer, address, reason } = args
  const emailHmac = addressHmac(payload, address.key)
  const suppression = await findOne(payload, 'suppressions', { emailHmac: { equals: emailHmac } })
  if (!suppression) return false
  const { cause, at: since } = suppression
  const at = settingsOf(payload.config).clock.now().toISOString()
  // One suppression is lifted once: its key names its beginning.
  const key = `lifted:${emailHmac}:${since}`
  await appendAct({
    payload,
    officer,
    act: { key, kind: 'lifted', scope: emailHmac, at, reason },
    facts: { cause, since },
  })
  await payload.db.deleteMany({
    collection: 'suppressions',
    where: { emailHmac: { equals: emailHmac }, at: { equals: since } },
  })
  return true
}
