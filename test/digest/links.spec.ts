import { describe, expect, it } from 'vitest'
import { rotateLinks, tick } from '../../plugins/digest/index.ts'
import { mintToken } from '../../plugins/digest/store/mintToken.ts'
import { at, eachOnItsOwn, mailbox, portal } from './support/standing.ts'
import { digestTo, linkIn } from './support/subscriber.ts'

eachOnItsOwn()

const ADDRESS = 'an@example.vn'
const linksIn = (text: string) => ({
  leave: linkIn(text, '/u/'),
  manage: linkIn(text, '/subscriptions/manage/'),
  view: linkIn(text, '/m/'),
})
const status = async (link: string) => (await portal.ask('GET', link)).status
const tokens = () => portal.rows<{ purpose: string }>('digest-tokens')

describe('links in a digest', () => {
  it('are derived: nothing is stored for them, however many mails there are', async () => {
    await digestTo(portal, mailbox, ADDRESS)
    const before = await tokens()
    expect(before.map(({ purpose }) => purpose)).toEqual(['confirm'])
    for (const [document, instant] of [
      ['b', '2026-11-25T00:30:00.000Z'],
      ['c', '2026-11-26T00:30:00.000Z'],
    ] as const) {
      await portal.publish({ document })
      await at(instant)
    }
    expect(mailbox.mails).toHaveLength(3)
    expect((await tokens()).length).toBeLessThanOrEqual(before.length)
  })

  it('work under the key they were made with, after it was rotated twice', async () => {
    const first = linksIn((await digestTo(portal, mailbox, ADDRESS)).text!)
    expect(await rotateLinks(portal)).toBe(2)
    expect(await rotateLinks(portal)).toBe(3)
    await portal.publish({ document: 'b' })
    await at('2026-11-25T00:30:00.000Z')
    const second = linksIn((await mailbox.parsed()).at(-1)!.text!)
    expect(second.leave).not.toBe(first.leave)
    for (const link of [...Object.values(first), ...Object.values(second)]) expect(await status(link)).toBe(200)
    const keys = await portal.rows<{ generation: number; sealed: string }>('digest-keys')
    expect(keys.map(({ generation }) => generation).sort()).toEqual([1, 2, 3])
  })

  it('work for one purpose alone, and not when a digit is changed, missing or added', async () => {
    const { leave, manage, view } = linksIn((await digestTo(portal, mailbox, ADDRESS)).text!)
    const secret = (link: string) => link.split('/').at(-1)!
    expect(await status(`/u/${secret(manage)}`)).toBe(404)
    expect(await status(`/subscriptions/manage/${secret(leave)}`)).toBe(410)
    expect(await status(`/m/${secret(leave)}`)).toBe(410)
    expect(await status(`/u/${secret(view)}`)).toBe(404)
    const other = leave.endsWith('0') ? '1' : '0'
    for (const forged of [
      leave.slice(0, -1),
      `${leave.slice(0, -1)}${other}`,
      `${leave}0`,
      `${leave}00`,
      '/u/%',
      '/u/%00',
    ])
      expect(await status(forged)).toBe(404)
    expect(await status(leave.toUpperCase().replace('/U/', '/u/'))).toBe(200)
  })

  it('that an earlier version stored still let somebody leave', async () => {
    await digestTo(portal, mailbox, ADDRESS)
    const [subscriber] = await portal.rows<{ ref: string }>('subscribers')
    const { payload } = portal
    const stored = { payload, at: '2026-11-24T00:30:00.000Z', subscriber: subscriber!.ref, expiresAt: '' }
    const token = await mintToken({ ...stored, purpose: 'unsubscribe' })
    expect((await portal.ask('POST', `/u/${token}`, { body: 'List-Unsubscribe=One-Click' })).status).toBe(200)
    expect(await portal.rows('subscribers')).toMatchObject([{ state: 'left' }])
  })

  it('that were made under a key nobody can open any more are answered like unknown ones, and new ones work', async () => {
    const { leave } = linksIn((await digestTo(portal, mailbox, ADDRESS)).text!)
    await portal.payload.db.updateOne({
      collection: 'digest-keys',
      where: { generation: { equals: 1 } },
      data: { sealed: 'AAAA' },
    })
    expect(await status(leave)).toBe(404)
    await portal.publish({ document: 'b' })
    portal.clock.set('2026-11-25T00:30:00.000Z')
    await tick(portal)
    expect(await status(linkIn((await mailbox.parsed()).at(-1)!.text!, '/u/'))).toBe(200)
  })
})
