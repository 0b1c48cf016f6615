import { html } from './html.ts'
import { imprintHtml, mailPage } from './layout.ts'
import type { DigestView, Entry, Fact, OwnLinks } from './view.ts'
import { asMarkup, asPlain } from './words.ts'

/** Text and HTML version of a mail. */
export interface Rendered {
  subject: string
  text: string
  html: string
}

type Marks = DigestView['marks']

const factText = ({ label, value }: Fact, { colon }: Marks): string => (label ? `${label}${colon}${value}` : value)

const entryText = (entry: Entry, marks: Marks): string =>
  [
    entry.title,
    ...(entry.summary ? [entry.summary.text] : []),
    ...entry.facts.map((fact) => factText(fact, marks)),
    entry.url,
    ...(entry.why.length ? [asPlain(entry.why)] : []),
  ].join('\n  ')

const ownText = ({ view, manage, leave }: OwnLinks, { colon }: Marks): string[] => [
  `${view.text}${colon}${view.url}`,
  `${manage.text}${colon}${manage.url}`,
  `${leave.text}${colon}${leave.url}\n${leave.hint}`,
]

const asText = (view: DigestView): string =>
  [
    view.heading,
    view.greeting,
    ...view.groups.flatMap((group) => [
      `== ${group.heading.text} ==`,
      ...group.entries.map((entry) => entryText(entry, view.marks)),
    ]),
    ...(view.more ? [`${view.more}${view.marks.colon}${view.siteUrl}`] : []),
    '--',
    ...(view.own ? ownText(view.own, view.marks) : []),
    view.sender,
    ...(view.imprint.length ? [view.imprint.join('\n')] : []),
  ].join('\n\n')

const foreign = (language: string | undefined, own: string) =>
  language !== undefined && language !== own && html` lang="${language}"`

const factHtml = ({ label, value, language }: Fact, view: DigestView) =>
  label
    ? html`<li>${label}${view.marks.colon}<span${foreign(language, view.language)}>${value}</span></li>`
    : html`<li class="state">${value}</li>`

const entryHtml = (
  entry: Entry,
  view: DigestView,
) => html`<h3${foreign(entry.language, view.language)}><a href="${entry.url}">${entry.title}</a></h3>
${entry.summary && html`<p${foreign(entry.summary.language, view.language)}>${entry.summary.text}</p>`}
${entry.facts.length > 0 && html`<ul>${entry.facts.map((fact) => factHtml(fact, view))}</ul>`}
${entry.why.length > 0 && html`<p class="why">${asMarkup(entry.why)}</p>`}
`

const ownHtml = ({ view, manage, leave }: OwnLinks) => html`<p><a href="${view.url}">${view.text}</a></p>
<p><a href="${manage.url}">${manage.text}</a></p>
<p><a href="${leave.url}">${leave.text}</a><br>${leave.hint}</p>
`

const asHtml = (view: DigestView): string =>
  mailPage({
    language: view.language,
    title: view.subject,
    body: html`<main>
<h1>${view.heading}</h1>
<p>${view.greeting}</p>
${view.groups.map(
  (group) => html`<h2${foreign(group.heading.language, view.language)}>${group.heading.text}</h2>
${group.entries.map((entry) => entryHtml(entry, view))}`,
)}
${view.more !== undefined && html`<p><a href="${view.siteUrl}">${view.more}</a></p>`}
</main>
<footer>
${view.own && ownHtml(view.own)}<p>${view.sender}</p>
${imprintHtml(view.imprint)}
</footer>`,
  })

/** Renders a digest as text and as HTML. */
export const renderDigest = (view: DigestView): Rendered => ({
  subject: view.subject,
  text: asText(view),
  html: asHtml(view),
})
