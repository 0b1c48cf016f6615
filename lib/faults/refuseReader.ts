import type { Access, PayloadRequest } from 'payload'
import { say } from './say.ts'

/** Headers of an answer that is meant for one person. */
export const PRIVATE = { 'cache-control': 'private, no-store' }

/**
 * Refuses a request of somebody who may not read what it asks for.
 *
 * @param read who may; everyone with a login when omitted
 * @returns 401 without a login, 403 without the right, `undefined` when the request may go on
 */
export const refuseReader = async (req: PayloadRequest, read?: Access): Promise<Response | undefined> => {
  const refused = (status: number, code: string, message: string) =>
    Response.json({ errors: [{ code, message }] }, { status, headers: PRIVATE })
  if (!req.user) return refused(401, 'LOGIN_REQUIRED', say(req, 'Xin đăng nhập rồi thử lại.', 'Log in and try again.'))
  if (read && (await read({ req })) !== true)
    return refused(
      403,
      'FORBIDDEN',
      say(
        req,
        'Bạn không có quyền xem mục này; hãy hỏi người quản trị.',
        'You may not see this; ask an administrator.',
      ),
    )
  return undefined
}
