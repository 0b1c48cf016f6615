import { setTimeout as wait } from 'node:timers/promises'
import type { Payload } from 'payload'

/** Long enough to look for an account; the mail is written meanwhile or afterwards. */
const ASKED_MS = 250
/** Refused logins end at multiples of this, which hides the last writes of a known account. */
const STEP_MS = 50

/** Waits until the next step since the beginning. */
export const untilNextStep = (began: number): Promise<void> => {
  const passed = performance.now() - began
  return wait(Math.ceil(passed / STEP_MS) * STEP_MS - passed)
}

/**
 * Starts work whose duration and outcome would tell whether an account exists, and waits a time that does not depend on
 * them. An error is only logged.
 */
export const unseen = async (payload: Payload, work: () => Promise<unknown>): Promise<void> => {
  work().catch((err: unknown) => payload.logger.error({ msg: 'a password mail could not be sent', err }))
  await wait(ASKED_MS)
}

/** Answer to whoever asked for a new password. */
export const ASKED = {
  vi: 'Nếu địa chỉ này có tài khoản thì thư đặt lại mật khẩu đang được gửi; xin mở hộp thư.',
  en: 'If this address has an account, a mail to reset its password is on its way; look into the mailbox.',
}
