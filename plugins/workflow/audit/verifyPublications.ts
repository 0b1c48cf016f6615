import type { Payload } from 'payload'
import {
  addressHolder,
  checkFile,
  filesOf,
  LOG_START,
  makesEdition,
  type Publication,
  payloadSource,
  publicationsOptions,
  publicFilePath,
  rowHash,
  type SoundContents,
  soundContents,
  trustedLog,
} from '../../publications/index.ts'
import { restAfter } from '../store/rows.ts'
import { EVENT_COLUMNS, streamOf } from '../store/stream.ts'
import { PUBLICATIONS } from './anchor.ts'
import type { AuditReport, Say, Seen } from './report.ts'

/** Small enough not to block other work. */
const GENTLE_SLICE = 50

interface Cause {
  id: string
  document: string
  seq: number
  type: string
  hash: string
  contentHash?: string | null
}

/** The events that caused these rows, by key. */
const causesOf = async (payload: Payload, rows: Publication[]): Promise<Map<string, Cause>> => {
  const documents = [...new Set(rows.map((row) => row.key.slice(0, row.key.lastIndexOf('#'))))]
  if (!documents.length) return new Map()
  const found = await payload.db.find<Cause>({
    collection: 'workflow-events',
    where: { document: { in: documents } },
    limit: 0,
    pagination: false,
  })
  return new Map(found.docs.map((event) => [`${event.document}#${event.seq}`, event]))
}

const isAsWritten = (event: Cause) => event.hash === rowHash([...EVENT_COLUMNS, 'seq', 'prev'], event)

const verifyCause = (row: Publication, cause: Cause | undefined, say: Say): void => {
  const place = `#${row.seq}`
  if (!cause || cause.document !== streamOf(row.collection, row.document))
    return void say('publications', place, `nothing in the trail of ${row.document} caused it`)
  const sameContent = !makesEdition(row) || cause.contentHash === row.contentHash
  if (cause.hash !== row.eventsHead || !isAsWritten(cause) || !sameContent)
    say('publications', place, 'does not match the trail')
}

/** Checks what an edition shows: its content, its address, its files. */
const verifyShown = async (
  payload: Payload,
  row: Publication,
  sound: SoundContents,
  erased: ReadonlySet<string>,
  say: Say,
): Promise<void> => {
  if (row.contentHash && sound.broken.has(row.contentHash) && !erased.has(row.contentHash))
    say('contents', row.contentHash, sound.broken.get(row.contentHash)!)
  const content = sound.contents.get(row.contentHash)
  if (!content || !makesEdition(row)) return
  const holder = await addressHolder({ payload, collection: row.collection, slug: row.slug })
  if (holder !== streamOf(row.collection, row.document))
    say('addresses', `${row.collection}:${row.slug}`, holder ? 'changed' : 'missing')
  const { mediaDir } = publicationsOptions(payload.config)
  for (const file of filesOf(content)) {
    const path = publicFilePath(mediaDir, file)
    const found = await checkFile(path, file.sha256).catch(() => ({ what: 'missing' as const }))
    if ('what' in found) say('files', `${file.sha256}/${file.filename}`, found.what)
  }
}

/** Reads the publications log through the trusted reader, and checks each row against the event that caused it. */
export const verifyPublications = async (args: {
  payload: Payload
  report: AuditReport
  say: Say
  /** Hashes of the contents that were erased on purpose. */
  erased: ReadonlySet<string>
  seen: Seen
  gently?: boolean
}): Promise<void> => {
  const { payload, report, say, erased, seen, gently } = args
  const source = payloadSource(payload)
  const { references } = publicationsOptions(payload.config)
  for await (const { entries, faults } of trustedLog({
    source,
    after: LOG_START,
    ...(gently ? { slice: GENTLE_SLICE } : {}),
  })) {
    const began = performance.now()
    for (const { store, place, what } of faults) say(store, place, what)
    const rows = entries.flatMap((entry) => ('row' in entry ? [entry.row] : []))
    report.publications += rows.length
    const causes = await causesOf(
      payload,
      rows.filter((row) => row.kind !== 'term'),
    )
    const sound = await soundContents(
      source,
      rows.map((row) => row.contentHash),
    )
    for (const row of rows) {
      seen(PUBLICATIONS, row.seq, row.hash)
      if (row.kind !== 'term') verifyCause(row, causes.get(row.key), say)
      else if (!(row.collection in references))
        say('publications', `#${row.seq}`, `${row.collection} is no reference data`)
      await verifyShown(payload, row, sound, erased, say)
    }
    if (gently) await restAfter(began)
  }
}
