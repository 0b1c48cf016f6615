import { type ClientRequest, type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http'
import { request as secureRequest } from 'node:https'
import { type AddressPolicy, addressFault, hostOf, isAllowedInside } from '../core/address.ts'
import { type Outcome, outcomeOf, problemOf } from '../core/outcome.ts'
import { guardedLookup, LEADS_INSIDE, type Resolve, systemResolve } from './guardedLookup.ts'

/** Of an answer nothing but its status is looked at; so much is read, for the sake of receivers that write more. */
const MOST_BODY_BYTES = 1024
const MOST_HEADER_BYTES = 8 * 1024

export interface Posted {
  url: string
  headers: Record<string, string>
  body: string
  addresses: AddressPolicy
  /** For everything together, from resolving the name to the end of the answer; milliseconds. */
  timeoutMs: number
  /** Ends the try when the process stops. */
  stopping?: AbortSignal
  /** @default the operating system's */
  resolve?: Resolve
}

/** Reads the answer as far as it is taken; a status that has arrived counts, however the rest of it ends. */
const takeAnswer = (answer: IncomingMessage, done: () => void): void => {
  let read = 0
  const end = () => {
    answer.destroy()
    done()
  }
  answer.on('data', (part: Buffer) => {
    read += part.length
    if (read >= MOST_BODY_BYTES) end()
  })
  answer.on('end', end)
  answer.on('error', end)
  answer.on('close', done)
}

const failureOf = (error: NodeJS.ErrnoException): Outcome => ({
  result: 'failed',
  problem: error.code === LEADS_INSIDE ? 'internal' : problemOf(error.code ?? ''),
  status: 0,
})

/**
 * Posts a message to an address that somebody wrote. It goes to allowed addresses only, over a connection of its own,
 * follows no redirect and shows nothing of the answer but its status. Never throws.
 */
export const post = async (posted: Posted): Promise<Outcome> => {
  const { headers, body, addresses, timeoutMs, stopping, resolve = systemResolve } = posted
  const fault = addressFault(posted.url, addresses)
  if (fault) return { result: 'failed', problem: fault === 'internal' ? 'internal' : 'url', status: 0 }
  const url = new URL(posted.url)
  const timeout = AbortSignal.timeout(timeoutMs)
  const options: RequestOptions = {
    method: 'POST',
    hostname: hostOf(url),
    port: url.port || undefined,
    path: `${url.pathname}${url.search}`,
    headers: { ...headers, host: url.host, 'content-length': Buffer.byteLength(body) },
    // A kept connection would go to an address that was looked at for another message.
    agent: false,
    maxHeaderSize: MOST_HEADER_BYTES,
    signal: stopping ? AbortSignal.any([timeout, stopping]) : timeout,
    ...(isAllowedInside(url, addresses) ? {} : { lookup: guardedLookup(resolve) }),
  }
  return new Promise<Outcome>((done) => {
    let request: ClientRequest
    let answered: Outcome | undefined
    const failedBy = (error: Error) => {
      if (answered) return done(answered)
      if (stopping?.aborted) return done({ result: 'stopped' })
      return done(timeout.aborted ? { result: 'failed', problem: 'timeout', status: 0 } : failureOf(error))
    }
    try {
      request =
        url.protocol === 'https:' ? secureRequest({ ...options, rejectUnauthorized: true }) : plainRequest(options)
    } catch (error) {
      return failedBy(error as Error)
    }
    request.on('error', failedBy)
    request.on('close', () => failedBy(new Error('closed without an answer')))
    request.on('response', (answer) => {
      const outcome = outcomeOf(answer.statusCode ?? 0)
      answered = outcome
      takeAnswer(answer, () => done(outcome))
    })
    request.end(body)
  })
}
