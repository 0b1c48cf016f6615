import { Webhook } from 'standardwebhooks'
import type { Clock } from '../../../lib/time/clock.ts'
import type { Received } from './receiver.ts'

/**
 * Verifies a message with the package of the specification, as a receiver would.
 *
 * @param clock shows when it arrived; the package itself knows only the time of the machine
 */
export const verifies = (secret: string, { headers, body }: Received, clock: Clock): boolean => {
  const real = Date.now
  Date.now = () => clock.now().getTime()
  try {
    new Webhook(secret).verify(body, headers)
    return true
  } catch {
    return false
  } finally {
    Date.now = real
  }
}
