import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Clock } from '../../../lib/time/clock.ts'
import type { Ask } from '../pages/index.ts'
import type { Send } from './http.ts'

/** The CMS cannot be reached and nothing is stored: the page is not there for now. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}

/** The CMS does not accept what the address asks for. */
export class Refused extends Error {
  override name = 'Refused'
}

interface Stored {
  data: unknown
  etag?: string
  /** When it was last known to be true, in milliseconds. */
  at: number
  size: number
}

/** Milliseconds for which an answer is used without asking again. */
const FRESH_MS = 2_000
/** Milliseconds for which an old answer may stand in when there is no new one. */
const USABLE_MS = 24 * 60 * 60_000
/** Milliseconds for which a CMS that did not answer is left alone where an old answer can stand in. */
const REST_MS = 3_000
const CACHE_BYTES = 64 * 1024 * 1024

/** Asks for one page; tells afterwards whether an old answer had to stand in. */
export interface Reader {
  ask: Ask
  isStale: () => boolean
}

const isAnswer = (value: unknown): value is { data?: unknown; errors?: { extensions?: { code?: string } }[] } =>
  typeof value === 'object' && value !== null

const parsed = (text: string): ReturnType<typeof JSON.parse> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return isAnswer(value) ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * The public API as a page asks it: by the hash of a query, with answers that are kept and asked for again by their tag.
 * When the CMS does not answer, an old answer stands in for up to a day.
 *
 * @returns makes a reader for each page; its `ask` throws Unavailable and Refused
 */
export const openApi = (args: { send: Send; clock: Clock }): (() => Reader) => {
  const { send, clock } = args
  const stored = new LRUCache<string, Stored>({ maxSize: CACHE_BYTES, sizeCalculation: ({ size }) => size })
  const waiting = new Map<string, Promise<Stored>>()
  const hashes = new WeakMap<object, string>()
  let restsUntil = 0
  const now = () => clock.now().getTime()

  const hashOf = (query: object, text: string): string => {
    const known = hashes.get(query)
    if (known) return known
    const made = createHash('sha256').update(text).digest('hex')
    hashes.set(query, made)
    return made
  }

  const pathOf = (hash: string, variables: string, text?: string): string => {
    const asked = new URLSearchParams({
      extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } }),
      variables,
      ...(text ? { query: text } : {}),
    })
    return `/graphql?${asked}`
  }

  /** Asks by the hash, then once with the text when the CMS does not know the hash yet. */
  const fetched = async (hash: string, variables: string, text: string, old: Stored | undefined): Promise<Stored> => {
    const headers = { accept: 'application/graphql-response+json', ...(old?.etag ? { 'if-none-match': old.etag } : {}) }
    for (const withText of [undefined, text]) {
      const answer = await send({ method: 'GET', path: pathOf(hash, variables, withText), headers })
      if (answer.status === 304 && old) return { ...old, at: now() }
      const body = parsed(answer.text)
      if (answer.status === 200 && body?.data && !body.errors)
        return { data: body.data, etag: answer.headers.etag, at: now(), size: answer.text.length * 3 + 1 }
      if (!withText && body?.errors?.[0]?.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND') continue
      if (answer.status === 400) throw new Refused(body?.errors?.[0]?.extensions?.code ?? 'refused')
      throw new Unavailable(`the API answered ${answer.status}`)
    }
    throw new Unavailable('the API does not keep queries')
  }

  const renewed = async (key: string, renew: () => Promise<Stored>): Promise<Stored> => {
    const running = waiting.get(key)
    if (running) return running
    const started = renew().finally(() => waiting.delete(key))
    waiting.set(key, started)
    return started
  }

  return () => {
    let stale = false
    const ask: Ask = async (query, variables) => {
      const text = query.toString()
      const hash = hashOf(query, text)
      const asked = JSON.stringify(variables)
      const key = `${hash} ${asked}`
      const old = stored.get(key)
      const age = old ? now() - old.at : Number.POSITIVE_INFINITY
      type Data = Awaited<ReturnType<typeof ask<never, typeof variables>>>
      if (old && age < FRESH_MS) return old.data as Data
      const usable = old && age < USABLE_MS
      if (usable && now() < restsUntil) {
        stale = true
        return old.data as Data
      }
      try {
        const fresh = await renewed(key, () => fetched(hash, asked, text, old))
        stored.set(key, fresh)
        return fresh.data as Data
      } catch (error) {
        if (error instanceof Refused) throw error
        restsUntil = now() + REST_MS
        if (!usable) throw error instanceof Unavailable ? error : new Unavailable((error as Error).message)
        stale = true
        return old.data as Data
      }
    }
    return { ask, isStale: () => stale }
  }
}
