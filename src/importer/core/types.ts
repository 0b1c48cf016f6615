import type { DocumentNumber } from '../../../lib/text/documentNumber.ts'

/** A sentence for the report, Vietnamese first. */
export interface Note {
  vi: string
  en: string
}

/** What every thing read off a page has: what was put right or left out, and why it cannot be taken, if so. */
export interface Read {
  notes: Note[]
  refused?: Note
}

export interface ReadArticle extends Read {
  title: string
  paragraphs: string[]
  /** The unit, never a person. */
  byline?: string
  /** Names of persons under the text; kept private. */
  authors: string[]
  source?: string
  /** Day of posting, `YYYY-MM-DD`, where the page says it. */
  postedOn?: string
}

export interface ReadTaskGroup {
  ordinal: number
  heading: string
  body?: string
}

export type RelationType =
  | 'amends'
  | 'replaces'
  | 'abrogates'
  | 'corrects'
  | 'suspends'
  | 'guides'
  | 'basedOn'
  | 'implements'
  | 'consolidates'
  | 'references'

export interface ReadRelation {
  type: RelationType
  citedAs: string
  /** The part of the other document that is meant, as printed; empty for the whole. */
  scope: string
}

export interface ReadDirective extends Read {
  number: DocumentNumber
  typeName?: string
  title: string
  abstract?: string
  issuedOn?: string
  /** As the page names it: `Ủy ban nhân dân tỉnh Sóc Trăng`, `UBND tỉnh`. */
  issuerName?: string
  /** What the page says of an issuer where that does not tell which body it is; the issuer stays empty then. */
  unsureIssuer?: string
  taskGroups: ReadTaskGroup[]
  period?: { fromYear: number; toYear: number }
  effectiveFrom?: string
  effectiveTo?: string
  objectives?: string
  implementers?: string
  relations: ReadRelation[]
}

export interface ReadVideo extends Read {
  title: string
  recordedOn?: string
}

export interface ReadNotice extends Read {
  title: string
  /** As the old portal shows it beside the title. */
  shownOn?: string
}

/** One page of the old portal, as far as it could be read. */
export interface ReadPage {
  /** Where it stood, as paths. */
  urls: string[]
  notes: Note[]
  article?: ReadArticle
  directives: ReadDirective[]
  videos: ReadVideo[]
  notices: ReadNotice[]
  visits?: Read & { raw: string; count?: number }
  /** Place named most often with `tỉnh` or `thành phố`, to complete `UBND tỉnh`. */
  place?: string
}
