import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type FinderElsewhere, openDelivery } from '../../../plugins/delivery/index.ts'
import {
  canonicalJson,
  type FrozenContent,
  type JsonObject,
  keepContent,
  type Publication,
  publicFilePath,
  record,
  sha256,
} from '../../../plugins/publications/index.ts'
import { type Portal, startPortal } from '../../support/portal.ts'

type Entry = Partial<Omit<Publication, 'seq' | 'prev' | 'hash'>>

interface Asked {
  status: number
  headers: Headers
  body: { data?: Record<string, unknown>; errors?: { message: string; extensions: { code: string } }[] }
  text: string
}

export interface PublicSide extends Portal {
  delivery: Awaited<ReturnType<typeof openDelivery>>
  /** Freezes the given fields and records their publication; a plain `title` is Vietnamese. */
  publish(collection: string, document: string, fields: JsonObject, entry?: Entry): Promise<Entry>
  record(entry: Entry & { collection: string; document: string }): Promise<void>
  /** Publishes the current state of a row of reference data, as recorded in the log. */
  term(collection: string, key: string, fields: JsonObject): Promise<void>
  /** POST /graphql */
  ask(query: string, variables?: Record<string, unknown>): Promise<Asked>
  /** Sends any request to the served handlers. */
  request(url: string, init?: RequestInit): Promise<Response>
  /** Writes bytes to the public copy of a file. Returns the file as frozen in contents. */
  file(filename: string, mimeType: string, bytes: string | Buffer): JsonObject
}

/** The real portal with its public side. Rows of the log are written without a workflow. */
export const startPublicSide = async (
  options: { at?: string; cache?: boolean; finder?: FinderElsewhere } = {},
): Promise<PublicSide> => {
  const portal = await startPortal({ at: options.at })
  const { payload, clock, environment } = portal
  const { dataDir, mediaDir, publicUrl } = environment
  const { cache, finder } = options
  const delivery = await openDelivery({ payload, clock, dataDir, mediaDir, publicUrl, cache, finder })
  let keys = 0
  /** How often a row of reference data was published. */
  const revisions = new Map<string, number>()

  const keep = async (content: FrozenContent): Promise<string> => {
    const bytes = canonicalJson(content)
    const hash = sha256(bytes)
    await keepContent({ payload, frozen: { content, hash, bytes } })
    return hash
  }

  const request: PublicSide['request'] = (url, init) => {
    const { pathname } = new URL(url, publicUrl)
    const handler = delivery.handlers.find(({ path: mounted }) =>
      new RegExp(`^${mounted.replace(/:\w+/g, '[^/]+')}$`).test(pathname),
    )
    if (!handler) throw new Error(`Nothing is mounted at ${pathname}`)
    return handler.handle(new Request(new URL(url, publicUrl), init))
  }
  const recordEntry: PublicSide['record'] = async (entry) => {
    keys += 1
    const slug = entry.slug ?? entry.document
    await record({
      payload,
      entry: {
        key: `${entry.document}#${keys}`,
        kind: 'published',
        slug,
        url: `/${entry.collection}/${slug}`,
        edition: 1,
        contentHash: '',
        major: true,
        changeNote: null,
        capacities: '[]',
        eventsHead: '',
        at: clock.now().toISOString(),
        ...entry,
      },
    })
    await delivery.tail()
  }
  return {
    ...portal,
    delivery,
    request,
    record: recordEntry,
    publish: async (collection, document, fields, entry = {}) => {
      const title = typeof fields.title === 'string' ? { '@vi': fields.title } : (fields.title as JsonObject)
      const locales = Object.keys(title).map((tag) => tag.slice(1))
      const contentHash = await keep({ format: 1, collection, locales, fields: { ...fields, title } })
      const written = { contentHash, ...entry }
      await recordEntry({ collection, document, ...written })
      return written
    },
    term: async (collection, key, fields) => {
      const contentHash = await keep({ format: 1, collection, locales: ['vi', 'en'], fields: { key, ...fields } })
      const edition = (revisions.get(`${collection}/${key}`) ?? 0) + 1
      revisions.set(`${collection}/${key}`, edition)
      await recordEntry({ kind: 'term', collection, document: key, url: '', slug: '', edition, contentHash })
    },
    ask: async (query, variables) => {
      const response = await request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: JSON.parse(text), text }
    },
    file: (filename, mimeType, bytes) => {
      const file = { sha256: createHash('sha256').update(bytes).digest('hex'), filename }
      const target = publicFilePath(mediaDir, file)
      mkdirSync(path.dirname(target), { recursive: true })
      writeFileSync(target, bytes)
      return { ...file, mimeType, size: Buffer.byteLength(bytes) }
    },
    stop: async () => {
      await delivery.close()
      await portal.stop()
    },
  }
}
