import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changedFields,
  documentKey,
  draftKey,
  dropOldDrafts,
  newestDraft,
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

const DOCUMENT = documentKey({ user: 'u1', collection: 'notices', id: 'd1', locale: 'vi' })
const KEY = draftKey(DOCUMENT, 'tab1')
const draft = { at: '2026-11-24T07:00:00.000Z', fields: { title: 'Thông báo' } }

describe('drafts', () => {
  it('gives back what was kept, and nothing once removed', () => {
    const kept = store()
    expect(writeDraft(kept, KEY, draft)).toBe(true)
    expect(readDraft(kept, KEY)).toEqual(draft)
    removeDraft(kept, KEY)
    expect(readDraft(kept, KEY)).toBeUndefined()
  })

  it('keeps the instant of a text that is written once more, so that what another tab typed since stays the newest', () => {
    const kept = store()
    writeDraft(kept, KEY, draft)
    const other = draftKey(DOCUMENT, 'tab2')
    writeDraft(kept, other, { at: '2026-11-24T07:00:05.000Z', fields: { title: 'Sau' } })
    expect(writeDraft(kept, KEY, { ...draft, at: '2026-11-24T07:00:09.000Z' })).toBe(true)
    expect(newestDraft(kept, DOCUMENT, 'none')?.key).toBe(other)
    writeDraft(kept, KEY, { at: '2026-11-24T07:00:10.000Z', fields: { title: 'Thông báo mới' } })
    expect(newestDraft(kept, DOCUMENT, 'none')?.key).toBe(KEY)
  })

  it('keeps people, collections, documents, languages and visits apart, whatever characters they hold', () => {
    const part = fc.string({ unit: fc.constantFrom('a', '/', '%', 'é'), minLength: 1, maxLength: 4 })
    const of = fc.record({ user: part, collection: part, id: part, locale: part })
    fc.assert(
      fc.property(of, part, of, part, (a, visitA, b, visitB) => {
        const [one, other] = [draftKey(documentKey(a), visitA), draftKey(documentKey(b), visitB)]
        expect(one === other).toBe(JSON.stringify([a, visitA]) === JSON.stringify([b, visitB]))
        const kept = store()
        writeDraft(kept, one, draft)
        const found = newestDraft(kept, documentKey(b), other)
        expect(found?.key).toBe(JSON.stringify(a) === JSON.stringify(b) && visitA !== visitB ? one : undefined)
      }),
    )
  })

  it('offers the newest that another visit left, and the next once that is gone', () => {
    const kept = store()
    const own = draftKey(DOCUMENT, 'own')
    const later = draftKey(DOCUMENT, 'tab2')
    writeDraft(kept, own, { ...draft, at: '2026-11-24T09:00:00.000Z' })
    writeDraft(kept, later, { at: '2026-11-24T08:00:00.000Z', fields: { title: 'Sau' } })
    writeDraft(kept, KEY, draft)
    expect(newestDraft(kept, DOCUMENT, own)).toEqual({
      key: later,
      at: '2026-11-24T08:00:00.000Z',
      fields: { title: 'Sau' },
    })
    removeDraft(kept, later)
    expect(newestDraft(kept, DOCUMENT, own)?.key).toBe(KEY)
    removeDraft(kept, KEY)
    expect(newestDraft(kept, DOCUMENT, own)).toBeUndefined()
  })

  it('keeps no more than the newest five of one document, and all of another', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 20 }), (minutes) => {
        const kept = store()
        const at = (minute: number) => `2026-11-24T07:${String(minute).padStart(2, '0')}:00.000Z`
        const key = (minute: number) => draftKey(DOCUMENT, String(minute))
        writeDraft(kept, draftKey(`${DOCUMENT}x`, 'tab'), draft)
        for (const minute of minutes) writeDraft(kept, key(minute), { ...draft, at: at(minute) })
        dropOldDrafts(kept, new Date('2026-11-25T00:00:00.000Z'))
        const newest = [...minutes].sort((a, b) => b - a).slice(0, 5)
        expect(minutes.filter((minute) => readDraft(kept, key(minute)))).toEqual(
          minutes.filter((minute) => newest.includes(minute)),
        )
        expect(readDraft(kept, draftKey(`${DOCUMENT}x`, 'tab'))).toEqual(draft)
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
    const other = draftKey(documentKey({ user: 'u1', collection: 'notices', id: 'd2', locale: 'vi' }), 'tab1')
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
