import type { Access, Endpoint } from 'payload'
import { settingsOf } from '../options.ts'
import { unreadReports } from '../outbox/bounces.ts'

const refused = (status: number, code: string, message: string) =>
  Response.json({ errors: [{ code, message }] }, { status, headers: { 'cache-control': 'private, no-store' } })

/** `GET /api/subscribers/unread-reports`: how many delivery reports were set aside for people to read. */
export const unreadReportsEndpoint = (read: Access): Endpoint => ({
  path: '/unread-reports',
  method: 'get',
  handler: async (req) => {
    if (!req.user) return refused(401, 'LOGIN_REQUIRED', 'Xin đăng nhập. / Please log in.')
    if ((await read({ req })) !== true)
      return refused(403, 'FORBIDDEN', 'Bạn không có quyền xem mục này. / You may not see this.')
    const count = await unreadReports(settingsOf(req.payload.config).dataDir)
    return Response.json({ count }, { headers: { 'cache-control': 'private, no-store' } })
  },
})
