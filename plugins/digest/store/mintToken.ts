import type { Payload } from 'payload'
import { insertOnce } from '../../publications/index.ts'
import type { TokenRow } from '../rowTypes.ts'
import { newToken, tokenHash } from './secrets.ts'

/** Creates the secret token of a link; only its hash is stored. */
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
