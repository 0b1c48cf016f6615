import { LIGHT_PAGE } from '../../../lib/look/css.ts'
import { escapeHtml } from '../../../lib/text/escapeHtml.ts'
import { shownInstantOf } from '../../../lib/time/shownInstant.ts'
import { languageName } from '../api/facets.ts'
import { VERIFY_LANGUAGES, type VerifyTexts, verifyTexts } from './texts.ts'

export const ASSETS = { script: '/verify/check.js', style: '/verify/style.css' }

/** A text with the language that it is in. */
export interface Said {
  text: string
  language: string
}

/** One edition as the page shows it. */
export interface ShownEdition {
  hash: string
  /** Title; `undefined` when the document is not public any more. */
  title: Said | undefined
  /** Absolute address on the website, and the path by which people know it. */
  address: { href: string; path: string }
  edition: number
  /** ISO 8601. */
  publishedAt: string
  /** What became of it, as a sentence. */
  state: string
  /** Whether its content is public, so that it can be checked. */
  checkable: boolean
  previousHash: string | null
  steps: { name: Said; capacity: Said; at: string | undefined }[]
  ratified: boolean
}

const inTheirs = ({ text, language }: Said, page: string): string =>
  language === page ? escapeHtml(text) : `<span lang="${escapeHtml(language)}">${escapeHtml(text)}</span>`

const languageLinks = (language: string, texts: VerifyTexts): string =>
  `<nav aria-label="${escapeHtml(texts.languages)}"><ul>${VERIFY_LANGUAGES.filter((one) => one !== language)
    .map(
      (one) =>
        `<li><a href="?lang=${one}" lang="${one}" hreflang="${one}">${escapeHtml(languageName(one, one))}</a></li>`,
    )
    .join('')}</ul></nav>`

const shell = (args: { language: string; portalName: string; imprint: string[]; content: string; checks: boolean }) => {
  const { language, portalName, imprint, content, checks } = args
  const texts = verifyTexts(language)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escapeHtml(texts.title)} – ${escapeHtml(portalName)}</title>
<link rel="stylesheet" href="${ASSETS.style}">
${checks ? `<script src="${ASSETS.script}" defer></script>\n` : ''}</head>
<body>
${languageLinks(language, texts)}
<main>
<h1>${escapeHtml(texts.title)}</h1>
${content}
</main>
<footer>${[portalName, ...imprint].map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</footer>
</body>
</html>
`
}

const form = ({ form: says }: VerifyTexts, language: string, typed: string): string =>
  `<form action="/verify" method="get">
<p><label for="hash">${escapeHtml(says.label)}</label>
<span class="hint" id="hash-hint">${escapeHtml(says.hint)}</span>
<input id="hash" name="hash" value="${escapeHtml(typed)}" aria-describedby="hash-hint" required minlength="64" maxlength="64" pattern="[0-9a-fA-F]{64}" autocomplete="off" spellcheck="false"></p>
<input type="hidden" name="lang" value="${language}">
<p><button type="submit">${escapeHtml(says.submit)}</button></p>
</form>`

const stepsOf = ({ steps }: ShownEdition, language: string, texts: VerifyTexts): string =>
  steps.length
    ? `<ol class="steps">${steps
        .map(({ name, capacity, at }) => {
          const when = at ? ` · <time datetime="${escapeHtml(at)}">${escapeHtml(shownInstantOf(at))}</time>` : ''
          return `<li><strong>${inTheirs(name, language)}</strong><br>${inTheirs(capacity, language)}${when}</li>`
        })
        .join('')}</ol>`
    : `<p>${escapeHtml(texts.noSteps)}</p>`

/** The facts stand without a script; the script adds the answer of the browser. */
const checkOf = ({ hash, checkable }: ShownEdition, { check }: VerifyTexts): string => {
  const content = `/verify/${hash}/content`
  if (!checkable) return `<p>${escapeHtml(check.gone)}</p>`
  const says = Object.entries({ ...check, hash, content })
    .filter(([name]) => ['checking', 'matches', 'differs', 'failed', 'insecure', 'hash', 'content'].includes(name))
    .map(([name, text]) => ` data-${name}="${escapeHtml(text)}"`)
    .join('')
  return `<p id="check" class="check" role="status" hidden${says}></p>
<p>${escapeHtml(check.yourself)} <a href="${content}" download="${hash}.json">${escapeHtml(check.download)}</a></p>`
}

const editionHtml = (edition: ShownEdition, language: string, texts: VerifyTexts): string => {
  const { facts, local, check, urgent, steps } = texts
  const { title, address, previousHash } = edition
  const previous = previousHash
    ? `<dt>${escapeHtml(facts.previous)}</dt><dd><a class="hash" href="/verify/${previousHash}?lang=${language}">${previousHash}</a></dd>`
    : ''
  return `${edition.ratified ? '' : `<p class="urgent"><strong>${escapeHtml(urgent)}</strong></p>`}
<dl>
${title ? `<dt>${escapeHtml(facts.document)}</dt><dd>${inTheirs(title, language)}</dd>` : ''}
<dt>${escapeHtml(facts.address)}</dt><dd><a href="${escapeHtml(address.href)}">${escapeHtml(address.path)}</a></dd>
<dt>${escapeHtml(facts.state)}</dt><dd>${escapeHtml(edition.state)}</dd>
<dt>${escapeHtml(facts.edition)}</dt><dd>${edition.edition}</dd>
<dt>${escapeHtml(facts.publishedAt)}</dt><dd><time datetime="${escapeHtml(edition.publishedAt)}">${escapeHtml(shownInstantOf(edition.publishedAt))}</time> ${escapeHtml(local)}</dd>
<dt>${escapeHtml(facts.hash)}</dt><dd class="hash">${edition.hash}</dd>
${previous}
</dl>
<h2>${escapeHtml(check.title)}</h2>
${checkOf(edition, texts)}
<h2>${escapeHtml(steps)}</h2>
${stepsOf(edition, language, texts)}`
}

interface Frame {
  language: string
  portalName: string
  imprint: string[]
}

/** The page of one edition. Pure. */
export const editionPage = (frame: Frame, edition: ShownEdition): string => {
  const texts = verifyTexts(frame.language)
  return shell({ ...frame, checks: edition.checkable, content: editionHtml(edition, frame.language, texts) })
}

/** The page that asks for a hash. Pure. @param typed a hash that no edition has */
export const askingPage = (frame: Frame, typed?: string): string => {
  const texts = verifyTexts(frame.language)
  const unknown = typed === undefined ? '' : `<p role="alert">${escapeHtml(texts.unknown)}</p>\n`
  const content = `<p>${escapeHtml(texts.intro)}</p>\n${unknown}${form(texts, frame.language, typed ?? '')}`
  return shell({ ...frame, checks: false, content })
}

/** Sizes follow the reader's font size. */
export const STYLE = `${LIGHT_PAGE}
body{margin:0;background:var(--look-paper);color:var(--look-ink);font:1rem/1.6 var(--look-font-text)}
main{max-width:42rem;margin:0 auto;padding:.5rem 1rem 3rem}
h1{font-size:1.6rem;line-height:1.3}h2{font-size:1.2rem;margin:2rem 0 .5rem}
nav,footer{max-width:42rem;margin:0 auto;padding:.5rem 1rem}
nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;justify-content:flex-end;gap:1rem}
nav a{display:inline-block;padding:.5rem 0}
footer{border-top:1px solid var(--look-line);color:var(--look-quiet)}footer p{margin:.25rem 0}
dl{margin:0}dt{font-weight:600;margin-top:.9rem}dd{margin:0;overflow-wrap:anywhere}
.hash{font-family:var(--look-font-code);font-size:.9rem;overflow-wrap:anywhere}
.steps{padding-left:1.5rem}.steps li{margin:.6rem 0}
.check,.urgent{border-left:4px solid var(--look-neutral);padding:.5rem 1rem;background:var(--look-neutral-soft)}
.check[hidden]{display:none}
.check.matches{border-color:var(--look-good);background:var(--look-good-soft)}
.check.differs,.urgent{border-color:var(--look-bad);background:var(--look-bad-soft)}
label{font-weight:600;display:block}.hint{color:var(--look-quiet);display:block}
input:not([type=hidden]){font:inherit;font-family:var(--look-font-code);width:100%;box-sizing:border-box;min-height:2.75rem;padding:.4rem .6rem;border:1px solid var(--look-edge);border-radius:.25rem}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.25rem;border:0;border-radius:.25rem;background:var(--look-accent);color:var(--look-on-accent);cursor:pointer}
a{color:var(--look-accent)}:focus-visible{outline:3px solid var(--look-focus);outline-offset:2px}
:lang(km){line-height:1.9}
`

/** Computes the hash of the content in the reader's browser and says whether it is the one on the page. */
export const SCRIPT = `const place = document.getElementById('check')
const say = (name) => { place.textContent = place.dataset[name]; place.className = 'check ' + name; place.hidden = false }
const check = async () => {
  if (!globalThis.crypto?.subtle) return say('insecure')
  say('checking')
  try {
    const answer = await fetch(place.dataset.content, { cache: 'no-store' })
    if (!answer.ok) return say('failed')
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.arrayBuffer()))
    const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    say(hash === place.dataset.hash ? 'matches' : 'differs')
  } catch { say('failed') }
}
if (place) check()
`
