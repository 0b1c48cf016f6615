import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Client } from '@libsql/client'
import 'lexical'
import { getPayload, handleEndpoints, type Migration, type Payload, type SanitizedConfig } from 'payload'
import { fixedClock } from '../../lib/time/clock.ts'
import { database } from '../../src/config/database.ts'
import { ownDatabase } from './ownDatabase.ts'
import { keepTemplate, templateOf } from './templates.ts'

export interface TestSystem {
  payload: Payload
  config: SanitizedConfig
  clock: ReturnType<typeof fixedClock>
  /** A folder that is removed with the system. */
  dir: string
  databaseUri: string
  /** Sends a request to Payload's REST endpoints like Express: a form as a form, everything else as JSON. */
  rest(
    method: string,
    url: string,
    options?: { token?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<{ status: number; body: Record<string, unknown> }>
  login(email: string, password: string): Promise<string>
  stop(): Promise<void>
}

export type BuildConfig = (args: {
  dir: string
  databaseUri: string
  db: ReturnType<typeof database>
  clock: TestSystem['clock']
}) => Promise<SanitizedConfig>

const pushSchema = async (payload: Payload): Promise<void> => {
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const { pushDevSchema } = await import('@payloadcms/drizzle')
  await pushDevSchema(payload.db as unknown as Parameters<typeof pushDevSchema>[0])
}

interface MongoConnection {
  db: {
    listCollections(): { toArray(): Promise<{ name: string }[]> }
    collection(name: string): {
      find(): { toArray(): Promise<object[]> }
      insertMany(rows: object[]): Promise<unknown>
    }
  }
  base: { mongo: { BSON: { serialize(value: object): Uint8Array; deserialize(bytes: Uint8Array): object } } }
  dropDatabase(): Promise<void>
}
const connectionOf = (payload: Payload): MongoConnection =>
  (payload.db as unknown as { connection: MongoConnection }).connection

/** The whole content of a MongoDB database, by collection. */
const contentOf = async (payload: Payload): Promise<Uint8Array> => {
  const { db, base } = connectionOf(payload)
  const found: Record<string, object[]> = {}
  for (const { name } of await db.listCollections().toArray()) {
    const rows = await db.collection(name).find().toArray()
    if (rows.length) found[name] = rows
  }
  return base.mongo.BSON.serialize(found)
}

const putContent = async (payload: Payload, content: Uint8Array): Promise<void> => {
  const { db, base } = connectionOf(payload)
  for (const [name, rows] of Object.entries(base.mongo.BSON.deserialize(content)))
    await db.collection(name).insertMany(rows as object[])
}

export interface StartOptions {
  /** The time shown by the clock. */
  at?: string
  /** Systems with the same template have the same tables and initial rows. Without one, everything is created anew. */
  template?: string
  /** Migrations that create the tables; default: a comparison with the configuration. */
  migrations?: Migration[]
  /** Fills an empty database; its rows exist in every system of the same template. */
  fill?: (payload: Payload) => Promise<void>
}

/** Sends requests to the REST endpoints of a configuration whose Payload was started with a key. */
export const restOf =
  (config: SanitizedConfig, key?: string): TestSystem['rest'] =>
  async (method, url, { token, body, headers } = {}) => {
    const response = await handleEndpoints({
      config,
      payloadInstanceCacheKey: key,
      request: new Request(`http://127.0.0.1:3000/api${url}`, {
        method,
        headers: {
          ...(token ? { authorization: `JWT ${token}` } : {}),
          ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
      }),
    })
    const text = await response.text()
    return { status: response.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} }
  }

/**
 * Starts a separate system for a test: real Payload, a real database, a fixed clock, and a folder that is removed with
 * it.
 */
export const startSystem = async (build: BuildConfig, options: StartOptions = {}): Promise<TestSystem> => {
  const dir = mkdtempSync(path.join(tmpdir(), 'congbo-'))
  const uri = ownDatabase(dir)
  const clock = fixedClock(options.at ?? '2026-11-23T03:00:00.000Z')
  const db = database({ uri, migrationDir: path.join(dir, 'migrations') })
  const config = await build({ dir, databaseUri: uri, db, clock })
  const file = uri.startsWith('file:') ? uri.slice('file:'.length) : undefined
  const name = options.template && `${file ? 'sqlite' : 'mongodb'}-${options.template}`
  const template = name ? templateOf(name) : undefined
  if (file && template) writeFileSync(file, template)
  const payload = await getPayload({ config, key: dir })
  if (!file && template) await putContent(payload, template)
  if (!template) {
    if (file && options.migrations) await payload.db.migrate({ migrations: options.migrations })
    else if (file) await pushSchema(payload)
    await options.fill?.(payload)
    if (file) await (payload.db as unknown as { client: Client }).client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    if (name) keepTemplate(name, file ? readFileSync(file) : await contentOf(payload))
  }
  const rest = restOf(config, dir)
  return {
    payload,
    config,
    clock,
    dir,
    databaseUri: uri,
    rest,
    login: async (email, password) => {
      const { body } = await rest('POST', '/users/login', { body: { email, password } })
      if (typeof body.token !== 'string') throw new Error(`Login failed: ${JSON.stringify(body)}`)
      return body.token
    },
    stop: async () => {
      if (!uri.startsWith('file:')) await connectionOf(payload).dropDatabase()
      await payload.destroy()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
