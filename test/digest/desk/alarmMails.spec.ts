import { describe, expect, it } from 'vitest'
import { alarmNotice } from '../../../plugins/digest/index.ts'
import { settingsOf } from '../../../plugins/digest/options.ts'
import { tellAlarms } from '../../../plugins/digest/useCases/tellAlarms.ts'
import { enrol } from '../support/enrol.ts'
import { at, eachOnItsOwn, mailbox, portal } from '../support/standing.ts'

const OFFICERS = [
  { id: '1', email: 'officer@so.example.vn', language: 'vi' },
  { id: '2', email: 'admin@so.example.vn', language: 'en' },
]

eachOnItsOwn({ officers: async () => OFFICERS, notices: alarmNotice })

const look = () =>
  tellAlarms({ payload: portal.payload, clock: portal.clock, settings: settingsOf(portal.payload.config) })
const toOfficers = async () => (await mailbox.parsed()).filter(({ to }) => JSON.stringify(to).includes('so.example.vn'))

/** A relay that refuses us because of our reputation. */
const refusedMorning = async () => {
  await enrol(portal, ['an', 'binh'])
  await portal.publish({ document: 'a' })
  mailbox.refuse.recipient = '554 5.7.1 blocked by policy'
  await at('2026-11-24T00:30:00.000Z')
  mailbox.refuse.recipient = undefined
}

describe('an alarm of the digests', () => {
  it('is told to every officer once a day, in their language, with what to do', async () => {
    await refusedMorning()
    await look()
    portal.clock.set('2026-11-24T00:36:00.000Z')
    await look()
    await at('2026-11-24T00:37:00.000Z')
    const mails = await toOfficers()
    expect(mails).toHaveLength(2)
    const of = (address: string) => mails.find(({ to }) => JSON.stringify(to).includes(address))!
    expect(of('officer').subject).toBe('Bản tin thư: có việc cần xử lý')
    expect(of('officer').text).toContain('5.7.1')
    expect(of('officer').text).toContain('DKIM')
    expect(of('officer').text).toContain('/admin/mail-desk')
    expect(of('admin').text).toContain('Ask the administrator to look at DKIM')
    expect(JSON.stringify(mails)).not.toContain('an@example.vn')
    portal.clock.set('2026-11-25T00:20:00.000Z')
    await look()
    await at('2026-11-25T00:21:00.000Z')
    expect((await toOfficers()).length).toBeLessThanOrEqual(4)
  })

  it('that is over when its mail could leave is told to nobody', async () => {
    await enrol(portal, ['an'])
    await portal.publish({ document: 'a' })
    await portal.payload.db.create({
      collection: 'digest-steps',
      data: { name: 'forget', endedAt: '2026-11-24T00:30:00.000Z', okAt: '', ms: 1, failures: 9, error: 'disk full' },
    })
    portal.clock.set('2026-11-24T00:30:00.000Z')
    await look()
    await portal.payload.db.updateOne({
      collection: 'digest-steps',
      where: { name: { equals: 'forget' } },
      data: { failures: 0, error: '' },
    })
    await at('2026-11-24T00:31:00.000Z')
    expect(JSON.stringify(await toOfficers())).not.toContain('disk full')
    const of = { key: { greater_than: 'digest-alarm:STEP_FAILING:', less_than: 'digest-alarm:STEP_FAILING;' } }
    expect(await portal.rows('deliveries', of)).toMatchObject([
      { state: 'skipped', reason: 'nothing-left' },
      { state: 'skipped', reason: 'nothing-left' },
    ])
  })

  it('is no alarm while everything goes well', async () => {
    await enrol(portal, ['an'])
    await portal.publish({ document: 'a' })
    await at('2026-11-24T00:30:00.000Z')
    await look()
    expect(await portal.rows('deliveries', { kind: { equals: 'notice' } })).toEqual([])
  })
})
