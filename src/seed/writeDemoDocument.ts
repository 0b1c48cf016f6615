import path from 'node:path'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { uploadsOf } from '../../collections/index.ts'
import type { DemoDocument } from './documents/index.ts'

type Row = { id: string | number } & Record<string, unknown>

/** Collections whose rows are named by `code`; the others are named by `slug`. */
const CODED = new Set(['document-types', 'organisations', 'territories'])

const find = async (payload: Payload, collection: string, key: string): Promise<Row | undefined> => {
  const found = await payload.find({
    collection,
    where: { [CODED.has(collection) ? 'code' : 'slug']: { equals: key } },
    limit: 1,
    depth: 0,
    locale: 'all',
    overrideAccess: true,
  })
  return found.docs[0] as Row | undefined
}

const mustFind = async (payload: Payload, collection: string, key: string): Promise<Row['id']> => {
  const row = await find(payload, collection, key)
  if (!row) throw new Error(`The demonstration points to "${key}" in ${collection}, which is not there`)
  return row.id
}

const FILES = path.resolve('src/seed/files')

/** Uploads a file of the demonstration as its author would, once. */
const keepFile = async (args: {
  payload: Payload
  name: string
  user: NonNullable<PayloadRequest['user']>
  alt?: string
}): Promise<Row['id']> => {
  const { payload, name, user, alt } = args
  const found = await payload.find({
    collection: 'media',
    where: { filename: { equals: name } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const existing = found.docs[0] as Row | undefined
  if (existing) return existing.id
  const { id } = await uploadsOf(payload).fromFile({
    req: await createLocalReq({ user, locale: 'vi' }, payload),
    path: path.join(FILES, name),
    data: /\.webp$/.test(name) ? { alt } : {},
  })
  return id
}

/**
 * Writes the working copy of a demo document as its author would, under the author's own access, in every language it
 * has. Publishes nothing; the document then goes through its approvals like any other. One that is there already is
 * left alone, save that a draft gets the languages it lacks, so that a stop in the middle does no harm.
 *
 * @param document one of `demoDocuments`; what it points to must have been written before
 * @throws Error when its author or something it points to is missing
 */
export const writeDemoDocument = async ({
  payload,
  document,
}: {
  payload: Payload
  document: DemoDocument
}): Promise<{ collection: string; id: string | number; created: boolean }> => {
  const { collection, slug, shared, texts, relations = {}, files = {}, captions, links, alt } = document
  const people = await payload.find({
    collection: 'users',
    where: { email: { equals: `${document.author}@demo.local` } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const author = people.docs[0] as Row | undefined
  if (!author) throw new Error(`The demonstration has no "${document.author}"; seed its people first`)
  const asAuthor = { collection, user: { ...author, collection: 'users' }, overrideAccess: false, depth: 0 }
  const { vi, ...translations } = texts
  const translate = async (id: Row['id'], titles: Partial<Record<string, string>>) => {
    for (const [locale, data] of Object.entries(translations))
      if (!titles[locale]) await payload.update({ ...asAuthor, id, locale, data })
  }
  const existing = await find(payload, collection, slug)
  if (existing) {
    if (existing.workflowState === 'draft') await translate(existing.id, existing.title as Record<string, string>)
    return { collection, id: existing.id, created: false }
  }
  const related: Record<string, unknown> = {}
  for (const [field, target] of Object.entries(relations)) {
    const ids: Row['id'][] = []
    for (const key of [target.keys].flat()) ids.push(await mustFind(payload, target.collection, key))
    related[field] = typeof target.keys === 'string' ? ids[0] : ids
  }
  for (const [field, names] of Object.entries(files)) {
    const ids: Row['id'][] = []
    for (const name of [names].flat()) ids.push(await keepFile({ payload, name, user: asAuthor.user, alt }))
    related[field] = typeof names === 'string' ? ids[0] : ids
  }
  const tracks: object[] = []
  for (const { lang, file } of captions ?? [])
    tracks.push({ lang, file: await keepFile({ payload, name: file, user: asAuthor.user }) })
  if (captions) related.captions = tracks
  const pointed: object[] = []
  for (const { type, slug: target } of links ?? [])
    pointed.push({ type, target: await mustFind(payload, collection, target) })
  if (links) related.relations = pointed
  const { id } = (await payload.create({
    ...asAuthor,
    locale: 'vi',
    data: { slug, ...shared, ...related, ...vi },
  })) as Row
  await translate(id, {})
  return { collection, id, created: true }
}
