import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { type Place, place, type Started, start } from '../../platform/process.ts'
import { type PublicSide, startPublicSide } from './publicSide.ts'

const DOCUMENTS = 60

/** The public side of the suite, in its own process. */
export let side: PublicSide
/** Keys of the published documents. */
export const published: string[] = []
/** Publishes one more. */
export const publish = async (title: string, more: Record<string, string> = {}) => {
  const key = `n${published.length}`
  await side.publish('notices', key, { title, slug: key, ...more })
  published.push(key)
}
/** Publishes sixty documents for a suite, and removes them. */
export const withDocuments = (): void => {
  beforeAll(async () => {
    side = await startPublicSide()
    published.length = 0
    for (let n = 0; n < DOCUMENTS; n += 1) await publish(`Thông báo số ${n}`)
  })
  afterAll(() => side.stop())
}

/** A whole server on the database of the suite, with a catalogue of its own. */
export const server = async (given?: { at: Place; uri?: string }) => {
  const at = given?.at ?? (await place())
  const env: Record<string, string> = {
    ...at.env,
    DATABASE_URI: given?.uri ?? side.environment.databaseUri,
    MEDIA_DIR: side.environment.mediaDir,
    ROLE: 'web',
    // Readers without a limit by network.
    SITE_ADDRESSES: '127.0.0.1',
  }
  const started: Started = start('server', { env })
  onTestFinished(async () => {
    started.child.kill('SIGKILL')
    await started.ended
    if (!given) rmSync(at.dir, { recursive: true, force: true })
  })
  const origin = `http://127.0.0.1:${env.PORT}`
  const isListening = () =>
    fetch(`${origin}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
  await expect.poll(isListening, { interval: 20, timeout: 150_000 }).toBe(true)
  let asked = 0
  const ask = async (key: string) => {
    asked += 1
    // Another question every time, so that nothing is answered from memory.
    const query = encodeURIComponent(`{ notice(id: "${key}") { title edition a${asked}: url } notices { totalDocs } }`)
    const answer = await fetch(`${origin}/graphql?query=${query}`)
    const { data } = (await answer.json()) as { data?: { notice: { title: string } | null } | null }
    return { status: answer.status, title: data?.notice?.title }
  }
  return {
    at,
    ...started,
    ask,
    /** Those of the published documents that are not answered. */
    missing: async (keys: readonly string[] = published) => {
      const found: string[] = []
      for (const key of keys) if (!(await ask(key).catch(() => undefined))?.title) found.push(key)
      return found
    },
    /** What is wrong with the public side. Another data folder makes the database look like a copy, which sends nothing. */
    ready: async () => {
      const { because = [] } = (await (await fetch(`${origin}/readyz`)).json()) as { because?: string[] }
      const left = because.filter((name) => name !== 'sending')
      return { status: left.length ? 'degraded' : 'ok', because: left }
    },
    folder: path.join(env.DATA_DIR!, 'read'),
    kill: async () => {
      started.child.kill('SIGKILL')
      await started.ended
    },
  }
}
export type Server = Awaited<ReturnType<typeof server>>

/** Asks for page after page until it is told to stop; gives what was not answered. */
export const readers = (one: Server) => {
  let reading = true
  const refused: unknown[] = []
  let answered = 0
  const read = async (from: number) => {
    const keys = [...published]
    for (let n = from; reading; n += 1) {
      const answer = await one
        .ask(keys[n % keys.length]!)
        .catch((error: unknown) => ({ status: String(error), title: undefined }))
      answered += 1
      if (!answer.title) refused.push(answer)
      await pause(5)
    }
  }
  const all = [0, 7, 13, 29].map(read)
  return async () => {
    reading = false
    await Promise.all(all)
    return { refused, answered }
  }
}

/** Lines of the log that hold a text. */
export const linesWith = ({ printed }: Pick<Server, 'printed'>, text: string) =>
  printed()
    .split('\n')
    .filter((line) => line.includes(text))
