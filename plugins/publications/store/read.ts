import type { Payload, Where } from 'payload'
import { type DocumentName, type DocumentState, evolve, setAside } from '../core/documentState.ts'
import { lastNumbered, NUMBERED } from '../core/numbering.ts'
import { isSound } from '../core/trust.ts'
import type { FrozenContent, Publication } from '../types.ts'
import { noteFaults } from './faults.ts'
import { payloadSource } from './sources/payloadSource.ts'
import { contentFaults, soundContents } from './trustedLog.ts'

const find = async (payload: Payload, args: { where: Where; sort: string; limit: number }): Promise<Publication[]> => {
  const found = await payload.db.find<Publication & { id: string }>({
    collection: 'publications',
    pagination: false,
    ...args,
  })
  return found.docs
}

/** Last `seq` of the publications log; 0 when it is empty. */
export const lastSeq = (args: { payload: Payload }): Promise<number> => payloadSource(args.payload).last()

/** Last `seq` from before `instant`; 0 when there is none. */
export const lastSeqBefore = async (args: { payload: Payload; instant: Date }): Promise<number> =>
  (
    await lastNumbered(async (numbered) => {
      const where = { and: [{ at: { less_than: args.instant.toISOString() } }, numbered] }
      return (await find(args.payload, { where, sort: '-seq', limit: 1 }))[0]
    })
  )?.seq ?? 0

/**
 * Public state of one document; `undefined` when it was never public. A document with a corrupt row is set aside, as
 * everywhere.
 */
export const documentStateOf = async (
  args: DocumentName & { payload: Payload },
): Promise<DocumentState | undefined> => {
  const { payload, collection, document } = args
  const rows = await find(payload, {
    where: { and: [{ collection: { equals: collection } }, { document: { equals: document } }, NUMBERED] },
    sort: 'seq',
    limit: 0,
  })
  return rows.reduce<DocumentState | undefined>(
    (state, row) => (isSound(row) ? evolve(state, row) : setAside(state)),
    undefined,
  )
}

/** The numbers in the log under which a document was ever recorded, ascending; untrusted, as they stand. */
export const numbersOf = async (args: DocumentName & { payload: Payload }): Promise<number[]> => {
  const { payload, collection, document } = args
  const where: Where = { and: [{ collection: { equals: collection } }, { document: { equals: document } }, NUMBERED] }
  return (await find(payload, { where, sort: 'seq', limit: 0 })).map(({ seq }) => seq)
}

/** Which of these keys are already in the publications log. */
export const recordedKeys = async (args: { payload: Payload; keys: string[] }): Promise<Set<string>> => {
  if (!args.keys.length) return new Set()
  const rows = await find(args.payload, { where: { key: { in: args.keys } }, sort: 'seq', limit: args.keys.length })
  return new Set(rows.map((row) => row.key))
}

/**
 * Frozen contents by hash. A hash is missing from the result if its bytes are missing or do not match, which is
 * reported as a fault, save for contents that were erased on purpose.
 */
export const readContents = async (args: {
  payload: Payload
  hashes: string[]
}): Promise<Map<string, FrozenContent>> => {
  const { payload, hashes } = args
  const { contents, broken, erased } = await soundContents(payloadSource(payload), hashes)
  for (const hash of erased) broken.delete(hash)
  noteFaults(
    payload,
    contentFaults(broken, () => []),
  )
  return contents
}
