/** What a person typed and did not save: the top-level fields that differ from the saved document. */
export interface Draft {
  /** ISO 8601 instant of the last change. */
  at: string
  fields: Record<string, unknown>
}

const PREFIX = 'congbo:unsaved:'

/** After this long, what was forgotten on a shared computer is dropped. */
const KEPT_DAYS = 14
const DAY = 24 * 60 * 60 * 1000

/** As much of the browser's storage as drafts need. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** One draft a person, document and language; a document not saved yet is `new`. */
export const draftKey = (of: { user: string; collection: string; id?: string | number; locale: string }): string =>
  [PREFIX + of.user, of.collection, of.id ?? 'new', of.locale].map((part) => encodeURIComponent(part)).join('/')

const parse = (text: string | null): Draft | undefined => {
  if (!text) return undefined
  try {
    const draft = JSON.parse(text) as Partial<Draft>
    const { at, fields } = draft
    return typeof at === 'string' && fields !== null && typeof fields === 'object' ? { at, fields } : undefined
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

/** Drops drafts older than two weeks, and what cannot be read as one. */
export const dropOldDrafts = (store: Store, now: Date): void => {
  try {
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index))
    for (const key of keys) {
      if (!key?.startsWith(encodeURIComponent(PREFIX))) continue
      const age = now.getTime() - Date.parse(readDraft(store, key)?.at ?? '')
      if (!(age < KEPT_DAYS * DAY)) store.removeItem(key)
    }
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
