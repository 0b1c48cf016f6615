import { html } from './html.ts'
import { mailPage } from './layout.ts'
import type { DigestView, Entry, Fact, OwnLinks } from './view.ts'

/** The two renderings of one mail. */
export interface Rendered {
  subject: string
  text: string
  html: string
}

/** RFC 5322, 2.1.1, counted in characters as people read them. */
const LONGEST_SUBJECT = 78

const factText = ({ label, value }: Fact): string => (label ? `${label}: ${value}` : value)

const entryText = (entry: Entry): string =>
  [entry.title, ...entry.facts.map((fact) => `  ${factText(fact)}`), `  ${entry.url}`, `  ${entry.why}`].join('\n')

const ownText = ({ view, manage, leave }: OwnLinks): string[] => [
  `${view.text}: ${view.url}`,
  `${manage.text}: ${manage.url}`,
  `${leave.text}: ${leave.url}\n${leave.hint}`,
]

const asText = (view: DigestView): string =>
  [
    view.heading,
    view.greeting,
    ...view.groups.flatMap((group) => [`== ${group.heading} ==`, ...group.entries.map(entryText)]),
    ...(view.more ? [`${view.more}: ${view.siteUrl}`] : []),
    '--',
    ...(view.own ? ownText(view.own) : []),
    view.sender,
  ].join('\n\n')

const foreign = (language: string | undefined, own: string) =>
  language !== undefined && language !== own && html` lang="${language}"`

const factHtml = ({ label, value, language }: Fact, own: string) =>
  label ? html`<li>${label}: <span${foreign(language, own)}>${value}</span></li>` : html`<li>${value}</li>`

const entryHtml = (
  entry: Entry,
  language: string,
) => html`<h3${foreign(entry.language, language)}><a href="${entry.url}">${entry.title}</a></h3>
${entry.facts.length > 0 && html`<ul>${entry.facts.map((fact) => factHtml(fact, language))}</ul>`}
<p class="why">${entry.why}</p>
`

const ownHtml = ({ view, manage, leave }: OwnLinks) => html`<p><a href="${view.url}">${view.text}</a></p>
<p><a href="${manage.url}">${manage.text}</a></p>
<p><a href="${leave.url}">${leave.text}</a>. ${leave.hint}</p>
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
${view.own && ownHtml(view.own)}<p>${view.sender}</p>
</footer>`,
  })

/** Renders a digest as text and as HTML. */
export const renderDigest = (view: DigestView): Rendered => ({
  subject: [...view.subject].slice(0, LONGEST_SUBJECT).join(''),
  text: asText(view),
  html: asHtml(view),
})
