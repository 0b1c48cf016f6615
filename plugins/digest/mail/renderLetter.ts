import { html } from './html.ts'
import { mailPage } from './layout.ts'
import type { Rendered } from './renderDigest.ts'

/** Renders a mail with one link that somebody asked for: to confirm, or to their own subscriptions. */
export const renderLetter = (args: {
  language: string
  subject: string
  heading: string
  body: string
  link: { text: string; url: string }
  /** What to do for somebody who did not ask. */
  ignore: string
}): Rendered => {
  const { language, subject, heading, body, link, ignore } = args
  return {
    subject,
    text: [heading, body, link.url, ignore].join('\n\n'),
    html: mailPage({
      language,
      title: subject,
      body: html`<main>
<h1>${heading}</h1>
<p>${body}</p>
<p><a href="${link.url}">${link.text}</a></p>
<p>${ignore}</p>
</main>`,
    }),
  }
}
