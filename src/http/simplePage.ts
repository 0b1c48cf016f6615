import { PAGE_OF_BOTH } from '../../lib/look/css.ts'
import { escapeHtml } from '../../lib/text/escapeHtml.ts'

const STYLE = `
${PAGE_OF_BOTH}
body { font: 1.0625rem/1.6 var(--look-font-text); max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; color: var(--look-ink); background: var(--look-paper); }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { font-size: 1.25rem; margin-top: 2rem; }
a { color: var(--look-accent); }
a:focus-visible { outline: 3px solid var(--look-focus); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--look-line); vertical-align: top; }
code { font-family: var(--look-font-code); overflow-wrap: anywhere; }
[lang="en"] { color: var(--look-quiet); }
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
