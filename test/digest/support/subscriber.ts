import { simpleParser } from 'mailparser'
import { tick } from '../../../plugins/digest/index.ts'
import type { Mailbox } from './mailbox.ts'
import type { Portal } from './portal.ts'

/** The path of the first link in a mail's text that begins with `prefix`. */
export const linkIn = (text: string, prefix: string): string => {
  const found = new RegExp(`https://congbo\\.example\\.vn(${prefix}[0-9a-f]+)`).exec(text)
  if (!found) throw new Error(`no link to ${prefix} in: ${text}`)
  return found[1]!
}

/** Subscribes and confirms an address the way a person does, through the mail that arrives. */
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
