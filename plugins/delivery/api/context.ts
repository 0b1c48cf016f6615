import { GraphQLError } from 'graphql'
import type { LiveDocument } from '../catalogue/documents.ts'
import type { Catalogue } from '../readCatalogue.ts'
import type { Finding } from '../search/finder.ts'
import type { RelationsRule, SiteOptions } from '../types.ts'
import type { VisitStats } from '../visits/counter.ts'
import type { PageSizes } from './limits.ts'

/** Resolver context, created for each request. */
export interface DeliveryContext {
  catalogue: Catalogue
  /** Answers what looks at many documents at once. */
  finding: Finding
  /** Time of the request, ISO 8601. */
  now: string
  /** Today in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
  day: string
  /** Origin of this server, for file URLs. */
  publicUrl: string
  /** Relation rules by collection. */
  relations: Record<string, RelationsRule | undefined>
  /** Fallback locale for a request that names no known locale. */
  defaultLocale: string
  /** All content locales, the default first. */
  locales: readonly string[]
  pageSizes: PageSizes
  site: SiteOptions
  /** Path of each section on the website, by collection. */
  paths: Record<string, string>
  /** Widths at which pictures are offered, in pixels. */
  pictureWidths: readonly number[]
  visits(): VisitStats
}

/** A live document in the locale it is shown in; the GraphQL source of every document type. */
export interface Shown {
  document: LiveDocument
  locale: string
  /** The requested locale, passed on to related documents. */
  asked: string
}

/** Shows a document in the requested locale, or else in its own first locale. */
export const show = (document: LiveDocument, asked: string): Shown => ({
  document,
  asked,
  locale: document.locales.includes(asked) ? asked : (document.locales[0] ?? asked),
})

/** A client error: 400 with a stable code. */
export const badInput = (message: string, code = 'BAD_USER_INPUT'): GraphQLError =>
  new GraphQLError(message, { extensions: { code } })
