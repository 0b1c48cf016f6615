import type { Messages } from '../translations/index.ts'
import { html } from './html.ts'
import { mailPage } from './layout.ts'
import type { Rendered } from './renderDigest.ts'

/** Renders the mail that asks an address whether its owner wants the digests. */
export const renderConfirmation = (args: {
  language: string
  messages: Messages
  portalName: string
  confirmUrl: string
}): Rendered => {
  const { confirmUrl, language, portalName } = args
  const words = args.messages.confirmation
  return {
    subject: words.subject,
    text: [words.heading, words.body(portalName), confirmUrl, words.ignore].join('\n\n'),
    html: mailPage({
      language,
      title: words.subject,
      body: html`<main>
<h1>${words.heading}</h1>
<p>${words.body(portalName)}</p>
<p><a href="${confirmUrl}">${words.link}</a></p>
<p>${words.ignore}</p>
</main>`,
    }),
  }
}
