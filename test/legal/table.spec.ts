import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  LEGAL_STATUSES,
  type LegalAct,
  type LegalFacts,
  legalStatusOn,
} from '../../plugins/delivery/derived/legalStatus.ts'
import { ACTS, EFFECTS, facts, OTHER, OWN_DAYS, STATUS_WORDS, TODAY } from './support/situations.ts'

const page = readFileSync(path.resolve('docs/legal-status.md'), 'utf8')

/** The table under a heading: its columns, and its rows by their first cell. */
const tableUnder = (heading: string): { columns: string[]; rows: Map<string, string[]> } => {
  const section = page.split(/^#{2,3} /m).find((part) => part.startsWith(`${heading}\n`))
  const lines = section?.split('\n').filter((line) => line.startsWith('|')) ?? []
  const [head = [], , ...body] = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  return { columns: head.slice(1), rows: new Map(body.map(([name, ...cells]) => [name!, cells])) }
}

describe('the table of legal status', () => {
  const own = Object.entries(OWN_DAYS)

  for (const [heading, act] of Object.entries(ACTS))
    describe(heading, () => {
      const table = tableUnder(heading)
      it('has every situation in rows and columns', () => {
        expect([...table.rows.keys()]).toEqual(Object.keys(OTHER))
        expect(table.columns).toEqual(own.map(([name]) => name))
      })
      it.each(Object.entries(OTHER))('%s', (name, by) => {
        const cells = own.map(([, days]) => legalStatusOn(facts(days, ...(by ? [{ ...act, by }] : [])), TODAY))
        expect(cells).toEqual(table.rows.get(name)?.map((word) => STATUS_WORDS[word]))
      })
    })

  it.each(Object.entries(EFFECTS))('by type: %s', (name, effect) => {
    const cells = own.map(([, days]) => legalStatusOn(facts({ effect, ...days }), TODAY))
    const { rows } = tableUnder('Loại văn bản, khi không có văn bản nào tác động')
    expect(cells).toEqual(rows.get(name)?.map((word) => STATUS_WORDS[word]))
  })

  const inForce = facts({ from: '2026-02-01' })
  const part: LegalAct = { does: 'ends', part: true, by: inForce }
  const whole: LegalAct = { does: 'ends', part: false, by: inForce }
  const stop: LegalAct = { does: 'suspends', part: false, by: inForce }
  it.each<[string, LegalAct[]]>([
    ['sửa đổi một phần và ngưng toàn bộ', [part, stop]],
    ['sửa đổi một phần và ngưng một phần', [part, { ...stop, part: true }]],
    ['thay thế toàn bộ và ngưng toàn bộ', [whole, stop]],
    ['thay thế toàn bộ và sửa đổi một phần', [part, whole]],
    ['thay thế toàn bộ chưa đến ngày và sửa đổi một phần', [part, { ...whole, by: facts({ from: '2027-01-01' }) }]],
    ['hai lần sửa đổi một phần', [part, part]],
  ])('together: %s', (name, acts) => {
    const { rows } = tableUnder('Nhiều văn bản cùng tác động đến một văn bản đã có hiệu lực')
    expect(legalStatusOn(facts({ from: '2020-03-01' }, ...acts), TODAY)).toBe(STATUS_WORDS[rows.get(name)![0]!])
  })

  it('gives way to what an editor sets', () => {
    for (const override of LEGAL_STATUSES)
      for (const days of Object.values(OWN_DAYS))
        expect(legalStatusOn(facts({ ...days, override }, whole), TODAY)).toBe(override)
  })
})

describe('legal status', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, '0')}`)
  const days = fc.record({ from: fc.option(day, { nil: undefined }), to: fc.option(day, { nil: undefined }) })
  const given = days.map(({ from, to }) => ({
    ...(from === undefined ? {} : { from }),
    ...(to === undefined || (from !== undefined && to < from) ? {} : { to }),
  }))
  /** Documents, each acted on by later ones only. */
  const documents = fc.array(
    fc.record({ given, acts: fc.array(fc.record({ does: fc.constantFrom('ends', 'suspends'), part: fc.boolean() })) }),
    { minLength: 2, maxLength: 5 },
  )
  const build = (rows: { given: object; acts: { does: string; part: boolean }[] }[]): LegalFacts[] => {
    const built: LegalFacts[] = []
    for (const row of rows.toReversed()) {
      const later = built.toReversed()
      built.push(
        facts(row.given, ...row.acts.slice(0, later.length).map((act, at) => ({ ...act, by: later[at]! }) as LegalAct)),
      )
    }
    return built.toReversed()
  }

  it('never leaves a void: a document in force does not end on a day on which no replacement takes effect', () => {
    fc.assert(
      fc.property(documents, day, (rows, today) => {
        const [first] = build(rows)
        if (legalStatusOn(first!, today) !== 'expired') return
        const passed = first!.to !== undefined && first!.to < today
        const began = first!.acts().some(({ does, part, by }) => does === 'ends' && !part && (by.from ?? '~') <= today)
        expect(passed || began).toBe(true)
      }),
    )
  })

  it('never comes back to life', () => {
    fc.assert(
      fc.property(documents, day, day, (rows, one, other) => {
        const [first] = build(rows)
        const [sooner, later] = [one, other].sort()
        if (legalStatusOn(first!, sooner!) === 'expired') expect(legalStatusOn(first!, later!)).toBe('expired')
      }),
    )
  })

  it('ends for documents that act on each other in a circle', () => {
    const circle: LegalFacts = { effect: 'always', from: '2026-01-01', acts: () => [{ does: 'ends', part: false, by }] }
    const by: LegalFacts = {
      effect: 'always',
      from: '2026-01-02',
      acts: () => [{ does: 'suspends', part: false, by: circle }],
    }
    expect(LEGAL_STATUSES).toContain(legalStatusOn(circle, TODAY))
  })
})
