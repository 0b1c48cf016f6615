import type { QueryLimits } from '../../plugins/delivery/index.ts'

/** How much one question to the public API may ask; wide enough for the website's pages and a tool's introspection. */
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

/** The same for editors' programs, which know what they ask; documents travel in variables, bounded by their body. */
export const OFFICE_QUERIES: Omit<QueryLimits, 'cost'> = {
  depth: 16,
  aliases: 50,
  directives: 50,
  fields: 2_000,
  roots: 50,
  characters: 64 * 1024,
  tokens: 8_000,
}

/** Rows that one request of people who are logged in may read, in all its lists together. */
export const MOST_ROWS = 1_000

/** Longest texts where a field does not say itself. The longest address is that of RFC 5321, 4.5.3.1.3. */
export const LONGEST_TEXTS = { text: 500, textarea: 20_000, email: 254, code: 20_000 }

/** Requests a minute. */
export const PER_MINUTE = {
  /** Of a network, to a public address that says nothing else. */
  public: 600,
  /** Of a network, to pages of the admin: a whole office may sit behind one address. */
  adminPages: 3_000,
  /** Of a person, to functions of the admin: each pause in typing is one. */
  adminCalls: 1_200,
  /** Of a network, to functions of the admin by nobody who is logged in. */
  strangers: 60,
  /** Of a network, to renew a login, leave, or ask who one is. */
  sessions: 300,
}

/** Ways in, counted by network, by account and by the pair of both. */
export const WAYS_IN = {
  failedLogins: { minutes: 15, ofNetwork: 100, ofPair: 5 },
  askedForPassword: { minutes: 60, ofNetwork: 30, ofAccount: 10, ofPair: 3 },
  newPasswords: { minutes: 15, ofNetwork: 20 },
}
