import { describe, expect, it } from 'vitest'
import { enrol } from './support/enrol.ts'
import { at, eachOnItsOwn, mailbox, portal } from './support/standing.ts'

eachOnItsOwn()

const told = async () =>
  (await mailbox.parsed()).flatMap(({ text = '' }) => [...text.matchAll(/Thông báo (\w+)/g)].map(([, name]) => name!))

describe('a clock that is wrong for a while', () => {
  it('set back by an hour, or by a day, sends nobody two', async () => {
    await enrol(portal, ['an'])
    await portal.publish({ document: 'a' })
    await at('2026-11-24T00:30:00.000Z')
    await at('2026-11-23T23:30:00.000Z')
    await at('2026-11-23T00:30:00.000Z')
    await at('2026-11-24T00:31:00.000Z')
    expect(mailbox.mails).toHaveLength(1)
  })

  it('three days ahead for a minute loses nothing that is published afterwards, and sends nothing twice', async () => {
    await enrol(portal, ['an'])
    await portal.publish({ document: 'a' })
    await at('2026-11-27T00:30:00.000Z')
    for (const [document, day] of [
      ['b', '24'],
      ['c', '25'],
    ] as const) {
      await portal.publish({ document, at: `2026-11-${day}T03:00:00.000Z` })
      await at(`2026-11-${day}T03:00:10.000Z`)
    }
    for (const day of ['26', '27', '28', '29']) await at(`2026-11-${day}T00:30:00.000Z`)
    // Each title stands in one mail alone.
    const mails = (await mailbox.parsed()).map(({ text = '' }) =>
      ['a', 'b', 'c'].filter((name) => text.includes(`Thông báo ${name}`)),
    )
    expect(mails.flat().sort()).toEqual(['a', 'b', 'c'])
  })
})

describe('the turn of the year', () => {
  it('belongs to week 53, whose digest leaves on the first Monday of January', async () => {
    portal.clock.set('2026-12-28T03:00:00.000Z')
    await enrol(portal, ['an'], 'weekly')
    await at('2026-12-28T03:01:00.000Z')
    await portal.publish({ document: 'old', at: '2026-12-31T16:59:59.999Z' })
    await portal.publish({ document: 'new', at: '2027-01-01T00:00:00.000Z' })
    await portal.publish({ document: 'last', at: '2027-01-03T16:59:59.999Z' })
    await portal.publish({ document: 'next', at: '2027-01-03T17:00:00.000Z' })
    await at('2027-01-04T00:29:59.000Z')
    expect(mailbox.mails).toEqual([])
    await at('2027-01-04T00:30:00.000Z')
    expect([...new Set(await told())].sort()).toEqual(['last', 'new', 'old'])
    expect(await portal.rows('digest-runs', { key: { equals: 'weekly:2026-W53' } })).toMatchObject([
      { state: 'complete', accepted: 1 },
    ])
    mailbox.mails.length = 0
    await at('2027-01-11T00:30:00.000Z')
    expect([...new Set(await told())]).toEqual(['next'])
  })
})
