import { html } from './html.ts'
import { mailPage } from './layout.ts'
import type { DigestView, Entry } from './view.ts'

/** The two renderings of one mail. */
export interface Rendered {
  subject: string
  text: string
  html: string
}

/** RFC 5322, 2.1.1, counted in characters as people read them. */
const LONGEST_SUBJECT = 78

const entryText = (entry: Entry): string =>
  [entry.title, ...entry.facts.map((fact) => `  ${fact}`), `  ${entry.url}`, `  ${entry.why}`].join('\n')

const asText = (view: DigestView): string =>
  [
    view.heading,
    view.greeting,
    ...view.groups.flatMap((group) => [`== ${group.heading} ==`, ...group.entries.map(entryText)]),
    ...(view.more ? [`${view.more}: ${view.siteUrl}`] : []),
    '--',
    `${view.leave.text}: ${view.leave.url}\n${view.leave.hint}`,
    view.sender,
  ].join('\n\n')

const entryHtml = (
  entry: Entry,
  language: string,
) => html`<h3${entry.language !== language && html` lang="${entry.language}"`}><a href="${entry.url}">${entry.title}</a></h3>
${entry.facts.length > 0 && html`<ul>${entry.facts.map((fact) => html`<li>${fact}</li>`)}</ul>`}
<p class="why">${entry.why}</p>
`

const asHtml = (view: DigestView): string =>
  mailPage({
    language: view.language,
    title: view.subject,
    body: html`<main>
<h1>${view.heading}</h1>
<p>${view.greeting}</p>
${view.groups.map(
  (group) => html`<h2>${group.heading}</h2>
${group.entries.map((entry) => entryHtml(entry, view.language))}`,
)}
${view.more !== undefined && html`<p><a href="${view.siteUrl}">${view.more}</a></p>`}
</main>
<footer>
<p><a href="${view.leave.url}">${view.leave.text}</a>. ${view.leave.hint}</p>
<p>${view.sender}</p>
</footer>`,
  })

/** Renders a digest as text and as HTML. */
export const renderDigest = (view: DigestView): Rendered => ({
  subject: [...view.subject].slice(0, LONGEST_SUBJECT).join(''),
  text: asText(view),
  html: asHtml(view),
})
