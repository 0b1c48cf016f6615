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
  trustedLog,
} from '../../publications/index.ts'
import { addressesIn, legacyAddresses } from './legacy.ts'
import { type LiveRows, type ProjectionRules, project } from './project.ts'

/** Rows of a stretch where requests are answered beside it. */
const SLICE = 50

export type Rules = Readonly<Record<string, ProjectionRules>>

/**
 * All that can be worked out of a stretch of the log without knowing what the catalogue holds. It can be sent from one
 * thread to another.
 */
export interface Prepared {
  broken: SoundContents['broken']
  /** Editions that may be shown, by `placeOf`; `undefined` for a content that has its hash and not the form of one. */
  editions: Map<string, LiveRows | undefined>
  /** Fields of reference data as JSON, by the hash of their content. */
  terms: Map<string, string>
  /** Addresses of an earlier site, by the `seq` of the row whose edition names them. */
  legacy: Map<number, string[]>
}

export interface PreparedStretch extends Prepared {
  stretch: TrustedStretch
}

/** Names an edition's content: the collection decides what is shown of it. */
export const placeOf = ({ collection, contentHash }: { collection: string; contentHash: string }): string =>
  `${collection}:${contentHash}`

export const isTerm = (row: Publication): boolean => row.kind === 'term'

export const rowsOf = ({ entries }: TrustedStretch): Publication[] =>
  entries.flatMap((entry) => ('row' in entry ? [entry.row] : []))

/** Rows after which their document is shown: the last of each document in a stretch, unless it ends or breaks there. */
const shownRows = ({ entries }: TrustedStretch, rules: Rules): Publication[] => {
  const last = new Map<string, Publication | undefined>()
  for (const entry of entries) {
    const { collection, document } = 'row' in entry ? entry.row : entry.aside
    if (('row' in entry && isTerm(entry.row)) || !Object.hasOwn(rules, collection)) continue
    last.set(`${collection}:${document}`, 'row' in entry && isShownAfter(entry.row) ? entry.row : undefined)
  }
  return [...last.values()].filter((row) => row !== undefined)
}

/** The field whose content is looked into though the document may not be live: it may hold addresses of an earlier site. */
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

/** Reads the contents that a stretch needs and works out what is shown of them. */
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
 * The trusted log from a place on, prepared for a catalogue, in stretches.
 *
 * @param args.after the last row the catalogue holds
 * @default the start of the log
 * @param args.slice rows of one stretch
 * @default few enough to let requests through in the same thread
 * @param args.prepare where stretches are prepared
 * @default in this thread
 * @param args.ahead stretches that are prepared before they are asked for
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
    // Whoever waits for it is told; until then nobody does.
    preparing.catch(() => {})
    begun.push(preparing)
    if (begun.length > ahead) yield await begun.shift()!
  }
  for (const last of begun) yield await last
}
