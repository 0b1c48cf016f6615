import type { PayloadRequest } from 'payload'
import { type Refusal, refusal } from '../core/refusal.ts'

/** The refusal for a request without a login, or `undefined`. */
export const refuseStranger = (req: Pick<PayloadRequest, 'user'>): Refusal | undefined =>
  req.user ? undefined : refusal('LOGIN_REQUIRED', 'Xin đăng nhập để tiếp tục.', 'Log in to go on.')
