import { beforeAll, describe, expect, it } from 'vitest'
import type { ListFilter } from '../../plugins/delivery/catalogue/list.ts'
import type { Catalogue } from '../../plugins/delivery/readCatalogue.ts'
import { searchWords } from '../../src/seed/searchWords/index.ts'
import { catalogueOf, lastingCatalogue } from './support/catalogue.ts'
import { memoryLog, plan } from './support/log.ts'
import { portalDocuments } from './support/portal.ts'
import { chinese, khmer, numbers } from './support/typedNumbers.ts'
import { everyday, odd } from './support/typedWords.ts'

let read: Catalogue
beforeAll(async () => {
  const log = memoryLog()
  for (const [document, { title, number, summary, km, zh }] of Object.entries(portalDocuments))
    log.append(
      { document },
      plan({
        title: { '@vi': title, ...(km ? { '@km': km } : {}), ...(zh ? { '@zh': zh } : {}) },
        ...(number ? { number } : {}),
        ...(summary ? { summary: { '@vi': summary } } : {}),
      }),
    )
  read = (await lastingCatalogue(log, searchWords)).read
})

const found = (q: string) =>
  read.finder
    .search({ q, collections: ['plans'], filter: { facets: {} }, now: '2026-06-01T00:00:00.000Z' })
    .ranked.map(({ id }) => read.byId(id)!.state.document)

describe.each(Object.entries({ everyday, odd, numbers, khmer, chinese }))('what citizens type, %s', (_, table) => {
  it.each(table)('%j finds %s', (typed, wanted, among = 1) => {
    const first = found(typed).slice(0, among)
    expect(first.some((document) => wanted.split(' ').includes(document))).toBe(true)
  })
})

describe('a search in Khmer and Chinese', () => {
  it('takes spellings that look the same for one', () => {
    for (const [one, other] of [
      ['ស្ត្រី', 'ស្រ្តី'],
      ['ស្ត្រី', 'ស្ដ្រី'],
      ['ខ្មែរ', 'ខែ្មរ'],
      ['ឆ្នាំ២០២៤', 'ឆ្នាំ 2024'],
      ['ច្បាប់\u200bដីធ្លី', 'ច្បាប់ដីធ្លី'],
      ['离婚手续', '離婚手續'],
      ['２０２４年', '2024年'],
    ] as const) {
      expect(found(one).length, one).toBeGreaterThan(0)
      expect(found(other)[0]).toBe(found(one)[0])
    }
  })

  it('finds a word within a longer run, wherever a dictionary cuts it', () => {
    for (const typed of ['ធានារ៉ាប់រង', 'ការធានារ៉ាប់រង', 'រ៉ាប់រងសុខភាព']) expect(found(typed)[0]).toBe('kmBaoHiem')
  })
})

describe('how many a search finds', () => {
  it('is counted beyond the thousand that can be read, within the filters', async () => {
    const log = memoryLog()
    for (let place = 0; place < 1_200; place += 1)
      log.append(
        { document: `d${place}` },
        plan({ title: `Kế hoạch hòa giải ${place}`, ...(place < 1_100 ? { issuedOn: '2024-05-08' } : {}) }),
      )
    const { read: many } = await catalogueOf(log)
    const ask = (q: string, filter: Partial<ListFilter> = {}) =>
      many.finder.search({
        q,
        collections: ['plans'],
        filter: { facets: {}, ...filter },
        now: '2026-06-01T00:00:00.000Z',
      })
    expect([ask('hoa giai').ranked.length, ask('hoa giai').total]).toEqual([1_000, 1_200])
    expect(ask('hoa giai', { to: '2024-12-31' }).total).toBe(1_100)
    expect([ask('hoa giai 77').ranked.length, ask('hoa giai 77').total]).toEqual([1, 1])
    expect(ask('xyz').total).toBe(0)
  })
})
