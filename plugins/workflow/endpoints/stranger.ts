import type { PayloadRequest } from 'payload'
import { type Refusal, refusal } from '../core/refusal.ts'

/** Why nobody gets an answer of the workflow, or `undefined` for somebody with a login. */
export const refuseStranger = (req: Pick<PayloadRequest, 'user'>): Refusal | undefined =>
  req.user ? undefined : refusal('LOGIN_REQUIRED', 'Xin đăng nhập để tiếp tục.', 'Log in to go on.')
