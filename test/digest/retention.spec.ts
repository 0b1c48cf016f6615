import { describe, expect, it } from 'vitest'
import { retainOnce } from '../../plugins/digest/index.ts'
import { enrol } from './support/enrol.ts'
import { at, eachOnItsOwn, insteadWith, mailbox, portal } from './support/standing.ts'

const RULE = { name: 'deliveries', since: '2026-12-01', months: 13, basis: 'corrections' } as const

eachOnItsOwn({ retention: [RULE] })

const digests = () => portal.rows<{ run: string }>('deliveries', { kind: { equals: 'digest' } })
const retained = (dryRun = false) => retainOnce({ payload: portal.payload, clock: portal.clock, dryRun })

/** Two people get a mail on 24 November 2026 and one on 24 December 2027. */
const twoYears = async () => {
  await enrol(portal, ['an', 'binh'])
  await portal.publish({ document: 'a' })
  await at('2026-11-24T00:30:00.000Z')
  portal.clock.set('2027-12-23T03:00:00.000Z')
  await portal.publish({ document: 'b' })
  await at('2027-12-24T00:30:00.000Z')
}

describe('the job of retention', () => {
  it('lets mails of more than 13 months ago become counters, and leaves the rest', async () => {
    await twoYears()
    expect(mailbox.mails).toHaveLength(4)
    expect(await retained(true)).toMatchObject({ rows: 0, before: '2026-11-24T00:30:00.000Z' })
    portal.clock.set('2027-12-24T00:31:00.000Z')
    expect(await retained(true)).toMatchObject({ rows: 2, before: '2026-11-24T00:31:00.000Z' })
    expect(await digests()).toHaveLength(4)
    expect(await retained()).toMatchObject({ rows: 2, rule: RULE })
    expect((await digests()).map(({ run }) => run)).toEqual(['daily:2027-12-23', 'daily:2027-12-23'])
    expect(await portal.rows('digest-runs', { key: { equals: 'daily:2026-11-23' } })).toMatchObject([
      { state: 'complete', rows: 2, accepted: 2, rejected: 0, unknown: 0, skipped: 0 },
    ])
    expect(await retained()).toMatchObject({ rows: 0 })
  })

  it('does not touch a mail that still waits, however old', async () => {
    await twoYears()
    const [first] = await digests()
    const where = { run: { equals: first!.run } }
    await portal.payload.db.updateMany({ collection: 'deliveries', where, data: { state: 'pending', settledAt: '' } })
    portal.clock.set('2030-01-01T00:00:00.000Z')
    expect(await retained()).toMatchObject({ rows: 2 })
    expect((await digests()).map(({ run }) => run)).toEqual([first!.run, first!.run])
  })

  it('does nothing before the first rule is in force, and nothing without one', async () => {
    portal.clock.set('2026-11-30T12:00:00.000Z')
    expect(await retained()).toBeUndefined()
    portal.clock.set('2026-12-01T12:00:00.000Z')
    expect(await retained()).toMatchObject({ rows: 0 })
    await insteadWith({ retention: [] })
    portal.clock.set('2099-01-01T00:00:00.000Z')
    expect(await retained()).toBeUndefined()
  })
})
