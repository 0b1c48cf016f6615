/** Unsaved input of a person: the top-level fields that differ from the saved document. */
export interface Draft {
  /** ISO 8601 instant of the last change. */
  at: string
  /** When the document was last saved before the input; not set for a document that was never saved. */
  over?: string
  fields: Record<string, unknown>
}

/** A draft and its storage key. */
export interface KeptDraft extends Draft {
  key: string
}

const PREFIX = 'congbo:unsaved:'

/** Older drafts are dropped: they may have been forgotten on a shared computer. */
const KEPT_DAYS = 14
const DAY = 24 * 60 * 60 * 1000

/** Maximum number of drafts per document. Drafts that nobody decides on must not fill the browser's storage. */
const KEPT_OF_ONE = 5

/** The part of the browser's storage that drafts use. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Key for the input of one person into one document in one language; `new` for a document that was never saved. */
export const documentKey = (of: { user: string; collection: string; id?: string | number; locale: string }): string =>
  [PREFIX + of.user, of.collection, of.id ?? 'new', of.locale].map((part) => encodeURIComponent(part)).join('/')

/** Key for the draft of one visit to a document, separate from that of another tab. */
export const draftKey = (document: string, visit: string): string => `${document}/${encodeURIComponent(visit)}`

const documentOf = (key: string): string => key.slice(0, key.lastIndexOf('/'))

const parse = (text: string | null): Draft | undefined => {
  if (!text) return undefined
  try {
    const draft = JSON.parse(text) as Partial<Draft>
    const { at, over, fields } = draft
    if (typeof at !== 'string' || fields === null || typeof fields !== 'object') return undefined
    return { at, ...(typeof over === 'string' ? { over } : {}), fields }
  } catch {
    return undefined
  }
}

/** The draft stored under a key, or `undefined`. Never throws. */
export const readDraft = (store: Store, key: string): Draft | undefined => {
  try {
    return parse(store.getItem(key))
  } catch {
    return undefined
  }
}

const isSame = (one: Draft, other: Draft): boolean =>
  one.over === other.over && JSON.stringify(one.fields) === JSON.stringify(other.fields)

/**
 * Stores a draft. One whose text is stored already keeps its instant: a form changes also by answers of the server, long
 * after the last key.
 *
 * @returns whether the browser stored it; false when its storage is full or forbidden
 */
export const writeDraft = (store: Store, key: string, draft: Draft): boolean => {
  const before = readDraft(store, key)
  if (before && isSame(before, draft)) return true
  try {
    store.setItem(key, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export const removeDraft = (store: Store, key: string): void => {
  try {
    store.removeItem(key)
  } catch {
    // A storage that refuses even removal contains nothing of ours.
  }
}

const keysOf = (store: Store): string[] =>
  Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((key) =>
    key.startsWith(encodeURIComponent(PREFIX)),
  )

const draftsUnder = (store: Store, keys: string[]): KeptDraft[] =>
  keys
    .flatMap((key) => {
      const draft = readDraft(store, key)
      return draft ? [{ ...draft, key }] : []
    })
    .sort((one, other) => (one.at < other.at ? 1 : -1))

/**
 * The newest draft of a document from any visit.
 *
 * @param except key of the asking visit, whose own draft is in its form
 */
export const newestDraft = (store: Store, document: string, except: string): KeptDraft | undefined => {
  try {
    const keys = keysOf(store).filter((key) => key !== except && documentOf(key) === document)
    return draftsUnder(store, keys)[0]
  } catch {
    return undefined
  }
}

/** Drops drafts older than two weeks, all but the newest few of each document, and unreadable drafts. */
export const dropOldDrafts = (store: Store, now: Date): void => {
  try {
    const keys = keysOf(store)
    const seen = new Map<string, number>()
    const kept = draftsUnder(store, keys).filter(({ at, key }) => {
      const document = documentOf(key)
      const newer = seen.get(document) ?? 0
      seen.set(document, newer + 1)
      return now.getTime() - Date.parse(at) < KEPT_DAYS * DAY && newer < KEPT_OF_ONE
    })
    const stay = new Set(kept.map(({ key }) => key))
    for (const key of keys) if (!stay.has(key)) store.removeItem(key)
  } catch {
    // The storage is forbidden, so there is nothing to drop.
  }
}

/** The data of a form as JSON by top-level field, for comparison. */
export const snapshot = (data: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, JSON.stringify(value) ?? '']))

/** The top-level fields that differ from the snapshot. */
export const changedFields = (data: Record<string, unknown>, saved: Record<string, string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([name, value]) => (JSON.stringify(value) ?? '') !== saved[name]))
