import { describe, expect, it } from 'vitest'
import { searchWords } from '../../src/seed/searchWords/index.ts'
import { lastingCatalogue } from './support/catalogue.ts'
import { fromCommunes } from './support/communeTitles.ts'
import { memoryLog, plan } from './support/log.ts'
import { directives, inKhmerAndChinese, news } from './support/provinceTitles.ts'

const languageOf = (title: string) =>
  /[\u1780-\u17ff]/.test(title) ? '@km' : /\p{Script=Han}/u.test(title) ? '@zh' : '@vi'

/** A search over these titles, one document each. Returns titles, best match first. */
const among = async (titles: readonly (readonly [title: string, number?: string, typed?: string])[]) => {
  const log = memoryLog()
  for (const [title, number] of titles)
    log.append(
      { document: title },
      plan({ title: { '@vi': 'Bài dịch', [languageOf(title)]: title }, ...(number ? { number } : {}) }),
    )
  const { read } = await lastingCatalogue(log, searchWords)
  return (q: string) =>
    read.finder
      .search({ q, collections: ['plans'], filter: { facets: {} }, now: '2026-06-01T00:00:00.000Z' })
      .ranked.map(({ id }) => read.byId(id)!.state.document)
}

const fromProvinces = [...directives, ...news, ...inKhmerAndChinese]
const inProvinces = await among(fromProvinces)
const inCommunes = await among(fromCommunes)

describe('a search over titles of many provinces', () => {
  it.each(fromProvinces)('finds %s', (title, _, typed) => {
    for (const q of typed.split('; ')) expect([q, inProvinces(q)[0]]).toEqual([q, title])
  })

  it.each(fromCommunes)('finds %s', (title, _, typed) => {
    for (const q of typed.split('; ')) expect([q, inCommunes(q)[0]]).toEqual([q, title])
  })

  it('understands abbreviations that no glossary has, by the words of titles', () => {
    for (const [typed, title] of [
      ['qhct', 'Quyết định phê duyệt quy hoạch chi tiết tỷ lệ 1/500 khu dân cư phía Nam thị trấn Sa Pa'],
      ['HTHVBQPPL', 'Kế hoạch kiểm tra, rà soát, hệ thống hóa văn bản quy phạm pháp luật'],
      ['nvqs', 'Thông báo lịch khám sức khỏe nghĩa vụ quân sự'],
    ] as const)
      expect([typed, inProvinces(typed)[0]]).toEqual([typed, title])
  })

  it('finds nothing for letters that begin no words in a row', () => {
    for (const typed of ['xqzk', 'bcdfgh', 'zzz']) expect(inProvinces(typed)).toEqual([])
  })
})
