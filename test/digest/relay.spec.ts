import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tick } from '../../plugins/digest/index.ts'
import { type Break, type BrittleRelay, startBrittleRelay } from './support/brittleRelay.ts'
import { type Mailbox, startMailbox } from './support/mailbox.ts'
import { type Portal, startPortal } from './support/portal.ts'
import { join } from './support/subscriber.ts'

interface Delivery {
  key: string
  state: string
  reason: string
  reply: string
  carry: boolean
  mime: string
  mimeSha256: string
  attempts: number
}

const NEXT_MORNING = '2026-11-24T00:30:00.000Z'
const A_DAY_LATER = '2026-11-25T00:30:00.000Z'

let mailbox: Mailbox
let relay: BrittleRelay
let portal: Portal
beforeEach(async () => {
  mailbox = await startMailbox()
  relay = await startBrittleRelay('never')
  portal = await startPortal({ smtpUrl: mailbox.url, connections: 1 })
  await join(portal, mailbox, 'an@example.vn')
  await portal.publish({ document: 'a' })
})
afterEach(async () => {
  await portal.stop()
  await relay.close()
  await mailbox.close()
})

/** Sends mails through the relay at this address from here on. */
const through = (url: string) => {
  const settings = portal.payload.config.custom!.digest as { smtpUrl: string }
  settings.smtpUrl = url
}
const at = async (instant: string) => {
  portal.clock.set(instant)
  return tick(portal)
}
const delivery = async (): Promise<Delivery> => {
  const rows = await portal.rows<Delivery>('deliveries', { kind: { equals: 'digest' } })
  return rows.at(-1)!
}

describe('a relay that breaks before it asks for the body', () => {
  it.each<Break>(['after MAIL', 'after RCPT', 'instead of 354'])(
    '%s: the mail waits and goes out later',
    async (breakAt) => {
      relay.breakAt = breakAt
      through(relay.url)
      await at(NEXT_MORNING)
      expect(await delivery()).toMatchObject({ state: 'pending', carry: false })
      expect(relay.seen.mails).toEqual([])
      const { mimeSha256 } = await delivery()
      relay.breakAt = 'never'
      await at('2026-11-24T00:40:00.000Z')
      expect(await delivery()).toMatchObject({ state: 'accepted', mime: '', mimeSha256 })
      expect(relay.seen.mails).toHaveLength(1)
    },
  )

  it.each<Break>(['at once', 'after greeting'])('%s: no row is touched', async (breakAt) => {
    relay.breakAt = breakAt
    through(relay.url)
    expect((await at(NEXT_MORNING)).relay).toBe('down')
    expect(await delivery()).toMatchObject({ state: 'pending', attempts: 0 })
  })

  it('is tried once a tick while it is down for hours, and every mail still goes out', async () => {
    relay.breakAt = 'at once'
    through(relay.url)
    for (let minute = 0; minute < 30; minute += 1)
      await at(new Date(Date.parse(NEXT_MORNING) + minute * 12 * 60_000).toISOString())
    expect(relay.seen.connections).toBe(30)
    relay.breakAt = 'never'
    await at('2026-11-24T06:31:00.000Z')
    expect(relay.seen.mails).toHaveLength(1)
    expect(await delivery()).toMatchObject({ state: 'accepted', attempts: 1 })
  })

  it('and stays down: the entries go into the next digest, once', async () => {
    relay.breakAt = 'at once'
    through(relay.url)
    await at(NEXT_MORNING)
    await portal.publish({ document: 'b', at: '2026-11-24T05:00:00.000Z' })
    relay.breakAt = 'never'
    await at(A_DAY_LATER)
    const rows = await portal.rows<Delivery>('deliveries', { kind: { equals: 'digest' } })
    expect(rows).toMatchObject([
      { state: 'skipped', reason: 'expired', carry: false },
      { state: 'accepted', carry: false },
    ])
    expect(relay.seen.mails).toHaveLength(1)
    const text = relay.seen.mails[0]!
    expect(text.match(/Subject:.*/)).not.toBeNull()
    expect(JSON.parse((rows[1] as unknown as { items: string }).items)).toMatchObject([
      { document: 'notices:a' },
      { document: 'notices:b' },
    ])
  })
})

describe('a relay that breaks after it asked for the body', () => {
  it.each<Break>(['after 354', 'in the body', 'after the final dot', 'within the answer'])(
    '%s: nobody knows, so it is never sent again, and its entries go into the next digest',
    async (breakAt) => {
      relay.breakAt = breakAt
      through(relay.url)
      await at(NEXT_MORNING)
      expect(await delivery()).toMatchObject({ state: 'unknown', carry: true, mime: '' })
      const taken = relay.seen.mails.length
      relay.breakAt = 'never'
      for (const instant of ['2026-11-24T00:31:00.000Z', '2026-11-24T02:00:00.000Z', '2026-11-24T20:00:00.000Z'])
        await at(instant)
      expect(relay.seen.mails).toHaveLength(taken)
      expect(relay.seen.DATA).toBe(1)
      await at(A_DAY_LATER)
      expect(relay.seen.mails).toHaveLength(taken + 1)
      expect(await delivery()).toMatchObject({ state: 'accepted', key: expect.stringContaining('daily:2026-11-24') })
      await at('2026-11-26T00:30:00.000Z')
      expect(relay.seen.mails).toHaveLength(taken + 1)
    },
  )

  it('and stays silent: the time-out leaves it unknown', async () => {
    relay.breakAt = 'silent after the final dot'
    through(`${relay.url}?socketTimeout=300`)
    await at(NEXT_MORNING)
    expect(await delivery()).toMatchObject({ state: 'unknown', carry: true })
  })
})

describe('a relay that answers no', () => {
  const answered = async (answers: BrittleRelay['answers']) => {
    Object.assign(relay.answers, answers)
    through(relay.url)
    await at(NEXT_MORNING)
    const { state, reply, carry } = await delivery()
    const suppressed = (await portal.rows('suppressions')).length
    return [state, reply, carry && 'carry', suppressed && 'suppressed'].filter(Boolean).join(' | ')
  }

  it('to an address that does not exist is never asked again', async () => {
    expect(await answered({ RCPT: '550 5.1.1 <an@example.vn> unknown' })).toBe(
      'rejected | 550 5.1.1 <…> unknown | suppressed',
    )
    await portal.publish({ document: 'b', at: '2026-11-24T05:00:00.000Z' })
    await at(A_DAY_LATER)
    expect(await delivery()).toMatchObject({ state: 'skipped', reason: 'suppressed' })
    expect(relay.seen.mails).toEqual([])
    expect(JSON.stringify(await portal.rows('suppressions'))).not.toContain('example.vn')
  })

  it('because of who we are does not harm the reader', async () => {
    expect(await answered({ RCPT: '550 5.7.1 blocked' })).toBe('rejected | 550 5.7.1 blocked | carry')
  })

  it('for now gets the same bytes again later', async () => {
    expect(await answered({ dot: '451 4.7.0 busy' })).toBe('deferred | 451 4.7.0 busy')
    const { mimeSha256 } = await delivery()
    relay.answers = {}
    await at('2026-11-24T00:40:00.000Z')
    expect(await delivery()).toMatchObject({ state: 'accepted', mimeSha256, attempts: 2 })
    expect(relay.seen.mails).toHaveLength(2)
    expect(relay.seen.mails[0]).toBe(relay.seen.mails[1])
  })

  it('for good is not asked again', async () => {
    expect(await answered({ dot: '554 5.6.0 no' })).toBe('rejected | 554 5.6.0 no')
    relay.answers = {}
    await at('2026-11-24T03:00:00.000Z')
    expect(relay.seen.mails).toHaveLength(1)
  })

  it('to one mail takes the next through the same connection', async () => {
    through(mailbox.url)
    portal.clock.set('2026-11-23T04:00:00.000Z')
    await join(portal, mailbox, 'binh@example.vn')
    await portal.publish({ document: 'b' })
    relay.answers.RCPT = '450 4.2.0 later'
    through(relay.url)
    const before = relay.seen.connections
    await at(NEXT_MORNING)
    expect(relay.seen.connections).toBe(before + 1)
    const rows = await portal.rows<Delivery>('deliveries', { kind: { equals: 'digest' } })
    expect(rows.map((row) => [row.state, row.attempts])).toEqual([
      ['pending', 1],
      ['pending', 1],
    ])
  })
})

describe('a worker that stops for longer than its lease', () => {
  it('before the body was asked for: another sends the mail, and the sleeper sends nothing', async () => {
    through(relay.url)
    portal.clock.set(NEXT_MORNING)
    await tick({
      ...portal,
      onStep: async (step) => {
        if (step !== 'mail stored') return
        portal.clock.set('2026-11-24T00:41:00.000Z')
        await tick(portal)
      },
    })
    expect(relay.seen.mails).toHaveLength(1)
    expect(await delivery()).toMatchObject({ state: 'accepted' })
  })

  it('after the body was asked for: the row is unknown, and a late yes still counts', async () => {
    through(relay.url)
    portal.clock.set(NEXT_MORNING)
    const seen: string[] = []
    await tick({
      ...portal,
      onStep: async (step) => {
        if (step !== 'mail handed over') return
        portal.clock.set('2026-11-24T00:41:00.000Z')
        await tick(portal)
        seen.push((await delivery()).state)
      },
    })
    expect(seen).toEqual(['unknown'])
    expect(relay.seen.mails).toHaveLength(1)
    expect(await delivery()).toMatchObject({ state: 'accepted', carry: false })
  })
})
