import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Publication, TrustedEntry } from '../../publications/index.ts'
import { messageId, publicationBody, tellable, wantsRow } from './message.ts'

const row = (seq: number, document: string): Publication => ({
  seq,
  key: `notices:${document}#${seq}`,
  kind: 'published',
  collection: 'notices',
  document,
  url: `/thong-bao/${document}`,
  slug: document,
  edition: 1,
  contentHash: 'a'.repeat(64),
  major: true,
  changeNote: null,
  capacities: '[{"step":"approve","capacity":"Trưởng ban"}]',
  eventsHead: 'b'.repeat(64),
  at: '2026-11-23T03:00:00.000Z',
  prev: '',
  hash: 'c'.repeat(64),
})
const told = (seq: number, document: string): TrustedEntry => ({ seq, row: row(seq, document) })
const aside = (seq: number, document: string): TrustedEntry => ({ seq, aside: { collection: 'notices', document } })

describe('a stretch of the log', () => {
  it('tells of a row unless its document is set aside at or after it', () => {
    const entries = [told(1, 'a'), aside(1, 'a'), told(2, 'b'), aside(3, 'c'), told(4, 'c'), told(5, 'a')]
    expect(tellable(entries).map(({ seq }) => seq)).toEqual([2, 4, 5])
  })

  it('tells in order, and never of the last word on a document that is set aside', () => {
    const entry = fc.tuple(fc.boolean(), fc.constantFrom('a', 'b', 'c'))
    fc.assert(
      fc.property(fc.array(entry), (all) => {
        const entries = all.map(([isTold, document], index) => (isTold ? told : aside)(index + 1, document))
        const rows = tellable(entries)
        expect(rows.map(({ seq }) => seq)).toEqual(rows.map(({ seq }) => seq).sort((one, other) => one - other))
        for (const { document, seq } of rows)
          expect(all.some(([isTold, other], index) => !isTold && other === document && index + 1 >= seq)).toBe(false)
      }),
    )
  })
})

it('a message tells what is public of a row, and neither people nor hashes of the chain', () => {
  const body = publicationBody(row(3, 'a'))
  expect(Object.keys(JSON.parse(body).data)).toEqual([
    ...['seq', 'kind', 'collection', 'id', 'url', 'edition', 'contentHash', 'at', 'changeNote'],
  ])
  expect(body).not.toMatch(/Trưởng ban|capacities|eventsHead|hash"|prev/)
})

it('an id names one row of one receiver', () => {
  const of = fc.tuple(fc.string(), fc.nat())
  fc.assert(
    fc.property(of, of, ([ref, seq], [otherRef, otherSeq]) => {
      fc.pre(!ref.includes('_') && !otherRef.includes('_'))
      const same = ref === otherRef && seq === otherSeq
      expect(messageId(ref, seq) === messageId(otherRef, otherSeq)).toBe(same)
    }),
  )
})

it.each<[readonly string[] | null | undefined, Pick<Publication, 'kind' | 'collection'>, boolean]>([
  [undefined, { kind: 'published', collection: 'notices' }, true],
  [[], { kind: 'withdrawn', collection: 'notices' }, true],
  [null, { kind: 'term', collection: 'topics' }, false],
  [['topics'], { kind: 'term', collection: 'topics' }, true],
  [['topics'], { kind: 'published', collection: 'notices' }, false],
  [['notices'], { kind: 'term', collection: 'topics' }, false],
])('a webhook for %j wants %j: %s', (collections, wanted, wants) => {
  expect(wantsRow(collections, wanted)).toBe(wants)
})
