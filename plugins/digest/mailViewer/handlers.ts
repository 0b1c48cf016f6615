import type { Payload } from 'payload'
import { dayOf } from '../../../lib/time/periods.ts'
import { dayIn } from '../mail/day.ts'
import { type Html, html } from '../mail/html.ts'
import { settingsOf } from '../options.ts'
import { PAGE_HEADERS, page } from '../pages/shell.ts'
import type { DigestHandler } from '../pages/site.ts'
import { readMail, readMails, type WrittenMail } from './readMails.ts'

/** Path of the viewer. */
export const VIEWER_PATH = '/admin-mail'

const FRAMING = `${PAGE_HEADERS['content-security-policy']}; frame-src 'self'`
/** Headers for a mail's HTML: no script, no form, nothing external, only in a frame of the viewer. */
const FRAMED = {
  ...PAGE_HEADERS,
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  'x-frame-options': 'SAMEORIGIN',
}

const dayText = ({ date }: WrittenMail): string => (date ? dayIn(dayOf(date), 'vi') : '')

/** Links URLs of our own origins in a text; other URLs stay text. */
const linked = (text: string, origins: string[]): Html[] =>
  text
    .split(/(https?:\/\/[^\s<>]+)/)
    .map((part) =>
      origins.some((origin) => part.startsWith(`${origin}/`))
        ? html`<a href="${part}" rel="noreferrer">${part}</a>`
        : html`${part}`,
    )

const list = (mails: WrittenMail[]): Html =>
  mails.length
    ? html`<table>
<thead><tr><th scope="col">Tiêu đề</th><th scope="col">Gửi tới</th><th scope="col">Ngày</th></tr></thead>
<tbody>
${mails.map(
  (mail) =>
    html`<tr><td><a href="${VIEWER_PATH}/${mail.name}">${mail.subject}</a></td><td>${mail.to}</td><td>${dayText(mail)}</td></tr>
`,
)}</tbody>
</table>`
    : html`<p>Chưa có thư nào.</p>`

const letter = (mail: WrittenMail, origins: string[]): Html => html`<p><a href="${VIEWER_PATH}">Tất cả thư</a></p>
<p>Gửi tới: ${mail.to}. ${dayText(mail)}</p>
<div class="letter">
${
  mail.html !== '' &&
  html`<section>
<h2>Bản HTML</h2>
<iframe sandbox title="Thư: ${mail.subject}" src="${VIEWER_PATH}/${mail.name}/html"></iframe>
</section>`
}
<section>
<h2>Bản văn bản thuần</h2>
<pre>${linked(mail.text, origins)}</pre>
</section>
</div>`

/**
 * Shows mails that were written to files because there is no relay. They contain addresses and secrets, so mount it in
 * the demo only; it requires an admin login.
 */
export const mailViewerHandlers = ({ payload }: { payload: Payload }): DigestHandler[] => {
  const settings = settingsOf(payload.config)
  const { dataDir, publicUrl, siteUrl } = settings
  const frame = { language: 'vi', portalName: settings.portalName, imprint: [], oneLanguage: true }
  const message = (status: number, title: string, body: Html) => page({ ...frame, status, title, body })
  const nothingHere = () => message(404, 'Không có thư này', html`<p><a href="${VIEWER_PATH}">Tất cả thư</a></p>`)

  const forStaff =
    (answer: (request: Request) => Promise<Response>): DigestHandler['handle'] =>
    async (request) => {
      const { user } = await payload.auth({ headers: request.headers })
      if (user) return answer(request)
      const login = html`<p><a href="/admin/login">Đăng nhập vào trang quản trị</a> rồi mở lại trang này.</p>`
      return message(401, 'Cần đăng nhập', login)
    }

  const named = (request: Request): Promise<WrittenMail | undefined> =>
    readMail(dataDir, new URL(request.url).pathname.split('/')[2] ?? '')

  return [
    {
      method: 'GET',
      path: VIEWER_PATH,
      handle: forStaff(async () => message(200, 'Thư đã viết ra tệp', list(await readMails(dataDir)))),
    },
    {
      method: 'GET',
      path: `${VIEWER_PATH}/:name`,
      handle: forStaff(async (request) => {
        const mail = await named(request)
        if (!mail) return nothingHere()
        const answer = message(200, mail.subject, letter(mail, [publicUrl, siteUrl]))
        answer.headers.set('content-security-policy', FRAMING)
        return answer
      }),
    },
    {
      method: 'GET',
      path: `${VIEWER_PATH}/:name/html`,
      handle: forStaff(async (request) => {
        const mail = await named(request)
        return mail?.html ? new Response(mail.html, { headers: FRAMED }) : nothingHere()
      }),
    },
  ]
}
