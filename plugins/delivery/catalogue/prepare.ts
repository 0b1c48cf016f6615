import {
  type FrozenContent,
  isLocalised,
  isShownAfter,
  LOG_START,
  type LogHead,
  type LogSource,
  makesEdition,
  type Publication,
  type SoundContents,
  soundContents,
  type TrustedStretch,
  tellsOfDocument,
  trustedLog,
} from '../../publications/index.ts'
import { addressesIn, legacyAddresses } from './legacy.ts'
import { type LiveRows, type ProjectionRules, project } from './project.ts'

/** Rows per batch in a thread that also answers requests. */
const SLICE = 50

export type Rules = Readonly<Record<string, ProjectionRules>>

/**
 * Everything that can be computed from a batch of the log without reading the catalogue. It can be passed between
 * threads.
 */
export interface Prepared {
  broken: SoundContents['broken']
  /** Editions that may be shown, by `placeOf`; `undefined` for content that matches its hash but is malformed. */
  editions: Map<string, LiveRows | undefined>
  /** Reference data fields as JSON, by content hash. */
  terms: Map<string, string>
  /** URLs on an earlier site, by the `seq` of the row whose edition lists them. */
  legacy: Map<number, string[]>
}

export interface PreparedStretch extends Prepared {
  stretch: TrustedStretch
}

/** Key of an edition's content. It includes the collection, because the collection decides what is shown. */
export const placeOf = ({ collection, contentHash }: { collection: string; contentHash: string }): string =>
  `${collection}:${contentHash}`

export const isTerm = (row: Publication): boolean => row.kind === 'term'

export const rowsOf = ({ entries }: TrustedStretch): Publication[] =>
  entries.flatMap((entry) => ('row' in entry ? [entry.row] : []))

/**
 * Rows after which their document is live: the last row of each document in a batch, unless that row removes the
 * document or is invalid.
 */
const shownRows = ({ entries }: TrustedStretch, rules: Rules): Publication[] => {
  const last = new Map<string, Publication | undefined>()
  for (const entry of entries) {
    const { collection, document } = 'row' in entry ? entry.row : entry.aside
    if (('row' in entry && !tellsOfDocument(entry.row)) || !Object.hasOwn(rules, collection)) continue
    last.set(`${collection}:${document}`, 'row' in entry && isShownAfter(entry.row) ? entry.row : undefined)
  }
  return [...last.values()].filter((row) => row !== undefined)
}

/** The field to read even if the document is not live, because it may list URLs of an earlier site. */
const legacyField = (row: Publication, rules: Rules): string | undefined =>
  makesEdition(row) && Object.hasOwn(rules, row.collection)
    ? rules[row.collection]!.collection.legacyAddresses
    : undefined

const legacyOf = (content: FrozenContent, field: string): string[] => {
  const value = content.fields[field]
  const lists = isLocalised(value) ? Object.values(value) : [value]
  return lists.flatMap(addressesIn).flatMap(legacyAddresses)
}

const projected = (content: FrozenContent, rules: ProjectionRules): LiveRows | undefined => {
  try {
    return project({ content, rules })
  } catch {
    return undefined
  }
}

/** Loads the contents that a batch needs and computes their projections. */
export const prepareStretch = async (args: {
  source: Pick<LogSource, 'contents'>
  stretch: TrustedStretch
  rules: Rules
}): Promise<Prepared> => {
  const { source, stretch, rules } = args
  const rows = rowsOf(stretch)
  const shown = shownRows(stretch, rules)
  const terms = rows.filter(isTerm)
  const withAddresses = rows.filter((row) => legacyField(row, rules) !== undefined)
  const needed = [...shown, ...terms, ...withAddresses].map((row) => row.contentHash)
  const { contents, broken } = await soundContents(source, needed)

  const prepared: Prepared = { broken, editions: new Map(), terms: new Map(), legacy: new Map() }
  for (const row of shown) {
    const content = contents.get(row.contentHash)
    if (content) prepared.editions.set(placeOf(row), projected(content, rules[row.collection]!))
  }
  for (const { contentHash } of terms) {
    const content = contents.get(contentHash)
    if (content) prepared.terms.set(contentHash, JSON.stringify(content.fields))
  }
  for (const row of withAddresses) {
    const content = contents.get(row.contentHash)
    if (content) prepared.legacy.set(row.seq, legacyOf(content, legacyField(row, rules)!))
  }
  return prepared
}

/**
 * Reads the trusted log from a position and prepares it for a catalogue, in batches.
 *
 * @param args.after the last row in the catalogue
 * @default the start of the log
 * @param args.slice rows per batch
 * @default small enough to let requests through in the same thread
 * @param args.prepare prepares a batch, possibly in another thread
 * @default in this thread
 * @param args.ahead number of batches prepared ahead of the consumer
 * @default 0
 */
export async function* preparedLog(args: {
  source: Pick<LogSource, 'rows' | 'contents'>
  rules: Rules
  after?: LogHead
  slice?: number
  prepare?: (stretch: TrustedStretch) => Promise<Prepared>
  ahead?: number
}): AsyncGenerator<PreparedStretch> {
  const { source, rules, after = LOG_START, slice = SLICE, ahead = 0 } = args
  const work = args.prepare ?? ((stretch) => prepareStretch({ source, stretch, rules }))
  const begun: Promise<PreparedStretch>[] = []
  for await (const stretch of trustedLog({ source, after, slice })) {
    const preparing = work(stretch).then((prepared) => ({ ...prepared, stretch }))
    // The consumer awaits this promise later; this avoids an unhandled rejection until then.
    preparing.catch(() => {})
    begun.push(preparing)
    if (begun.length > ahead) yield await begun.shift()!
  }
  for (const last of begun) yield await last
}
