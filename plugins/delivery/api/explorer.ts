import { LIGHT_PAGE } from '../../../lib/look/css.ts'
import { escapeHtml } from '../../../lib/text/escapeHtml.ts'
import { samples } from './samples.ts'

/** Whether a browser requests the explorer page, rather than a program requesting data. */
export const wantsPage = (request: Request): boolean =>
  request.method === 'GET' &&
  (request.headers.get('accept') ?? '').includes('text/html') &&
  !['query', 'extensions'].some((name) => new URL(request.url).searchParams.has(name))

/** Explorer page for the public API. It loads nothing from other servers. */
export const explorerPage = (): Response => {
  const found = samples()
  const options = found.map(({ name }, index) => `<option value="${index}">${escapeHtml(name)}</option>`).join('')
  const texts = found.map(({ query }, index) => `<textarea hidden id="sample-${index}">${escapeHtml(query)}</textarea>`)
  const html = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API công khai · Công Bố</title>
<link rel="stylesheet" href="/graphql/explorer.css">
<script src="/graphql/explorer.js" defer></script>
</head>
<body>
<main>
<h1>API công khai (GraphQL)</h1>
<p>Chỉ đọc, không cần đăng nhập. Gửi <code>POST /graphql</code> với <code>{ "query": "…" }</code>, hoặc thử ngay tại đây.</p>
<p><label for="sample">Truy vấn mẫu</label> <select id="sample">${options}</select></p>
<form id="form">
<p><label for="query">Truy vấn</label><textarea id="query" spellcheck="false" rows="18">${escapeHtml(found[0]?.query ?? '{ notices { docs { title } } }')}</textarea></p>
<p><label for="variables">Biến (JSON)</label><textarea id="variables" spellcheck="false" rows="3"></textarea></p>
<p><button type="submit">Chạy</button> <span>hoặc Ctrl+Enter</span></p>
</form>
<h2 id="result-title">Kết quả</h2>
<pre id="result" tabindex="0" role="region" aria-labelledby="result-title" aria-live="polite"></pre>
<noscript><p>Trang này cần JavaScript để chạy truy vấn; API thì không.</p></noscript>
</main>
${texts.join('\n')}
</body>
</html>`
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

export const EXPLORER_STYLE = `${LIGHT_PAGE}body{font:1rem/1.5 var(--look-font-text);margin:0;color:var(--look-ink);background:var(--look-paper)}
main{max-width:60rem;margin:0 auto;padding:1rem}label{font-weight:600;display:block}
textarea,select{width:100%;box-sizing:border-box;font:14px/1.45 var(--look-font-code);padding:.5rem;border:1px solid var(--look-edge);border-radius:4px}
select{font:inherit}button{font:inherit;padding:.5rem 1.25rem;background:var(--look-accent);color:var(--look-on-accent);border:0;border-radius:4px;cursor:pointer}
:focus-visible{outline:3px solid var(--look-focus);outline-offset:2px}pre{background:var(--look-neutral-soft);padding:1rem;overflow:auto;max-height:40rem;font:14px/1.45 var(--look-font-code)}`

export const EXPLORER_SCRIPT = `const by = (id) => document.getElementById(id)
const show = (text) => { by('result').textContent = text }
const run = async () => {
  let variables
  try { variables = by('variables').value.trim() ? JSON.parse(by('variables').value) : undefined }
  catch { return show('Biến không phải JSON; xin kiểm tra lại.') }
  try {
    const answer = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: by('query').value, variables }) })
    show(JSON.stringify(await answer.json(), null, 2))
  } catch { show('Không kết nối được máy chủ; xin thử lại.') }
}
by('form').addEventListener('submit', (event) => { event.preventDefault(); run() })
for (const id of ['query', 'variables']) by(id).addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run() } })
by('sample').addEventListener('change', (event) => { by('query').value = by('sample-' + event.target.value).value })
`
