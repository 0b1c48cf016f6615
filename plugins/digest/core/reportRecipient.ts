/** An address that a report may be sent to: `no-reply+<32 hexadecimal digits>@example.vn`. */
const VERP = /^([^\s<>@+]+)\+([0-9a-f]{32})@([a-z0-9.-]+)$/i

/**
 * The id of the mail that was sent from an address (VERP, see `bounceAddress`).
 *
 * @returns `undefined` when none of our mails is sent from such an address
 */
export const reportRecipient = (address: string, sender: { local: string; domain: string }): string | undefined => {
  const [, local, id, domain] = VERP.exec(address.slice(0, 320)) ?? []
  const isOurs =
    local?.toLowerCase() === sender.local.toLowerCase() && domain?.toLowerCase() === sender.domain.toLowerCase()
  return isOurs ? id!.toLowerCase() : undefined
}
