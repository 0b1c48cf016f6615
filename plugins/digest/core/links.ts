import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a derived link is for. */
export type LinkPurpose = 'unsubscribe' | 'manage' | 'view'

/** What a link in a mail says; nothing of it is stored. */
export interface LinkFacts {
  purpose: LinkPurpose
  /** Reference of the subscriber, 32 hexadecimal digits. */
  subscriber: string
  /** When it was made, in whole seconds since 1 January 1970. */
  issuedAt: number
  /** Id of the mail that the link shows, 32 hexadecimal digits; `''` for other purposes. */
  mail: string
}

/** A key under which links are derived; old ones stay for checking. */
export interface LinkKey {
  /** 1 to 65,535; a rotation adds one. */
  generation: number
  /** 256 random bits. */
  secret: Buffer
}

/** A link as it was read, not yet known to be genuine. */
export interface ReadLink {
  facts: LinkFacts
  generation: number
  signed: Buffer
  mac: Buffer
}

const FORMAT = 1
const PURPOSES: readonly LinkPurpose[] = ['unsubscribe', 'manage', 'view']
const HEAD_BYTES = 8
const REF_BYTES = 16
/** 160 of the 256 bits (RFC 2104, 5, asks for at least half). */
const MAC_BYTES = 20
const REF = /^[0-9a-f]{32}$/
const TOKEN = /^(?:[0-9a-f]{2})+$/
const SECOND = 1_000
const DAY = 86_400

/** The time of a link, as it names it. */
export const linkTime = (at: Date): number => Math.floor(at.getTime() / SECOND)

/** The end of a link that works for some days. */
export const linkEnd = (issuedAt: number, days: number): Date => new Date((issuedAt + days * DAY) * SECOND)

const macOf = (secret: Buffer, signed: Buffer): Buffer =>
  createHmac('sha256', secret).update(signed).digest().subarray(0, MAC_BYTES)

/**
 * Derives the secret part of a link: the facts and their HMAC (RFC 2104), hexadecimal, because some mail gateways change
 * the case of letters in addresses. The same facts give the same link.
 *
 * @throws RangeError when a fact does not fit
 */
export const linkToken = (facts: LinkFacts, { generation, secret }: LinkKey): string => {
  const { purpose, subscriber, issuedAt, mail } = facts
  if (!REF.test(subscriber) || !(mail === '' || REF.test(mail)))
    throw new RangeError('A link cannot be derived from these facts')
  const head = Buffer.alloc(HEAD_BYTES)
  head.writeUInt8(FORMAT, 0)
  head.writeUInt8(PURPOSES.indexOf(purpose), 1)
  head.writeUInt16BE(generation, 2)
  head.writeUInt32BE(issuedAt, 4)
  const signed = Buffer.concat([head, Buffer.from(subscriber, 'hex'), Buffer.from(mail, 'hex')])
  return Buffer.concat([signed, macOf(secret, signed)]).toString('hex')
}

/** Reads a link of unknown origin; `undefined` when it is none that was derived. Nothing in it may be believed yet. */
export const readLink = (token: string): ReadLink | undefined => {
  const shortest = HEAD_BYTES + REF_BYTES + MAC_BYTES
  const digits = token.toLowerCase()
  if (![shortest, shortest + REF_BYTES].includes(digits.length / 2) || !TOKEN.test(digits)) return undefined
  const bytes = Buffer.from(digits, 'hex')
  const signed = bytes.subarray(0, -MAC_BYTES)
  const purpose = PURPOSES[signed.readUInt8(1)]
  if (signed.readUInt8(0) !== FORMAT || !purpose) return undefined
  return {
    facts: {
      purpose,
      subscriber: signed.toString('hex', HEAD_BYTES, HEAD_BYTES + REF_BYTES),
      issuedAt: signed.readUInt32BE(4),
      mail: signed.toString('hex', HEAD_BYTES + REF_BYTES),
    },
    generation: signed.readUInt16BE(2),
    signed,
    mac: bytes.subarray(-MAC_BYTES),
  }
}

/** Whether a link was derived under a key. Takes the same time for every wrong one. */
export const isGenuine = ({ signed, mac }: ReadLink, secret: Buffer): boolean =>
  timingSafeEqual(mac, macOf(secret, signed))
