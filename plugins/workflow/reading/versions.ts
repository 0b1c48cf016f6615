import type { PayloadRequest } from 'payload'
import { languageOf } from '../../../lib/faults/say.ts'
import { ownLanguage } from '../../../lib/text/languages.ts'
import type { StoredEvent } from '../core/events.ts'
import type { WorkflowOptions } from '../types.ts'
import { type Mark, type MarkStanding, marksOf } from './marks.ts'

/** A version of a working copy as shown to people. */
export interface VersionLine {
  id: string
  /** Numbered from 1 in the order of saving. */
  number: number
  /** ISO 8601, UTC. */
  savedAt: string
  /** Name of the person who saved it; empty when unknown. */
  by: string
  /** Whether it equals the working copy. */
  current: boolean
  marks: { standing: MarkStanding; edition?: number }[]
}

export interface VersionPage {
  total: number
  page: number
  pages: number
  versions: VersionLine[]
}

interface Stored {
  id: string
  updatedAt: string
  version: { editedBy?: string | null }
}

/** Shown for saves by the system, without a logged-in user. */
const NOBODY = { vi: 'Hệ thống', en: 'System' }

/** Names of people by id. People without an account any more are named as in the trail. */
const namesOf = async (
  req: PayloadRequest,
  { people }: WorkflowOptions,
  ids: string[],
  events: readonly StoredEvent[],
): Promise<(id: string) => string> => {
  const names = new Map<string, string>(events.map(({ by }) => [by.id, by.name]))
  names.set('system', NOBODY[ownLanguage(languageOf(req))])
  const wanted = ids.filter((id) => id !== 'system')
  if (wanted.length) {
    const found = await req.payload.db.find<Record<string, unknown> & { id: string }>({
      collection: people.collection,
      where: { id: { in: wanted } },
      limit: 0,
      pagination: false,
    })
    for (const person of found.docs) if (person[people.name]) names.set(String(person.id), String(person[people.name]))
  }
  return (id) => names.get(id) ?? ''
}

/**
 * The versions of a working copy, newest first, each with its editor and its results. Read with the access of the
 * requesting person.
 *
 * Payload stores a restored version with the creation date of the document as its `createdAt`, so the order of saving
 * is that of `updatedAt`.
 *
 * @param page from 1
 * @throws Forbidden when the person may not read versions
 */
export const readVersions = async (args: {
  req: PayloadRequest
  options: WorkflowOptions
  collection: string
  id: string
  events: readonly StoredEvent[]
  page: number
  limit: number
}): Promise<VersionPage> => {
  const { req, options, collection, id, events, page, limit } = args
  const found = await req.payload.findVersions({
    collection,
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    depth: 0,
    page,
    limit,
    // Only these columns: reading a hundred bodies to name a hundred people would be a waste.
    select: { updatedAt: true, version: { editedBy: true } },
    overrideAccess: false,
    showHiddenFields: true,
    req,
  })
  const docs = found.docs as unknown as Stored[]
  const nameOf = await namesOf(req, options, [...new Set(docs.map(({ version }) => version.editedBy ?? ''))], events)
  const marks = marksOf(events)
  return {
    total: found.totalDocs,
    page: found.page ?? page,
    pages: found.totalPages,
    versions: docs.map(({ id: version, updatedAt, version: { editedBy } }, index) => {
      const number = found.totalDocs - (page - 1) * limit - index
      return {
        id: String(version),
        number,
        savedAt: new Date(updatedAt).toISOString(),
        by: editedBy ? nameOf(editedBy) : '',
        current: number === found.totalDocs,
        marks: ofVersion(marks, number),
      }
    }),
  }
}

const ofVersion = (marks: Mark[], number: number): VersionLine['marks'] =>
  marks
    .filter((mark) => mark.number === number)
    .map(({ standing, edition }) => (edition === undefined ? { standing } : { standing, edition }))
