import { describe, expect, it } from 'vitest'
import { suggest } from './suggest.ts'

const known = {
  types: [
    { id: 'kh', code: 'KH', abbreviation: 'KH', family: 'administrative' },
    { id: 'cv', code: 'CV', abbreviation: null, family: 'administrative' },
    { id: 'nq', code: 'NQ', abbreviation: 'NQ', family: 'administrative' },
    { id: 'nq-qppl', code: 'NQ-QPPL', abbreviation: 'NQ', family: 'statutory' },
  ],
  bodies: [
    { id: 'old', name: 'Ủy ban nhân dân tỉnh Sóc Trăng', validTo: '2025-06-30' },
    { id: 'new', name: 'Ủy ban nhân dân thành phố Cần Thơ', validFrom: '2025-07-01' },
    { id: 'stp', name: 'Sở Tư pháp thành phố Cần Thơ' },
    { id: 'hlg1', name: 'Hội Luật gia thành phố' },
    { id: 'hlg2', name: 'Hội Luật gia huyện' },
  ],
}

describe('a number as it is printed', () => {
  it('fills number, symbol, type, and the issuer that was there on the day', () => {
    expect(suggest('84/KH-UBND', known, '2024-05-08')).toMatchObject({
      number: 84,
      numberSuffix: null,
      symbol: 'KH-UBND',
      printsYear: false,
      docType: 'kh',
      issuer: { id: 'old' },
    })
    expect(suggest('Số: 05a/kh – ubnd', known, '2026-01-01')).toMatchObject({
      number: 5,
      numberSuffix: 'a',
      symbol: 'KH-UBND',
      issuer: { id: 'new' },
    })
  })

  it('tells the statutory from the administrative by its year, and a letter by having no code', () => {
    expect(suggest('12/2023/NQ-HĐND', known, '2023-01-01')).toMatchObject({ printsYear: true, docType: 'nq-qppl' })
    expect(suggest('45/NQ-HĐND', known, '2023-01-01')).toMatchObject({ printsYear: false, docType: 'nq' })
    expect(suggest('512/STP-PBGDPL', known, '2023-01-01')).toMatchObject({ docType: 'cv', issuer: { id: 'stp' } })
  })

  it('suggests no issuer where several fit or none does', () => {
    expect(suggest('3/KH-HLG', known, '2024-01-01')).toMatchObject({ issuer: undefined })
    expect(suggest('3/KH-BTP', known, '2024-01-01')).toMatchObject({ issuer: undefined })
  })

  it('says nothing about what is no number', () => {
    for (const typed of ['', '84', 'KH-UBND', 'kế hoạch năm 2024'])
      expect(suggest(typed, known, '2024-01-01')).toBeUndefined()
  })
})
