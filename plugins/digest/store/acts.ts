import type { Payload } from 'payload'
import type { OwnText } from '../../../lib/text/languages.ts'
import { appendLog, type Log } from '../../publications/index.ts'
import type { DigestActRow } from '../rowTypes.ts'

/** Who acts at the desk: an account, or the command line of the server. */
export interface Officer {
  /** Id of the account; `congbo` for the command line. */
  id: string
  name: string
}

/** The command line of the server; whoever reaches it may do everything. */
export const OPERATOR: Officer = { id: 'congbo', name: 'congbo' }

/** Log of what officers do at the desk: one chain, whose rows a verification of all logs can check. */
export const ACTS = {
  collection: 'digest-acts',
  key: 'key',
  columns: ['key', 'kind', 'scope', 'at', 'by', 'byName', 'reason', 'facts'],
  label: { vi: 'Sổ việc ở bàn bản tin', en: 'Acts at the mail desk' },
} satisfies Log & { label: OwnText }

/**
 * Writes an act of an officer into the trail. Idempotent by key.
 *
 * @returns whether this call wrote it
 */
export const appendAct = async (args: {
  payload: Payload
  officer: Officer
  act: Pick<DigestActRow, 'key' | 'kind' | 'scope' | 'at' | 'reason'>
  /** What came of it, for people. */
  facts?: object
}): Promise<boolean> => {
  const { payload, officer, act, facts = {} } = args
  const entry = { ...act, by: officer.id, byName: officer.name, facts: JSON.stringify(facts) }
  return (await appendLog<typeof entry>({ payload, log: ACTS, entry })).outcome === 'appended'
}
