import { randomBytes } from 'node:crypto'
import { escapeHtml } from '../../../lib/text/escapeHtml.ts'
import { scriptSafeJson } from '../api/jsonLd.ts'
import { samples } from '../api/samples.ts'

/** Whether a browser requests the explorer page, rather than a program requesting data. */
export const wantsPage = (request: Request): boolean =>
  request.method === 'GET' &&
  (request.headers.get('accept') ?? '').includes('text/html') &&
  !['query', 'extensions'].some((name) => new URL(request.url).searchParams.has(name))

/** GraphiQL is in English; these are the words around it. */
const TITLE = 'API công khai · Công Bố'

/** Nothing from elsewhere, no code in the page. Its dialogs set a style sheet, which the nonce allows. */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Page that loads the explorer of the public API, with a sample query for each page of a website. */
export const explorerPage = (): Response => {
  const nonce = randomBytes(16).toString('base64')
  const found = samples().map(({ name, query }) => ({ name, query }))
  const html = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(TITLE)}</title>
<link rel="stylesheet" href="/graphql/explorer/explorer.css">
<link rel="stylesheet" href="/graphql/explorer/look.css">
<script type="module" src="/graphql/explorer/explorer.js"></script>
</head>
<body>
<main id="explorer" data-nonce="${nonce}">
<div class="before">
<h1>API công khai (GraphQL)</h1>
<p>Chỉ đọc, không cần đăng nhập: gửi <code>POST /graphql</code> với <code>{ "query": "…" }</code>. Trang hỏi thử này cần JavaScript; API thì không. <a href="/graphql/explorer/guide.md">Hướng dẫn cho người làm website</a>.</p>
</div>
</main>
<script type="application/json" id="samples">${scriptSafeJson({ samples: found })}</script>
</body>
</html>`
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy(nonce),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
