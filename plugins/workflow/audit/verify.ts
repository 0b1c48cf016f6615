import { stat } from 'node:fs/promises'
import type { Payload } from 'payload'
import {
  addressHolder,
  canonicalJson,
  type FrozenContent,
  filesOf,
  firstChainFault,
  PUBLICATION_COLUMNS,
  type Publication,
  publicationsOptions,
  publicFilePath,
  sha256,
} from '../../publications/index.ts'
import type { StoredEvent } from '../core/events.ts'
import { EMPTY, evolve } from '../core/state.ts'
import { definitionsFor } from '../store/registry.ts'
import { EVENT_COLUMNS, type EventRow, fromRow, streamOf } from '../store/stream.ts'
import { eventKey } from '../useCases/finish.ts'
import { PUBLICATIONS, readAnchors } from './anchor.ts'
import { allRows } from './rows.ts'

/** Something that is not as it was written. */
export interface AuditFault {
  store: 'workflow-events' | 'publications' | 'contents' | 'addresses' | 'files' | 'anchors'
  /** Which row: `<document>#<seq>`, a hash, an address, a file. */
  place: string
  what: string
}

export interface AuditReport {
  streams: number
  events: number
  publications: number
  contents: number
  anchors: number
  faults: AuditFault[]
}

type StoredEventRow = EventRow & { id: string; seq: number; prev: string; hash: string }

/** What one stream says became public: by key, the content it names and whether its approvals bear it out. */
interface Attested {
  hash: string
  contentHash: string
  complete: boolean
}

const attest = async (payload: Payload, document: string, events: StoredEvent[]): Promise<Map<string, Attested>> => {
  const definitions = await definitionsFor(payload, events)
  const found = new Map<string, Attested>()
  let state = EMPTY
  for (const event of events) {
    const { run, lastPublished } = state
    state = evolve(state, event, definitions)
    if (event.type === 'published') {
      const steps = run ? definitions(run.definition).steps : []
      const approving = steps.filter((step) => step.kind === 'approve')
      const complete =
        run !== undefined &&
        run.contentHash === event.contentHash &&
        run.step === steps.length &&
        approving.every(
          (step) =>
            new Set(run.approvals.filter((one) => one.step === step.name).map((one) => one.actor)).size >=
            (step.quorum ?? 1),
        ) &&
        !run.approvals.some((one) => run.contributors.includes(one.actor))
      found.set(eventKey(document, event.seq), { hash: event.hash, contentHash: event.contentHash, complete })
    }
    if (event.type === 'withdrawn' || event.type === 'expired')
      found.set(eventKey(document, event.seq), {
        hash: event.hash,
        contentHash: lastPublished?.contentHash ?? '',
        complete: true,
      })
  }
  return found
}

/**
 * Reads every log and store and says what was changed, removed, reordered or cut off: chains by hash, content by its
 * address, publications by the approvals they rest on, public files by checksum path, all of them by the anchors kept
 * outside the database. Changes nothing.
 */
export const verify = async (args: { payload: Payload; anchorsDir: string }): Promise<AuditReport> => {
  const { payload } = args
  const report: AuditReport = { streams: 0, events: 0, publications: 0, contents: 0, anchors: 0, faults: [] }
  const fault = (store: AuditFault['store'], place: string, what: string) => report.faults.push({ store, place, what })
  const { heads, attested } = await verifyStreams(payload, report, fault)

  const publications: (Publication & { id: string })[] = []
  for await (const row of allRows<Publication>({ payload, collection: PUBLICATIONS, sort: ['seq'] }))
    publications.push(row)
  report.publications = publications.length
  const chain = firstChainFault(PUBLICATION_COLUMNS, publications)
  if (chain) fault('publications', `#${chain.seq}`, chain.what)
  for (const row of publications) heads.set(`${PUBLICATIONS}#${row.seq}`, row.hash)

  const contents = await verifyContents(payload, report, fault)
  const keys = new Set(publications.map((row) => row.key))
  for (const key of attested.keys()) if (!keys.has(key)) fault('publications', key, 'missing')
  for (const row of publications) await verifyPublication({ payload, row, attested, contents, fault })

  for (const { file, anchor } of await readAnchors(args.anchorsDir)) {
    report.anchors += 1
    if (sha256(canonicalJson(anchor.heads)) !== anchor.root) fault('anchors', file, 'changed')
    for (const [log, head] of Object.entries(anchor.heads))
      if (heads.get(`${log}#${head.seq}`) !== head.hash)
        fault(
          log === PUBLICATIONS ? 'publications' : 'workflow-events',
          `${log}#${head.seq}`,
          `not as the anchor of ${anchor.at} has it`,
        )
  }
  return report
}

type Say = (store: AuditFault['store'], place: string, what: string) => void

const verifyStreams = async (payload: Payload, report: AuditReport, fault: Say) => {
  const heads = new Map<string, string>()
  const attested = new Map<string, Attested>()
  let rows: StoredEventRow[] = []
  const close = async () => {
    const document = rows[0]?.document
    if (!document) return
    report.streams += 1
    report.events += rows.length
    const chain = firstChainFault(EVENT_COLUMNS, rows)
    if (chain) fault('workflow-events', `${document}#${chain.seq}`, chain.what)
    else for (const [key, value] of await attest(payload, document, rows.map(fromRow))) attested.set(key, value)
    for (const row of rows) heads.set(eventKey(document, row.seq), row.hash)
  }
  for await (const row of allRows<StoredEventRow>({
    payload,
    collection: 'workflow-events',
    sort: ['document', 'seq'],
  })) {
    if (rows[0] && rows[0].document !== row.document) {
      await close()
      rows = []
    }
    rows.push(row)
  }
  await close()
  return { heads, attested }
}

const verifyContents = async (
  payload: Payload,
  report: AuditReport,
  fault: Say,
): Promise<Map<string, FrozenContent | null>> => {
  const contents = new Map<string, FrozenContent | null>()
  for await (const row of allRows<{ hash: string; bytes?: string | null; purgedReason?: string | null }>({
    payload,
    collection: 'contents',
    sort: ['hash'],
  })) {
    report.contents += 1
    contents.set(row.hash, row.bytes ? (JSON.parse(row.bytes) as FrozenContent) : null)
    if (row.bytes ? sha256(row.bytes) !== row.hash : !row.purgedReason) fault('contents', row.hash, 'changed')
  }
  return contents
}

const verifyPublication = async (args: {
  payload: Payload
  row: Publication
  attested: Map<string, Attested>
  contents: Map<string, FrozenContent | null>
  fault: Say
}): Promise<void> => {
  const { payload, row, attested, contents, fault } = args
  const place = `#${row.seq}`
  if (row.kind === 'term') {
    if (!(row.collection in publicationsOptions(payload.config).references))
      fault('publications', place, `${row.collection} is no reference data`)
    if (!contents.has(row.contentHash)) fault('contents', row.contentHash, 'missing')
    return
  }
  const event = attested.get(row.key)
  if (!event) return void fault('publications', place, `nothing in the trail of ${row.document} caused it`)
  if (event.hash !== row.eventsHead || event.contentHash !== row.contentHash)
    fault('publications', place, 'does not match the trail')
  if (!event.complete) fault('publications', place, 'was not approved in every step')
  const content = contents.get(row.contentHash)
  if (content === undefined) return void fault('contents', row.contentHash, 'missing')
  if (!content || row.kind !== 'published') return
  const holder = await addressHolder({ payload, collection: row.collection, slug: row.slug })
  if (holder !== streamOf(row.collection, row.document))
    fault('addresses', `${row.collection}:${row.slug}`, holder ? 'changed' : 'missing')
  const { mediaDir } = publicationsOptions(payload.config)
  for (const file of filesOf(content)) {
    const found = await stat(publicFilePath(mediaDir, file)).catch(() => undefined)
    if (found?.size !== file.size) fault('files', `${file.sha256}/${file.filename}`, found ? 'changed' : 'missing')
  }
}
