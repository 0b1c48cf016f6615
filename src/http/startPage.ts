import type { RequestHandler } from 'express'
import { simplePage } from './simplePage.ts'

const PASSWORD = 'congbo-demo'

/** Demo accounts, in the order in which a document passes them. */
export const DEMO_LOGINS: readonly { email: string; duty: string }[] = [
  { email: 'author@demo.local', duty: 'Người soạn thảo' },
  { email: 'author2@demo.local', duty: 'Người soạn thảo thứ hai' },
  { email: 'editor@demo.local', duty: 'Biên tập viên' },
  { email: 'secretary@demo.local', duty: 'Thư ký biên tập' },
  { email: 'head@demo.local', duty: 'Trưởng ban biên tập' },
  { email: 'deputy@demo.local', duty: 'Phó trưởng ban biên tập' },
  { email: 'mail@demo.local', duty: 'Phụ trách bản tin thư điện tử' },
  { email: 'auditor@demo.local', duty: 'Kiểm soát viên (chỉ xem)' },
  { email: 'admin@demo.local', duty: 'Quản trị hệ thống' },
]
/** Password of all demo accounts. */
export const DEMO_PASSWORD = PASSWORD

const PLACES: readonly { path: string; vi: string; en: string }[] = [
  { path: '/admin', vi: 'Trang quản trị: soạn thảo, duyệt, công bố', en: 'The admin: write, approve, publish' },
  { path: '/graphql', vi: 'API công khai (GraphQL), có trang hỏi thử', en: 'The public API, with an explorer' },
  { path: '/subscriptions', vi: 'Đăng ký nhận bản tin qua thư điện tử', en: 'Subscribe to the e-mail digest' },
]

const demoSection = `
<h2>Đăng nhập thử</h2>
<p>Mật khẩu chung: <code>${PASSWORD}</code>. Đây là dữ liệu thử, chỉ máy này truy cập được.
<span lang="en">Everybody's password; demo data, reachable from this machine only.</span></p>
<table>
<thead><tr><th scope="col">Thư điện tử</th><th scope="col">Vai trò</th></tr></thead>
<tbody>
${DEMO_LOGINS.map(({ email, duty }) => `<tr><td><code>${email}</code></td><td>${duty}</td></tr>`).join('\n')}
</tbody>
</table>`

/**
 * `GET /`: links to all parts of the server and, in the demo, the logins.
 *
 * @param args.siteUrl origin of the website, where one is served beside this server
 */
export const startPage = (args: { demo: boolean; siteUrl?: string }): RequestHandler => {
  const website = args.siteUrl && {
    path: args.siteUrl,
    vi: 'Website cho người dân, đọc từ API công khai',
    en: 'The website for citizens, on the public API',
  }
  const places = [...(website ? [website] : []), ...PLACES]
    .map(({ path, vi, en }) => `<li><a href="${path}">${path}</a>: ${vi}. <span lang="en">${en}.</span></li>`)
    .join('\n')
  const page = simplePage({
    title: 'Công Bố',
    content: `<p>Hệ thống biên tập, duyệt và công bố thông tin pháp luật.
<span lang="en">Editing, approval and publication of legal information.</span></p>
<ul>
${places}
</ul>${args.demo ? demoSection : ''}`,
  })
  return (_req, res) => {
    res.set('cache-control', 'no-cache').type('html').send(page)
  }
}
