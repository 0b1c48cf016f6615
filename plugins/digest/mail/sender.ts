/** Who a mail is from. */
export interface Sender {
  name: string
  address: string
  local: string
  domain: string
}

/**
 * Reads `Công Bố <no-reply@example.gov.vn>` or a bare address.
 *
 * @throws Error when there is no address in it
 */
export const senderOf = (mailFrom: string): Sender => {
  const found = /^(?:(.*?)\s*<)?\s*([^<>@\s]+)@([^<>@\s]+?)\s*>?$/.exec(mailFrom.trim())
  if (!found) throw new Error('MAIL_FROM must be an address such as "Công Bố <no-reply@example.gov.vn>"')
  const [, name = '', local, domain] = found
  return { name: name.replace(/^"|"$/g, ''), address: `${local}@${domain}`, local: local!, domain: domain! }
}

/**
 * Envelope sender of one delivery (VERP): a bounce tells by its address alone which mail it is about. The mailbox stays
 * the same, after RFC 5233.
 */
export const bounceAddress = (sender: Sender, id: string): string => `${sender.local}+${id}@${sender.domain}`
