import { canonicalJson, rowHash, sha256 } from '../../plugins/publications/index.ts'
import { EVENT_COLUMNS } from '../../plugins/workflow/index.ts'
import { standardChain } from '../../src/portal/chains.ts'
import type { MadeDocument } from './document.ts'

/** The definition that the made trails follow, as the system keeps it. */
export const definitionRow = () => {
  const bytes = canonicalJson(standardChain)
  return { hash: sha256(bytes), name: standardChain.name, bytes }
}

const person = (role: string) => ({ actor: `bench-${role}`, actorName: role, actorRole: role, capacity: role })

/** How many events a made trail has; the last of them is its publication. */
export const EVENTS_OF_A_TRAIL = 5

/** The whole way of one document from its submission to its publication, chained as the system chains it. */
export const approvalOf = (made: MadeDocument, contentHash: string, definition: string, day: Date) => {
  const { collection, document, slug, url } = made
  const stream = `${collection}:${document}`
  const at = day.toISOString()
  const frozen = { contributors: ['bench-contributor'], covers: { version: at, count: 1 } }
  const steps = [
    { ...person('contributor'), type: 'submitted', contentHash, data: { round: 1, definition, ...frozen } },
    { ...person('editor'), type: 'passed', step: 'edit', contentHash, data: frozen },
    { ...person('secretary'), type: 'approved', step: 'confirm', contentHash, data: { final: false } },
    { ...person('head'), type: 'approved', step: 'approve', contentHash, data: { final: true } },
    { ...person('head'), type: 'published', contentHash, data: { edition: 1, slug, url } },
  ]
  let prev = ''
  const trail = steps.map(({ data, ...step }, index) => {
    const row = { document: stream, at, ...step, data: JSON.stringify(data), seq: index + 1, prev }
    prev = rowHash([...EVENT_COLUMNS, 'seq', 'prev'], row)
    return { step: null, reason: null, ...row, hash: prev }
  })
  const run = {
    document: stream,
    collection,
    key: document,
    state: 'published',
    seq: steps.length,
    round: 1,
    edition: 1,
    waitsFor: '',
    stepName: '',
    stepTitle: '',
    contentHash: '',
    submitter: '',
    returnedTo: '',
    since: at,
    dueAt: '',
  }
  return { trail, head: prev, run }
}
