import type { Payload } from 'payload'
import { insertOnce } from '../../publications/index.ts'
import type { TokenRow } from '../types.ts'
import { findOne } from './rows.ts'
import { newToken, tokenHash } from './secrets.ts'

/** Makes the secret of one link; of it only a hash is kept. */
export const mintToken = async (
  args: { payload: Payload; at: string } & Pick<TokenRow, 'purpose' | 'subscriber' | 'expiresAt'> &
    Partial<Pick<TokenRow, 'request'>>,
): Promise<string> => {
  const { payload, at, purpose, subscriber, expiresAt, request = '' } = args
  const token = newToken()
  const data: TokenRow = { purpose, subscriber, request, expiresAt, hash: tokenHash(token), createdOn: at, usedAt: '' }
  await insertOnce({ payload, collection: 'digest-tokens', data, unique: ['hash'] })
  return token
}

/** The row of a link's secret, unless we never gave it out or its time is over. */
export const tokenRow = async (args: {
  payload: Payload
  token: string
  purpose: TokenRow['purpose']
  now: Date
}): Promise<TokenRow | undefined> => {
  const { payload, token, purpose, now } = args
  const row = await findOne(payload, 'digest-tokens', {
    hash: { equals: tokenHash(token) },
    purpose: { equals: purpose },
  })
  return row && (row.expiresAt === '' || row.expiresAt > now.toISOString()) ? row : undefined
}
