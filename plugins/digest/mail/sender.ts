/** Sender of a mail. */
export interface Sender {
  name: string
  address: string
  local: string
  domain: string
}

/**
 * Parses `Công Bố <no-reply@example.gov.vn>` or a bare address.
 *
 * @throws Error when it contains no address
 */
export const senderOf = (mailFrom: string): Sender => {
  const found = /^(?:(.*?)\s*<)?\s*([^<>@\s]+)@([^<>@\s]+?)\s*>?$/.exec(mailFrom.trim())
  if (!found) throw new Error('digest: mailFrom: must be an address such as "Công Bố <no-reply@example.gov.vn>"')
  const [, name = '', local, domain] = found
  return { name: name.replace(/^"|"$/g, ''), address: `${local}@${domain}`, local: local!, domain: domain! }
}

/**
 * Envelope sender of one delivery (VERP), so that a bounce identifies its mail by its address alone. The mailbox stays
 * the same (subaddress, RFC 5233).
 */
export const bounceAddress = (sender: Sender, id: string): string => `${sender.local}+${id}@${sender.domain}`
