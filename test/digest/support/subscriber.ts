import { type ParsedMail, simpleParser } from 'mailparser'
import { tick } from '../../../plugins/digest/index.ts'
import type { Mailbox } from './mailbox.ts'
import type { Portal } from './portal.ts'

/** The path of the first link in a mail's text that begins with `prefix`. */
export const linkIn = (text: string, prefix: string): string => {
  const found = new RegExp(`https://congbo\\.example\\.vn(${prefix}[0-9a-f]+)`).exec(text)
  if (!found) throw new Error(`no link to ${prefix} in: ${text}`)
  return found[1]!
}

/** Subscribes and confirms an address like a person, through the mail that arrives. */
export const join = async (
  portal: Portal,
  mailbox: Mailbox,
  email: string,
  more: Record<string, unknown> = {},
): Promise<void> => {
  const before = mailbox.mails.length
  await portal.subscribe(email, more)
  await tick(portal)
  const mail = mailbox.mails.slice(before).find((one) => one.to.includes(email))
  if (!mail) throw new Error(`no confirmation mail for ${email}`)
  const { text = '' } = await simpleParser(mail.raw)
  const answer = await portal.ask('POST', linkIn(text, '/subscriptions/confirm/'))
  if (answer.status !== 200) throw new Error(`confirmation: ${answer.status}`)
  mailbox.mails.length = before
}

/** Subscribes a person and sends them a digest the next morning. @returns that mail */
export const digestTo = async (portal: Portal, mailbox: Mailbox, email: string): Promise<ParsedMail> => {
  await join(portal, mailbox, email)
  await portal.publish({ document: 'a' })
  portal.clock.set('2026-11-24T00:30:00.000Z')
  await tick(portal)
  return simpleParser(mailbox.mails.at(-1)!.raw)
}

/** The link for managing subscriptions in the newest mail to a person. */
export const manageLink = async (mailbox: Mailbox, email = 'an@example.vn'): Promise<string> => {
  const mail = mailbox.mails.findLast(({ to }) => to.includes(email))
  return linkIn((await simpleParser(mail!.raw)).text!, '/subscriptions/manage/')
}

/**
 * Subscribes a person and sends them a mail at 07:30 on 24 November. @returns the link for managing subscriptions in it
 */
export const managedBy = async (portal: Portal, mailbox: Mailbox): Promise<string> => {
  await digestTo(portal, mailbox, 'an@example.vn')
  return manageLink(mailbox)
}

/** Submits the form of a button on the page for managing subscriptions. */
export const press = (
  portal: Portal,
  link: string,
  action: string,
  fields: Record<string, string> = {},
): Promise<Response> =>
  portal.ask('POST', link, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, action }).toString(),
  })

/** Everything stored about people, for comparing two moments. */
export const everythingAbout = async (portal: Portal): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      ['subscribers', 'subscriptions', 'consent-events', 'deliveries', 'digest-tokens', 'suppressions'].map((name) =>
        portal.rows(name),
      ),
    ),
  )
