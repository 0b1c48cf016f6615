import type { ReactNode } from 'react'
import type { Query } from '../parts/query.ts'
import type { View } from '../parts/view.ts'
import type { TypedDocumentString } from '../queries/generated.ts'
import type { Language, Section } from '../words/index.ts'

/** Asks the API a query of `queries/`. */
export type Ask = <Data, Variables>(query: TypedDocumentString<Data, Variables>, variables: Variables) => Promise<Data>

/** What a page is made from. */
export interface Asked {
  view: View
  /** Path without the prefix of the language. */
  path: string
  /** Parts of the path that the route names. */
  params: Readonly<Record<string, string>>
  /** Checked parameters, see `parameters.ts`. */
  query: Query
  ask: Ask
}

/** A page. The frame around it is the same for all, `parts/Shell.tsx`. */
export interface Page {
  kind: 'page'
  /** Status of HTTP. */
  status: number
  /** Title without the name of the portal; none on the home page. */
  title?: string
  /** Language of the title where it is another than the page's. */
  titleLang?: string
  description?: string
  body: ReactNode
  section?: Section
  /** Whether search engines may list it. */
  listed: boolean
  /** Languages in which there is this page; all of them when left out. */
  languages?: readonly Language[]
  /** schema.org as JSON, safe as it is. */
  jsonLd?: string
  /** Absolute address of an Atom feed. */
  feed?: string
  /** Picture for those who share the page. */
  picture?: string
}

export type Outcome =
  | Page
  /** A path of the website, without prefix, at which this stands now. */
  | { kind: 'moved'; to: string }
  /** Nothing stands here, or not any more. */
  | { kind: 'missing' }

export const MISSING: Outcome = { kind: 'missing' }

/** A kind of page. */
export interface Route {
  /** `/van-ban/:slug` */
  path: string
  /** Names of the parameters it reads, in the order in which its addresses have them. */
  parameters: readonly string[]
  load: (asked: Asked) => Promise<Outcome>
}
