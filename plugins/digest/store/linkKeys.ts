import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { seal, unseal } from '../../../lib/sealed.ts'
import { insertOnce } from '../../publications/index.ts'
import type { LinkKey } from '../core/links.ts'
import type { LinkKeyRow } from '../rowTypes.ts'
import { find, findOne } from './rows.ts'
import { keyFor } from './secrets.ts'

const KEY_BYTES = 32

const opened = (payload: Payload, { generation, sealed }: LinkKeyRow): LinkKey | undefined => {
  const hex = unseal({ key: keyFor(payload, 'link keys'), place: String(generation), stored: sealed })
  return hex === undefined ? undefined : { generation, secret: Buffer.from(hex, 'hex') }
}

const newestRow = async (payload: Payload): Promise<LinkKeyRow | undefined> =>
  (await find({ payload, collection: 'digest-keys', where: {}, sort: '-generation', limit: 1 }))[0]

const addAfter = async (payload: Payload, generation: number, now: Date): Promise<LinkKeyRow> => {
  const data: LinkKeyRow = {
    generation: generation + 1,
    sealed: seal({
      key: keyFor(payload, 'link keys'),
      place: String(generation + 1),
      secret: randomBytes(KEY_BYTES).toString('hex'),
    }),
    createdOn: now.toISOString(),
  }
  // Another worker may have been faster; then its key counts.
  await insertOnce({ payload, collection: 'digest-keys', data, unique: ['generation'] })
  return (await newestRow(payload)) ?? data
}

/**
 * The key for new links. The first one is made when it is needed; so is another one when the server's secret was
 * changed, because keys that were sealed under the old one cannot be opened.
 */
export const currentLinkKey = async (payload: Payload, now: Date): Promise<LinkKey> => {
  const row = await newestRow(payload)
  const key = row && opened(payload, row)
  if (key) return key
  return opened(payload, await addAfter(payload, row?.generation ?? 0, now))!
}

/** An earlier or the current key; `undefined` when there was none, or it cannot be opened. */
export const linkKey = async (payload: Payload, generation: number): Promise<LinkKey | undefined> => {
  const row = await findOne(payload, 'digest-keys', { generation: { equals: generation } })
  return row && opened(payload, row)
}

/** Makes a new key for all links from now on. Links under earlier keys keep working. @returns its generation */
export const rotateLinkKey = async (payload: Payload, now: Date): Promise<number> => {
  const { generation } = await currentLinkKey(payload, now)
  return (await addAfter(payload, generation, now)).generation
}
