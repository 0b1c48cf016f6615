import type { Payload } from 'payload'
import { listDay } from '../../../lib/text/dates.ts'
import { type OwnLanguage, ownLanguage } from '../../../lib/text/languages.ts'
import { dayOf } from '../../../lib/time/periods.ts'
import { defaultLocale } from '../../publications/index.ts'
import { type Html, html } from '../mail/html.ts'
import { settingsOf } from '../options.ts'
import { PAGE_HEADERS, page } from '../pages/shell.ts'
import type { DigestHandler } from '../pages/site.ts'
import { readMail, readMails, type WrittenMail } from './readMails.ts'
import { VIEWER_PATH, VIEWER_WORDS } from './words.ts'

const FRAMING = `${PAGE_HEADERS['content-security-policy']}; frame-src 'self'`
/** Headers for a mail's HTML: no script, no form, nothing external, only in a frame of the viewer. */
const FRAMED = {
  ...PAGE_HEADERS,
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  'x-frame-options': 'SAMEORIGIN',
}

type Words = (typeof VIEWER_WORDS)[OwnLanguage]

/** Day of a mail, as day, month and year in figures. */
const dayText = ({ date }: WrittenMail): string => (date ? listDay(dayOf(date)) : '')

/** Links URLs of our own origins in a text; other URLs stay text. */
const linked = (text: string, origins: string[]): Html[] =>
  text
    .split(/(https?:\/\/[^\s<>]+)/)
    .map((part) =>
      origins.some((origin) => part.startsWith(`${origin}/`))
        ? html`<a href="${part}" rel="noreferrer">${part}</a>`
        : html`${part}`,
    )

const list = (mails: WrittenMail[], words: Words): Html =>
  mails.length
    ? html`<table>
<thead><tr><th scope="col">${words.subject}</th><th scope="col">${words.to}</th><th scope="col">${words.day}</th></tr></thead>
<tbody>
${mails.map(
  (mail) =>
    html`<tr><td><a href="${VIEWER_PATH}/${mail.name}">${mail.subject}</a></td><td>${mail.to}</td><td>${dayText(mail)}</td></tr>
`,
)}</tbody>
</table>`
    : html`<p>${words.empty}</p>`

const letter = (
  mail: WrittenMail,
  origins: string[],
  words: Words,
): Html => html`<p><a href="${VIEWER_PATH}">${words.all}</a></p>
<p>${words.to}: ${mail.to}. ${dayText(mail)}</p>
<div class="letter">
${
  mail.html !== '' &&
  html`<section>
<h2>${words.htmlPart}</h2>
<iframe sandbox title="${words.mail}: ${mail.subject}" src="${VIEWER_PATH}/${mail.name}/html"></iframe>
</section>`
}
<section>
<h2>${words.textPart}</h2>
<pre>${linked(mail.text, origins)}</pre>
</section>
</div>`

/**
 * Shows mails that were written to files because there is no relay. They contain addresses and secrets, so mount it in
 * the demo only; it requires an admin login.
 */
export const mailViewerHandlers = ({ payload }: { payload: Payload }): DigestHandler[] => {
  const settings = settingsOf(payload.config)
  const { dataDir, publicUrl, siteUrl } = settings
  const language = ownLanguage(defaultLocale(payload.config))
  const words = VIEWER_WORDS[language]
  const frame = { language, languages: [], portalName: settings.portalName, imprint: [] }
  const message = (status: number, title: string, body: Html) => page({ ...frame, status, title, body })
  const nothingHere = () => message(404, words.missing, html`<p><a href="${VIEWER_PATH}">${words.all}</a></p>`)

  const forStaff =
    (answer: (request: Request) => Promise<Response>): DigestHandler['handle'] =>
    async (request) => {
      const { user } = await payload.auth({ headers: request.headers })
      if (user) return answer(request)
      const { admin } = payload.config.routes
      return message(401, words.login, html`<p><a href="${admin}/login">${words.logIn}</a> ${words.thenAgain}</p>`)
    }

  const named = (request: Request): Promise<WrittenMail | undefined> =>
    readMail(dataDir, new URL(request.url).pathname.split('/')[2] ?? '')

  return [
    {
      method: 'GET',
      path: VIEWER_PATH,
      handle: forStaff(async () => message(200, words.title, list(await readMails(dataDir), words))),
    },
    {
      method: 'GET',
      path: `${VIEWER_PATH}/:name`,
      handle: forStaff(async (request) => {
        const mail = await named(request)
        if (!mail) return nothingHere()
        const answer = message(200, mail.subject, letter(mail, [publicUrl, siteUrl], words))
        answer.headers.set('content-security-policy', FRAMING)
        return answer
      }),
    },
    {
      method: 'GET',
      path: `${VIEWER_PATH}/:name/html`,
      handle: forStaff(async (request) => {
        const mail = await named(request)
        return mail?.html ? new Response(mail.html, { headers: FRAMED }) : nothingHere()
      }),
    },
  ]
}
