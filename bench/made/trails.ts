import { canonicalJson, rowHash, sha256 } from '../../plugins/publications/index.ts'
import { EVENT_COLUMNS } from '../../plugins/workflow/index.ts'
import { letterChain } from './letters.ts'

/** The definition that the made trails follow, as the system keeps it. */
export const keptDefinition = () => {
  const bytes = canonicalJson(letterChain)
  return { hash: sha256(bytes), name: letterChain.name, bytes }
}

const person = (role: string) => ({ actor: `bench-${role}`, actorName: role, actorRole: role, capacity: role })

/** Events as rows, chained as the system chains them. */
const chained = (document: string, at: Date, steps: readonly (Record<string, unknown> & { data: object })[]) => {
  let prev = ''
  return steps.map(({ data, ...step }, index) => {
    const row = { document, at: at.toISOString(), ...step, data: JSON.stringify(data), seq: index + 1, prev }
    prev = rowHash([...EVENT_COLUMNS, 'seq', 'prev'], row)
    return { step: null, contentHash: null, reason: null, ...row, hash: prev }
  })
}

const submitted = (contentHash: string, round: number, at: Date) => ({
  ...person('contributor'),
  type: 'submitted',
  contentHash,
  data: {
    round,
    definition: keptDefinition().hash,
    contributors: ['bench-contributor'],
    covers: { version: at.toISOString(), count: round },
  },
})

/** A text that waits for a head: its events, and its row of what is open. */
export const openRun = (key: string, at: Date) => {
  const contentHash = sha256(key)
  const document = `letters:${key}`
  const frozen = { contributors: ['bench-contributor'], covers: { version: at.toISOString(), count: 1 } }
  const events = chained(document, at, [
    submitted(contentHash, 1, at),
    { ...person('editor'), type: 'passed', step: 'edit', contentHash, data: frozen },
  ])
  const run = {
    document,
    collection: 'letters',
    key,
    state: 'in_review',
    seq: events.length,
    round: 1,
    edition: 0,
    waitsFor: 'head',
    stepName: 'approve',
    stepTitle: 'Duyệt',
    contentHash,
    submitter: 'bench-contributor',
    returnedTo: '',
    author: 'bench-contributor',
    since: at.toISOString(),
    dueAt: '',
  }
  return { events, run }
}

/** Five events of a document that was never published. */
export const refusedTrail = (key: string) => {
  const at = new Date(Date.UTC(2020, 0, 1))
  const contentHash = sha256(key)
  return chained(`letters:${key}`, at, [
    submitted(contentHash, 1, at),
    { ...person('editor'), type: 'returned', step: 'edit', reason: 'Thiếu căn cứ', data: { to: 'author' } },
    submitted(contentHash, 2, at),
    { ...person('editor'), type: 'returned', step: 'edit', reason: 'Thiếu căn cứ', data: { to: 'author' } },
    { ...submitted(contentHash, 3, at) },
  ])
}
