import { escapeHtml } from '../../lib/text/escapeHtml.ts'

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; color: #1b1b1b; background: #fff; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { font-size: 1.25rem; margin-top: 2rem; }
a { color: #0b4f9e; }
a:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #767676; vertical-align: top; }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
[lang="en"] { color: #555; }
@media (prefers-color-scheme: dark) {
  body { color: #eee; background: #161616; }
  a { color: #9cc8ff; }
  [lang="en"] { color: #bbb; }
}
`

/**
 * A page of the server itself: no script, no external resources, accessible by keyboard and screen reader.
 *
 * @param args.title plain text
 * @param args.content HTML, already escaped
 */
export const simplePage = (args: { title: string; content: string }): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escapeHtml(args.title)} – Công Bố</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(args.title)}</h1>
${args.content}
</main>
</body>
</html>
`
