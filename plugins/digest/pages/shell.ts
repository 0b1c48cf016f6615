import { LIGHT_PAGE } from '../../../lib/look/css.ts'
import { languageName } from '../../../lib/text/languages.ts'
import { type Html, html } from '../mail/html.ts'
import { messagesFor } from '../translations/index.ts'

/** Path of the style sheet of these pages. */
export const STYLE_PATH = '/subscriptions/style.css'

/** Sizes follow the reader's font size. */
export const STYLE = `${LIGHT_PAGE}
body{margin:0;background:var(--look-paper);color:var(--look-ink);font:1rem/1.6 var(--look-font-text)}
main{max-width:42rem;margin:0 auto;padding:.5rem 1rem 4rem}
h1{font-size:1.6rem;line-height:1.3}
label,legend{font-weight:600}
fieldset{border:1px solid var(--look-edge);border-radius:.25rem;margin:1.5rem 0;padding:.5rem 1rem 1rem}
.field{margin:1.5rem 0}
.field label{display:block}
.choice{margin:.4rem 0;display:flex;align-items:flex-start}
.choice label{font-weight:400;padding:.25rem .5rem}
.hint{color:var(--look-quiet);margin:.25rem 0}
input[type=email],input[type=date],select{font:inherit;width:100%;box-sizing:border-box;min-height:2.75rem;padding:.4rem .6rem;border:1px solid var(--look-edge);border-radius:.25rem;background:var(--look-paper);color:inherit}
input[type=checkbox]{flex:none;width:1.25rem;height:1.25rem;margin:.45rem 0 0 .25rem}
summary{font-weight:600;padding:.5rem 0;cursor:pointer}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.25rem;border:0;border-radius:.25rem;background:var(--look-accent);color:var(--look-on-accent);cursor:pointer}
:focus-visible{outline:3px solid var(--look-focus);outline-offset:2px}
.faults{border:2px solid var(--look-bad);border-radius:.25rem;padding:0 1rem}
.faults a,.fault{color:var(--look-bad)}
.fault{font-weight:600;margin:.25rem 0}
.consent{border-left:4px solid var(--look-accent);padding-left:1rem}
.trap{position:absolute;left:-100vw}
.done{border:2px solid var(--look-good);border-radius:.25rem;padding:.5rem 1rem}
section{border-top:1px solid var(--look-line);margin-top:2.5rem}
summary h2{display:inline}
form button{margin:.25rem .5rem .25rem 0}
button.quiet{background:var(--look-paper);color:var(--look-accent);border:1px solid var(--look-accent)}
button.grave{background:var(--look-bad)}
form{margin:1rem 0}
nav{max-width:42rem;margin:0 auto;padding:.5rem 1rem 0}
footer{max-width:42rem;margin:0 auto;padding:1rem;border-top:1px solid var(--look-line);color:var(--look-quiet)}
footer p{margin:.25rem 0}
nav ul{list-style:none;margin:0;padding:0;justify-content:flex-end;display:flex;flex-wrap:wrap;gap:1rem}
nav a{display:inline-block;padding:.5rem 0}
a{color:var(--look-accent)}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.5rem;border-bottom:1px solid var(--look-line);overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
iframe{width:100%;height:40rem;border:1px solid var(--look-line)}
/* Khmer stacks signs above and below its letters. */
:lang(km){line-height:1.9}
`

/** Only the own style sheet may load, forms post to this origin only, and no URL with a token leaks as referrer. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
}

/**
 * Links to the other languages, first on the page, because a person who cannot read the page would not look further
 * down. Only the query string changes, so it works for every path.
 */
const languageLinks = (language: string, languages: readonly string[]) =>
  html`<nav aria-label="${messagesFor(language).messages.form.otherLanguages}">
<ul>${languages
    .filter((other) => other !== language)
    .map(
      (other) =>
        html`<li><a href="?lang=${other}" lang="${other}" hreflang="${other}">${languageName(other, other)}</a></li>`,
    )}</ul>
</nav>`

/** One page: a title, one heading, and the content below it. */
export const page = (args: {
  status?: number
  language: string
  title: string
  portalName: string
  /** Who answers for the page; one line each. */
  imprint: string[]
  body: Html
  /** Languages in which there is this page. */
  languages: readonly string[]
}): Response => {
  const { status = 200, language, title, portalName, imprint, body, languages } = args
  const text = html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${portalName}</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
${languages.some((other) => other !== language) && languageLinks(language, languages)}
<main>
<h1>${title}</h1>
${body}
</main>
${imprint.length > 0 && html`<footer>${imprint.map((line) => html`<p>${line}</p>`)}</footer>`}
</body>
</html>
`.html
  return new Response(text, { status, headers: PAGE_HEADERS })
}

/** A JSON response for programs; with an `indent` for people too. */
export const json = (status: number, body: unknown, headers: Record<string, string> = {}, indent = 0): Response =>
  new Response(JSON.stringify(body, null, indent), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
