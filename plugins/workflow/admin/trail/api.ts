import type { TrailPage } from '../../trail/page.ts'
import type { TrailQuery } from '../../trail/query.ts'
import { type Connection, call } from '../api.ts'

/** A page of the trail of all documents. */
export const readTrail = (connection: Connection, asked: Record<string, string>) =>
  call<TrailPage>(connection, `trail?${new URLSearchParams(asked)}`)

/** Address of the same as a file for a spreadsheet, all pages of it. */
export const trailExportAddress = (base: string, query: TrailQuery): string =>
  `${base}/workflow/trail?${new URLSearchParams({ ...query, format: 'csv' })}`

/** Names of the people who may appear in the trail. */
export const readTrailPeople = (connection: Connection) => call<{ people: string[] }>(connection, 'trail/people')

/** What a verification of all logs found. */
export interface TrailVerdict {
  ok: boolean
  sentence: string
  /** ISO 8601. */
  checkedAt: string
  faults: { store: string; place: string; what: string; says: string }[]
  totalFaults: number
}

/** Verifies all logs; takes as long as that takes. */
export const verifyTrail = (connection: Connection) => call<TrailVerdict>(connection, 'trail/verify', {})
