import { html } from './html.ts'
import { imprintHtml, mailPage } from './layout.ts'
import type { Rendered } from './renderDigest.ts'

/** Renders a requested mail with one link: to confirm, or to the manage page. */
export const renderLetter = (args: {
  language: string
  subject: string
  heading: string
  body: string
  link: { text: string; url: string }
  /** Who sends it; one line each. */
  imprint: string[]
  /** Advice for a person who did not request it. */
  ignore: string
}): Rendered => {
  const { language, subject, heading, body, link, ignore, imprint } = args
  return {
    subject,
    text: [
      heading,
      body,
      `${link.text}:\n${link.url}`,
      ignore,
      ...(imprint.length ? ['--', imprint.join('\n')] : []),
    ].join('\n\n'),
    html: mailPage({
      language,
      title: subject,
      body: html`<main>
<h1>${heading}</h1>
<p>${body}</p>
<p><a class="button" href="${link.url}">${link.text}</a></p>
<p>${ignore}</p>
</main>
${imprint.length > 0 && html`<footer>${imprintHtml(imprint)}</footer>`}`,
    }),
  }
}
