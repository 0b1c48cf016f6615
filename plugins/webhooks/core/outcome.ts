/** Why a message did not arrive. */
export const PROBLEMS = [
  /** The address is not allowed, or not any more. */
  'url',
  /** The name leads to a machine that is not on the public internet. */
  'internal',
  /** No machine has this name. */
  'unresolved',
  /** The machine takes no connection. */
  'refused',
  /** The certificate is not valid, or the machine speaks no TLS. */
  'tls',
  /** No complete answer in time. */
  'timeout',
  /** The connection broke, or the answer is not HTTP. */
  'broken',
  /** An answer with a status that is not 2xx. */
  'status',
  /** The secret cannot be decrypted. */
  'key',
] as const
export type Problem = (typeof PROBLEMS)[number]

/** How a try ended; `stopped` when this process was told to stop, and nobody knows. */
export type Outcome =
  | { result: 'arrived'; status: number }
  /** `status` is 0 without an answer. */
  | { result: 'failed'; problem: Problem; status: number }
  | { result: 'stopped' }

/** What a status means: 2xx has arrived, everything else has not; a redirect is not followed. */
export const outcomeOf = (status: number): Outcome =>
  status >= 200 && status < 300 ? { result: 'arrived', status } : { result: 'failed', problem: 'status', status }

const PROBLEM_OF_CODE: Readonly<Record<string, Problem>> = {
  ENOTFOUND: 'unresolved',
  EAI_AGAIN: 'unresolved',
  ENODATA: 'unresolved',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ETIMEDOUT: 'timeout',
  EPROTO: 'tls',
}

/** Codes of Node for a certificate that it does not trust, and of OpenSSL. */
const OF_TLS = /CERT|SSL|TLS|SELF_SIGNED|ISSUER|SIGNATURE/

/** What an error of a connection means. */
export const problemOf = (code: string): Problem =>
  Object.hasOwn(PROBLEM_OF_CODE, code) ? PROBLEM_OF_CODE[code]! : OF_TLS.test(code) ? 'tls' : 'broken'
