import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { delegationNoticesOf, powerNoticesOf, powerStanding } from './powerNotices.ts'

const HEADS = ['dung', 'em']
const DAY = '2026-11-24T03:00:00.000Z'
const account = (seq: number, restsUntil: string, by = 'quan') => ({
  seq,
  type: 'account',
  by: { id: by },
  data: JSON.stringify({ account: {}, restsUntil }),
})
const confirmed = (seq: number) => ({ seq, type: 'confirmed', by: { id: 'em' }, data: '{}' })
const told = (log: Parameters<typeof powerNoticesOf>[0], seq: number) =>
  powerNoticesOf(log, new Set([seq]), HEADS).map(({ to }) => to)

describe('a change of an account', () => {
  it('by which its power begins to rest is told to every head but who made it', () => {
    expect(told([account(1, ''), account(2, DAY)], 2)).toEqual(HEADS)
    expect(told([account(1, DAY)], 1)).toEqual(HEADS)
    expect(told([account(1, ''), account(2, DAY, 'dung')], 2)).toEqual(['em'])
    expect(told([account(1, DAY), confirmed(2), account(3, '2026-11-26T03:00:00.000Z')], 3)).toEqual(HEADS)
  })

  it('by which no power begins to rest is told to nobody', () => {
    expect(told([account(1, '')], 1)).toEqual([])
    // People changed their own account while it rested, which lifts nothing and adds nothing.
    expect(told([account(1, DAY), account(2, DAY, 'an')], 2)).toEqual([])
    expect(told([account(1, DAY), confirmed(2)], 2)).toEqual([])
  })

  it('rests until its time or until a head confirmed it', () => {
    const log = [account(1, DAY)]
    expect(powerStanding(log, 1, '2026-11-23T03:00:00.000Z')).toBe('rests')
    expect(powerStanding(log, 1, DAY)).toBe('holds')
    expect(powerStanding([...log, confirmed(2)], 1, '2026-11-23T03:00:00.000Z')).toBe('confirmed')
  })

  it('is told to each head at most once, and never to who made it, whatever the log holds', () => {
    const entries = fc.array(
      fc.tuple(
        fc.constantFrom('', DAY, '2026-11-25T03:00:00.000Z'),
        fc.constantFrom('quan', 'dung', 'em'),
        fc.boolean(),
      ),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(entries, (some) => {
        const log = some.map(([rests, by, confirms], index) =>
          confirms ? confirmed(index + 1) : account(index + 1, rests, by),
        )
        const all = powerNoticesOf(log, new Set(log.map(({ seq }) => seq)), HEADS)
        expect(new Set(all.map(({ to, event }) => `${event} ${to}`)).size).toBe(all.length)
        for (const { to, event } of all) expect(log.find(({ seq }) => seq === event)!.by.id).not.toBe(to)
      }),
    )
  })
})

describe('a delegation', () => {
  const MADE = {
    seq: 1,
    type: 'delegated',
    by: { id: 'dung' },
    data: JSON.stringify({ from: 'dung', to: 'em', validTo: DAY }),
  }
  const ended = (by: string) => ({ seq: 2, type: 'delegationEnded', by: { id: by }, data: '{}' })
  const BEFORE = '2026-11-23T03:00:00.000Z'
  const concerned = (log: (typeof MADE)[], seqs: number[], now = BEFORE) =>
    delegationNoticesOf(log, new Set(seqs), now).map(({ kind, to, event }) => `${event} ${kind}: ${to}`)

  it('is told to whoever receives it, while it is not over', () => {
    expect(concerned([MADE], [1])).toEqual(['1 delegated: em'])
    expect(concerned([MADE], [1], DAY)).toEqual([])
    expect(concerned([MADE], [2])).toEqual([])
  })

  it('that was ended early is told to the other of the two, and not announced any more', () => {
    expect(concerned([MADE, ended('dung')], [1, 2])).toEqual(['2 delegationEnded: em'])
    expect(concerned([MADE, ended('em')], [1, 2])).toEqual(['2 delegationEnded: dung'])
    expect(concerned([MADE, ended('system')], [2], DAY)).toEqual(['2 delegationEnded: em', '2 delegationEnded: dung'])
  })

  it('of which the log does not tell who made it is told to nobody', () => {
    expect(concerned([ended('dung')], [2])).toEqual([])
  })
})
