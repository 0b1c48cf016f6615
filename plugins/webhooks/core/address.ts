import { BlockList, isIP } from 'node:net'

/** Which addresses webhooks may be sent to. */
export interface AddressPolicy {
  /** Whether http is taken beside https; for trying things out only. */
  plain: boolean
  /** Ports that may be sent to. */
  ports: readonly number[]
  /**
   * Machines that may be sent to although they are not on the public internet: `host`, or `host:port` for a port that is
   * not among `ports`. In lower case.
   */
  internal: readonly string[]
}

/** Longest address, in characters; reading a URL takes longer than it grows. */
export const LONGEST = 2_000

/** Why an address cannot be sent to. */
export type AddressFault = 'form' | 'scheme' | 'login' | 'port' | 'internal'

/** https://www.iana.org/assignments/iana-ipv4-special-registry, and where clouds keep what they tell their machines. */
const NOT_PUBLIC_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]

/** Of `2000::/3`, outside of which nothing is public: https://www.iana.org/assignments/iana-ipv6-special-registry. */
const NOT_PUBLIC_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const listOf = (networks: readonly string[], version: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), version)
  }
  return list
}

const notPublicV4 = listOf(NOT_PUBLIC_V4, 'ipv4')
const notPublicV6 = listOf(NOT_PUBLIC_V6, 'ipv6')
const globalUnicast = listOf(['2000::/3'], 'ipv6')

/**
 * Whether an IP address is on the public internet. Everything else is refused: loopback, private, link-local, shared,
 * multicast and reserved networks, metadata services, and IPv6 notations of IPv4 addresses.
 *
 * @param address without brackets; anything that is no IP address is not public
 */
export const isPublicAddress = (address: string): boolean => {
  const version = isIP(address)
  if (version === 4) return !notPublicV4.check(address, 'ipv4')
  // A zone (`fe80::1%eth0`) names an interface of this machine.
  if (version !== 6 || address.includes('%')) return false
  return globalUnicast.check(address, 'ipv6') && !notPublicV6.check(address, 'ipv6')
}

/** Name or IP address of a URL's machine, without the brackets of IPv6 and the dot that ends a full name. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')

const portOf = ({ port, protocol }: URL): number => Number(port || (protocol === 'https:' ? 443 : 80))

/** Whether a machine is named as one that may be sent to although it is not on the public internet. */
export const isAllowedInside = (url: URL, { internal }: AddressPolicy): boolean => {
  const host = url.hostname.replace(/\.$/, '')
  return internal.includes(host) || internal.includes(`${host}:${portOf(url)}`)
}

/**
 * Why a URL cannot be sent to, as far as it can be told without resolving its name.
 *
 * @returns `undefined` when it can
 */
export const addressFault = (text: string, policy: AddressPolicy): AddressFault | undefined => {
  if (text.length > LONGEST || !URL.canParse(text)) return 'form'
  const url = new URL(text)
  if (!url.hostname) return 'form'
  if (url.protocol !== 'https:' && !(policy.plain && url.protocol === 'http:')) return 'scheme'
  if (url.username || url.password) return 'login'
  const named = policy.internal.includes(`${url.hostname.replace(/\.$/, '')}:${portOf(url)}`)
  if (!policy.ports.includes(portOf(url)) && !named) return 'port'
  const host = hostOf(url)
  if (isIP(host) && !isPublicAddress(host) && !isAllowedInside(url, policy)) return 'internal'
  return undefined
}
