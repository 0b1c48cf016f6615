import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sendAwaited } from '../../plugins/digest/index.ts'
import { record } from '../../plugins/publications/index.ts'
import { deliverWebhooks, webhookMeasures } from '../../plugins/webhooks/index.ts'
import { type Mailbox, startMailbox } from '../digest/support/mailbox.ts'
import { diesBefore } from '../support/diesBefore.ts'
import { startPortal as startWholePortal, type Portal as WholePortal } from '../support/portal.ts'
import { ADMINISTRATORS, type Portal, startPortal, type Webhook } from './support/portal.ts'
import { type Receiver, startReceiver } from './support/receiver.ts'

const HOUR = 60
let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
  receiver.answers = 500
})
afterEach(() => receiver.stop())

describe('a webhook that fails', () => {
  let portal: Portal
  let webhook: Webhook
  beforeEach(async () => {
    portal = await startPortal({ hosts: [receiver.host] })
    webhook = await portal.add({ url: receiver.url, collections: ['notices', 'topics'] })
    await portal.publish({}, {})
  })
  afterEach(() => portal.stop())

  const failFor = async (hours: number) => {
    for (let passed = 0; passed < hours; passed += 6) {
      await portal.round()
      portal.pass(6 * HOUR)
    }
  }
  const row = async () => (await portal.rest('GET', `/webhooks/${webhook.id}`, { token: portal.token })).body

  it('for five days is switched off, and every administrator is told once', async () => {
    await failFor(5 * 24)
    expect([await row().then(({ active }) => active), portal.told]).toEqual([true, []])
    await portal.round()
    expect(await row()).toMatchObject({ active: false, collections: ['notices', 'topics'], url: receiver.url })
    expect(portal.told.map(({ recipient }) => recipient)).toEqual(ADMINISTRATORS.map(({ id }) => id))
    const tries = receiver.received.length
    await failFor(24)
    expect([receiver.received.length, portal.told.length]).toEqual([tries, 2])
    const { body } = await portal.ask('GET', `${webhook.id}/standing`)
    expect(body).toMatchObject({ active: false, offAt: '2026-11-28T03:00:00.000Z', behind: 2 })
  })

  it('is seen in the metrics, and stays there when it was switched off, until somebody removes it', async () => {
    const { payload } = portal
    const measured = async () =>
      Object.fromEntries(
        (await webhookMeasures({ payload })).map(({ name, values }) => [
          name.replace('congbo_webhook_', ''),
          values.map(({ labels, value }) => [labels?.webhook === webhook.id, value]),
        ]),
      )
    await portal.round()
    expect(await measured()).toEqual({
      behind: [[true, 2]],
      failures: [[true, 1]],
      delivered_timestamp_seconds: [[true, 0]],
      off: [[true, 0]],
    })
    await failFor(5 * 24)
    await portal.round()
    expect(await measured()).toMatchObject({ behind: [[true, 2]], off: [[true, 1]] })
    await portal.rest('DELETE', `/webhooks/${webhook.id}`, { token: portal.token })
    expect(await measured()).toMatchObject({ behind: [], off: [] })
  })

  it('and succeeds in between begins to count anew', async () => {
    await failFor(4 * 24)
    receiver.answers = 200
    await portal.round()
    receiver.answers = 500
    await portal.publish({})
    await failFor(4 * 24)
    expect(await row()).toMatchObject({ active: true })
  })

  it('is not switched off while nobody tried, such as during an outage of the worker', async () => {
    await portal.round()
    portal.pass(30 * 24 * HOUR)
    await portal.round()
    expect(await row()).toMatchObject({ active: true })
  })

  it('goes on from its cursor when it is switched on again', async () => {
    await failFor(6 * 24)
    const later = await portal.publish({})
    receiver.answers = 200
    await portal.round()
    expect(receiver.taken()).toEqual([])
    await portal.change(webhook.id, { active: true })
    await portal.round()
    expect(receiver.taken()).toEqual([1, 2, ...later])
    expect(await portal.ask('GET', `${webhook.id}/standing`)).toMatchObject({
      body: { active: true, offAt: null, failing: null, behind: 0 },
    })
  })

  it('is switched off and told of, whenever the worker dies', async () => {
    await failFor(5 * 24)
    for (let write = 1; write <= 4; write += 1) {
      await diesBefore(portal.payload, write, portal.round)
      portal.pass(2)
    }
    await portal.round()
    expect(await row()).toMatchObject({ active: false })
    expect([...new Set(portal.told.map(({ key }) => key))]).toHaveLength(2)
  })
})

it('administrators whose mail could not be put down are told in the next round, and nobody is told twice', async () => {
  const told: string[] = []
  let refuses = true
  const portal = await startPortal({
    hosts: [receiver.host],
    options: {
      tell: async ({ key, recipient }) => {
        if (recipient === 'binh' && refuses) throw new Error('the outbox cannot be written')
        if (!told.includes(key)) told.push(key)
      },
    },
  })
  try {
    const { id } = await portal.add({ url: receiver.url })
    await portal.publish({})
    for (let tries = 1; tries <= 21; tries += 1) {
      await portal.round()
      portal.pass(6 * HOUR)
    }
    expect(told).toEqual([expect.stringMatching(/:an$/)])
    refuses = false
    await portal.round()
    await portal.round()
    expect(told).toEqual([expect.stringMatching(/:an$/), expect.stringMatching(/:binh$/)])
    expect((await portal.ask('GET', `${id}/standing`)).body).toMatchObject({ active: false })
  } finally {
    await portal.stop()
  }
})

describe('the mail about it', () => {
  let mailbox: Mailbox
  let whole: WholePortal
  beforeEach(async () => {
    mailbox = await startMailbox()
    whole = await startWholePortal({ environment: { webhookHosts: [receiver.host], smtpUrl: mailbox.url } })
  })
  afterEach(async () => {
    await whole.stop()
    await mailbox.close()
  })

  const post = async (path: string, body: object) =>
    (await whole.rest('POST', path, { token: await whole.as('admin'), body })).body.doc as Webhook
  const failUntilOff = async () => {
    const made = await post('/webhooks', { name: 'Website của tỉnh', url: receiver.url, collections: ['topics'] })
    const entry = {
      key: 'topics:x#1',
      kind: 'term' as const,
      collection: 'topics',
      document: 'x',
      ...{ url: '', slug: '', edition: 0, contentHash: '', major: false, changeNote: null },
      ...{ capacities: '[]', eventsHead: '', at: whole.clock.now().toISOString() },
    }
    await record({ payload: whole.payload, entry })
    for (let tries = 0; tries <= 20; tries += 1) {
      await deliverWebhooks({ payload: whole.payload })
      whole.clock.set(new Date(whole.clock.now().getTime() + 6 * 60 * 60_000))
    }
    return made
  }

  it('names the receiver, says why in a sentence, and leads to its form', async () => {
    const { id } = await failUntilOff()
    await sendAwaited(whole)
    const [mail, ...others] = await mailbox.parsed()
    expect(others).toEqual([])
    expect(mailbox.mails[0]?.to).toEqual(['admin@demo.local'])
    expect(mail?.subject).toBe('Đã ngừng gửi tin đến “Website của tỉnh”')
    expect(mail?.text).toContain('Nơi nhận trả lời mã 500 thay vì 2xx')
    expect(mail?.text).toContain(`/admin/collections/webhooks/${id}`)
    expect(mail?.text).not.toContain('whsec_')
  })

  it('is not sent when somebody switched it on again before', async () => {
    const { id } = await failUntilOff()
    const token = await whole.as('admin')
    await whole.rest('PATCH', `/webhooks/${id}`, { token, body: { active: true } })
    await sendAwaited(whole)
    expect(mailbox.mails).toEqual([])
  })
})
