/** What a person typed and did not save: the top-level fields that differ from the saved document. */
export interface Draft {
  /** ISO 8601 instant of the last change. */
  at: string
  /** When the document was last saved that it was typed into; a document not saved yet has no such time. */
  over?: string
  fields: Record<string, unknown>
}

/** A draft and where it is kept. */
export interface KeptDraft extends Draft {
  key: string
}

const PREFIX = 'congbo:unsaved:'

/** After this long, what was forgotten on a shared computer is dropped. */
const KEPT_DAYS = 14
const DAY = 24 * 60 * 60 * 1000

/** Of one document, so many drafts are kept: what nobody decides on must not fill the browser's store. */
const KEPT_OF_ONE = 5

/** As much of the browser's storage as drafts need. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What one person types into one document in one language; a document not saved yet is `new`. */
export const documentKey = (of: { user: string; collection: string; id?: string | number; locale: string }): string =>
  [PREFIX + of.user, of.collection, of.id ?? 'new', of.locale].map((part) => encodeURIComponent(part)).join('/')

/** Where one visit to a document keeps its own draft, apart from that of another tab. */
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

/** The draft kept under a key, or `undefined`; never throws. */
export const readDraft = (store: Store, key: string): Draft | undefined => {
  try {
    return parse(store.getItem(key))
  } catch {
    return undefined
  }
}

/** @returns whether the browser kept it; a full or forbidden store does not */
export const writeDraft = (store: Store, key: string, draft: Draft): boolean => {
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
    // A store that refuses even this holds nothing of ours.
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
 * The newest draft of a document that any visit to it left.
 *
 * @param except the key of the visit that asks: what it keeps itself is in its form
 */
export const newestDraft = (store: Store, document: string, except: string): KeptDraft | undefined => {
  try {
    const keys = keysOf(store).filter((key) => key !== except && documentOf(key) === document)
    return draftsUnder(store, keys)[0]
  } catch {
    return undefined
  }
}

/** Drops drafts older than two weeks, all but the newest few of one document, and what cannot be read as a draft. */
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
    // As above.
  }
}

/** A form's data as text by top-level field, for comparing. */
export const snapshot = (data: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, JSON.stringify(value) ?? '']))

/** The top-level fields whose value is not that of the snapshot. */
export const changedFields = (data: Record<string, unknown>, saved: Record<string, string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([name, value]) => (JSON.stringify(value) ?? '') !== saved[name]))
