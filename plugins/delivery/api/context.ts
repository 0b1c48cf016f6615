import { GraphQLError } from 'graphql'
import type { Catalogue, LiveDocument } from '../readCatalogue.ts'
import type { RelationsRule, SiteOptions } from '../types.ts'
import type { VisitStats } from '../visits/counter.ts'

/** What every resolver may ask; made anew for each request. */
export interface DeliveryContext {
  catalogue: Catalogue
  /** ISO 8601 instant of the request. */
  now: string
  /** Today in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
  day: string
  /** Origin of this server, for the addresses of files. */
  publicUrl: string
  /** Relations that each collection keeps. */
  relations: Record<string, RelationsRule | undefined>
  /** Language answered in where a request names none that exists. */
  defaultLocale: string
  /** All languages that documents may be written in, the default one first. */
  locales: readonly string[]
  site: SiteOptions
  visits(): VisitStats
}

/** A live document in the language it is shown in; the source of every document type. */
export interface Shown {
  document: LiveDocument
  locale: string
  /** The language that was asked for, for the documents it leads to. */
  asked: string
}

/** A document in the language asked for, or in its own first one. */
export const show = (document: LiveDocument, asked: string): Shown => ({
  document,
  asked,
  locale: document.locales.includes(asked) ? asked : (document.locales[0] ?? asked),
})

/** A refusal that a person made by what they sent: 400 with a stable code. */
export const badInput = (message: string, code = 'BAD_USER_INPUT'): GraphQLError =>
  new GraphQLError(message, { extensions: { code } })
