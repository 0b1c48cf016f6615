import type { Payload } from 'payload'
import { addressHolder, publicationsOptions } from '../../publications/index.ts'
import { keyOf } from '../store/documents.ts'
import { eventsLog, refOf, streamOf } from '../store/stream.ts'

const pathOf = (asked: string): string => {
  const { pathname } = URL.parse(asked, 'http://website') ?? { pathname: '' }
  try {
    return decodeURIComponent(pathname).replace(/\/+$/, '')
  } catch {
    return ''
  }
}

const byPublicPath = async (payload: Payload, path: string): Promise<string | undefined> => {
  const { governed } = publicationsOptions(payload.config)
  for (const [collection, { path: prefix }] of Object.entries(governed)) {
    const slug = path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : ''
    const document = slug ? await addressHolder({ payload, collection, slug }) : undefined
    if (document) return document
  }
  return undefined
}

const byAdminPath = async (payload: Payload, path: string): Promise<string | undefined> => {
  const [, collection = '', id = ''] = /\/(?:collections|review)\/([^/]+)\/([^/]+)/.exec(path) ?? []
  if (!Object.hasOwn(publicationsOptions(payload.config).governed, collection)) return undefined
  const key = await keyOf({ payload, collection, id })
  return key === undefined ? undefined : streamOf(collection, key)
}

const hasTrail = async (payload: Payload, document: string): Promise<boolean> =>
  (await payload.db.findOne({ collection: eventsLog.collection, where: { document: { equals: document } } })) !== null

/**
 * The stream of the document that somebody means.
 *
 * @param asked its public address, current or former; the address of its form in the admin; or its name in the trail,
 *   `directives:84-kh-ubnd`
 * @returns `undefined` when no document is meant
 */
export const streamNamed = async (payload: Payload, asked: string): Promise<string | undefined> => {
  const text = asked.trim()
  if (text.startsWith('/') || /^https?:/i.test(text)) {
    const path = pathOf(text)
    return (await byAdminPath(payload, path)) ?? byPublicPath(payload, path)
  }
  const { collection, key } = refOf(text)
  if (!text.includes(':') || !collection || !key) return undefined
  return (await hasTrail(payload, text)) ? text : undefined
}
