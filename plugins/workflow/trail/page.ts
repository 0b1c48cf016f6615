import type { Payload, Where } from 'payload'
import { NUMBERED } from '../../publications/index.ts'
import { eventsLog } from '../store/stream.ts'
import type { WorkflowOptions } from '../types.ts'
import { entriesOf, type TrailEntry } from './entries.ts'
import type { TrailRow } from './named.ts'

/** A page of the trail, newest first. */
export interface TrailPage {
  entries: TrailEntry[]
  total: number
  page: number
  pages: number
}

const ON_A_PAGE = 50

/** @param args.page from 1; one after the last is empty */
export const trailPage = async (args: {
  payload: Payload
  options: WorkflowOptions
  where: Where
  page: number
  lang: string
}): Promise<TrailPage> => {
  const { payload, options, where, page, lang } = args
  const found = await payload.db.find<TrailRow & { id: string }>({
    collection: eventsLog.collection,
    where: { and: [NUMBERED, where] },
    sort: ['-at', '-document', '-seq'],
    page,
    limit: ON_A_PAGE,
    pagination: true,
  })
  return {
    entries: await entriesOf({ payload, options, rows: found.docs, lang }),
    total: found.totalDocs,
    page,
    pages: Math.max(1, found.totalPages),
  }
}
