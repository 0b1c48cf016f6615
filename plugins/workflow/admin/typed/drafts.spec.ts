import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changedFields,
  draftKey,
  dropOldDrafts,
  readDraft,
  removeDraft,
  type Store,
  snapshot,
  writeDraft,
} from './drafts.ts'

const store = (): Store => {
  const rows = new Map<string, string>()
  return {
    getItem: (key) => rows.get(key) ?? null,
    setItem: (key, value) => {
      rows.set(key, value)
    },
    removeItem: (key) => {
      rows.delete(key)
    },
    key: (index) => [...rows.keys()][index] ?? null,
    get length() {
      return rows.size
    },
  }
}

const KEY = draftKey({ user: 'u1', collection: 'notices', id: 'd1', locale: 'vi' })
const draft = { at: '2026-11-24T07:00:00.000Z', fields: { title: 'Thông báo' } }

describe('drafts', () => {
  it('gives back what was kept, and nothing once removed', () => {
    const kept = store()
    expect(writeDraft(kept, KEY, draft)).toBe(true)
    expect(readDraft(kept, KEY)).toEqual(draft)
    removeDraft(kept, KEY)
    expect(readDraft(kept, KEY)).toBeUndefined()
  })

  it('keeps people, collections, documents and languages apart, whatever characters they hold', () => {
    const part = fc.string({ unit: fc.constantFrom('a', '/', '%', 'é'), minLength: 1, maxLength: 4 })
    const of = fc.record({ user: part, collection: part, id: part, locale: part })
    fc.assert(
      fc.property(of, of, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b))
        expect(draftKey(a)).not.toBe(draftKey(b))
      }),
    )
  })

  it('says when the browser has no room', () => {
    const full: Store = {
      ...store(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    expect(writeDraft(full, KEY, draft)).toBe(false)
  })

  it('takes nothing for a draft that is none', () => {
    const kept = store()
    for (const text of ['', 'null', '[]', '{"at":1,"fields":{}}', '{"at":"x"}', '{']) {
      kept.setItem(KEY, text)
      expect(readDraft(kept, KEY)).toBeUndefined()
    }
  })

  it('drops drafts after two weeks and leaves newer ones and other keys alone', () => {
    const kept = store()
    const other = draftKey({ user: 'u1', collection: 'notices', id: 'd2', locale: 'vi' })
    writeDraft(kept, KEY, draft)
    writeDraft(kept, other, { ...draft, at: '2026-12-01T00:00:00.000Z' })
    kept.setItem('theme', 'dark')
    dropOldDrafts(kept, new Date('2026-12-08T07:00:00.001Z'))
    expect(readDraft(kept, KEY)).toBeUndefined()
    expect(readDraft(kept, other)).toBeDefined()
    expect(kept.getItem('theme')).toBe('dark')
  })
})

describe('changedFields', () => {
  it('finds nothing where nothing changed', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        expect(changedFields(structuredClone(data), snapshot(data))).toEqual({})
      }),
    )
  })
  it('takes a list as a whole when one row of it changed, moved or came', () => {
    const saved = snapshot({
      title: 'a',
      signers: [
        { id: '1', name: 'A' },
        { id: '2', name: 'B' },
      ],
    })
    const moved = [
      { id: '2', name: 'B' },
      { id: '1', name: 'A' },
    ]
    expect(changedFields({ title: 'a', signers: moved }, saved)).toEqual({ signers: moved })
  })
  it('sees a field that was emptied, and one that was not there', () => {
    const saved = snapshot({ title: 'a', summary: undefined })
    expect(changedFields({ title: '', summary: 'b', slug: 'c' }, saved)).toEqual({ title: '', summary: 'b', slug: 'c' })
  })
})
