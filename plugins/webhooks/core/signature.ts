import { createHmac } from 'node:crypto'

/** How a secret of Standard Webhooks begins. */
export const SECRET_PREFIX = 'whsec_'

/** What is signed. */
export interface Signed {
  /** Header `webhook-id`. */
  id: string
  /** Header `webhook-timestamp`: seconds since 1970. */
  timestamp: number
  body: string
}

const signature = (secret: string, { id, timestamp, body }: Signed): string =>
  createHmac('sha256', Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64')

/**
 * The three headers of a message after the Standard Webhooks specification, one signature for each secret.
 *
 * @param args.secrets `whsec_` and the key in base64; during a rotation two
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const signedHeaders = (args: Signed & { secrets: readonly string[] }): Record<string, string> => ({
  'webhook-id': args.id,
  'webhook-timestamp': String(args.timestamp),
  'webhook-signature': args.secrets.map((secret) => `v1,${signature(secret, args)}`).join(' '),
})
