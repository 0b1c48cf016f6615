import type { PageSizes, QueryLimits } from '../../plugins/delivery/index.ts'

/** Limits of a public query; wide enough for the website's pages and a tool's introspection. */
export const PUBLIC_QUERIES: QueryLimits = {
  depth: 15,
  aliases: 30,
  directives: 20,
  fields: 600,
  roots: 15,
  characters: 32 * 1024,
  tokens: 4_000,
  cost: 25_000,
}

/** Rows on one page of a public list or search, and entries of a feed. */
export const PAGE_SIZES: PageSizes = { usual: 10, most: 100, feed: 50 }

/** Query limits for editors' programs. Documents are sent in variables, which only the body size limits. */
export const OFFICE_QUERIES: Omit<QueryLimits, 'cost'> = {
  depth: 16,
  aliases: 50,
  directives: 50,
  fields: 2_000,
  roots: 50,
  characters: 64 * 1024,
  tokens: 8_000,
}

/** Maximum number of rows that one request with a login may read, in the admin or by a program, over all its lists. */
export const MOST_ROWS = 1_000

/**
 * Maximum size of a filter and of an order of rows, for everybody with a login. A condition has three parts: its place
 * in a list, its field and its operator. A list of the admin has a handful of conditions; none needs more values than
 * rows can be read.
 */
export const FILTERS = { parts: 300, values: MOST_ROWS, sorts: 10 }

/** Maximum number of words in one row of synonyms or ignored words. */
export const MOST_SEARCH_WORDS = 200

/** Maximum text lengths where a field sets none. The e-mail limit is that of RFC 5321, 4.5.3.1.3. */
export const LONGEST_TEXTS = { text: 500, textarea: 20_000, email: 254, code: 20_000 }

/** Maximum lag of the catalogue behind the log, in rows, at which `/readyz` does not say `degraded`. */
export const MOST_ROWS_BEHIND = 100

/** Rate limits in requests per minute. */
export const PER_MINUTE = {
  /** By network: public routes without a limit of their own. */
  public: 600,
  /** By network: admin pages. A whole office may share one address. */
  adminPages: 3_000,
  /** By person: admin server actions. Each pause in typing is one call. */
  adminCalls: 1_200,
  /** By network: admin server actions without a login. */
  strangers: 60,
  /** By network: refresh token, logout and `me`. */
  sessions: 300,
}

/** Login limits by network, by account and by the pair of both. */
export const WAYS_IN = {
  failedLogins: { minutes: 15, ofNetwork: 100, ofPair: 5 },
  askedForPassword: { minutes: 60, ofNetwork: 30, ofAccount: 10, ofPair: 3 },
  newPasswords: { minutes: 15, ofNetwork: 20 },
}
