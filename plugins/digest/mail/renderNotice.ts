import type { NoticeGroup, NoticeMail } from '../types.ts'
import { html } from './html.ts'
import { imprintHtml, mailPage } from './layout.ts'
import type { Rendered } from './renderDigest.ts'

type Entry = NoticeGroup['entries'][number]

/** The groups with their first entries, as many as there is room for; groups without any are left out. */
const shownGroups = (groups: NoticeGroup[], show: number): NoticeGroup[] => {
  let room = show
  return groups.flatMap(({ heading, entries }) => {
    const shown = entries.slice(0, room)
    room -= shown.length
    return shown.length ? [{ heading, entries: shown }] : []
  })
}

const entryText = ({ title, url, lines }: Entry): string => [title, ...lines, url].join('\n  ')

const linked = ({ title, url, language }: Entry) =>
  html`<a href="${url}"${language !== undefined && html` lang="${language}"`}>${title}</a>`

const entryHtml = (entry: Entry, isAlone: boolean) =>
  html`${isAlone ? html`<h2>${linked(entry)}</h2>` : html`<h3>${linked(entry)}</h3>`}
${linesHtml(entry)}
`

const linesHtml = ({ lines }: Entry) =>
  html`${lines.length > 0 && html`<p>${lines.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</p>`}`

/**
 * Renders a mail to an officer as text and as HTML.
 *
 * @param args.show number of entries to show; the others are counted
 */
export const renderNotice = (args: {
  notice: NoticeMail
  portalName: string
  /** Who sends it; one line each. */
  imprint: string[]
  show: number
}): Rendered => {
  const { notice, portalName, imprint, show } = args
  const { language, subject, heading, all, why } = notice
  const groups = shownGroups(notice.groups, show)
  const hidden = notice.groups.reduce((sum, group) => sum + group.entries.length, 0) - show
  const more = hidden > 0 ? notice.more(hidden) : undefined
  const sender = [portalName, ...imprint]
  // The heading of the mail need not be said again above its only group.
  const isAlone = groups.length === 1 && groups[0]!.heading === heading
  return {
    subject: subject,
    text: [
      heading,
      ...groups.flatMap((group) => [...(isAlone ? [] : [`== ${group.heading} ==`]), ...group.entries.map(entryText)]),
      ...(more ? [more] : []),
      `${all.text}: ${all.url}`,
      '--',
      `${why.text}\n${why.link.text}: ${why.link.url}`,
      sender.join('\n'),
    ].join('\n\n'),
    html: mailPage({
      language,
      title: heading,
      body: html`<main>
<h1>${heading}</h1>
${groups.map(
  ({ heading: above, entries }) =>
    html`${!isAlone && html`<h2>${above}</h2>\n`}${entries.map((entry) => entryHtml(entry, isAlone))}`,
)}
${more !== undefined && html`<p>${more}</p>`}
<p><a href="${all.url}">${all.text}</a></p>
</main>
<footer>
<p>${why.text}<br><a href="${why.link.url}">${why.link.text}</a></p>
${imprintHtml(sender)}
</footer>`,
    }),
  }
}
