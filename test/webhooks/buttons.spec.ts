import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Portal, startPortal } from './support/portal.ts'
import { type Received, type Receiver, startReceiver } from './support/receiver.ts'
import { verifies } from './support/verify.ts'

let receiver: Receiver
let portal: Portal
beforeEach(async () => {
  receiver = await startReceiver()
  portal = await startPortal({ hosts: [receiver.host], options: { timeoutMs: 300 } })
})
afterEach(async () => {
  await receiver.stop()
  await portal.stop()
})

const signedBy = (secret: string, received: Received) => verifies(secret, received, portal.clock)
const vietnamese = { 'accept-language': 'vi' }
const test = (id: string) =>
  portal.rest('POST', `/webhooks/${id}/test`, { token: portal.token, headers: vietnamese }).then(({ body }) => body)

describe('the button “Gửi thử”', () => {
  it('sends a signed test message and says in a sentence that it arrived', async () => {
    const { id, secret } = await portal.add({ url: receiver.url, active: false })
    expect(await test(id)).toEqual({ delivered: true, status: 200, message: 'Nơi nhận đã nhận tin thử (mã 200).' })
    expect(JSON.parse(receiver.received[0]!.body)).toMatchObject({ type: 'test' })
    expect(signedBy(secret, receiver.received[0]!)).toBe(true)
  })

  it('says in a sentence why it did not arrive, and shows nothing that the receiver wrote', async () => {
    const { id } = await portal.add({ url: receiver.url })
    receiver.answers = (response) => response.writeHead(403).end('CANARY')
    expect(await test(id)).toMatchObject({ delivered: false, problem: 'status', status: 403 })
    receiver.answers = (response) => response.writeHead(302, { location: 'https://CANARY.example' }).end()
    const said = await test(id)
    expect(said.message).toBe(
      'Tin thử chưa đến nơi. Nơi nhận chuyển sang địa chỉ khác (mã 302); xin ghi thẳng địa chỉ cuối cùng.',
    )
    receiver.answers = () => {}
    expect(await test(id)).toMatchObject({ problem: 'timeout' })
    await receiver.stop()
    expect(await test(id)).toMatchObject({ problem: 'refused' })
    await receiver.start()
    expect(JSON.stringify(said)).not.toContain('CANARY')
  })

  it('changes neither the place in the log nor the next try', async () => {
    const { id } = await portal.add({ url: receiver.url })
    receiver.answers = 500
    const rows = await portal.publish({}, {})
    await portal.round()
    const before = (await portal.ask('GET', `${id}/standing`)).body
    receiver.answers = 200
    expect(await test(id)).toMatchObject({ delivered: true })
    expect((await portal.ask('GET', `${id}/standing`)).body).toEqual(before)
    portal.pass(1)
    await portal.round()
    expect(receiver.taken().slice(1)).toEqual(rows)
  })

  it('waits its turn while a message is on its way', async () => {
    const { id } = await portal.add({ url: receiver.url })
    await portal.publish({})
    let said: Promise<{ status: number; body: Record<string, unknown> }> | undefined
    receiver.answers = async (response) => {
      said ??= portal.ask('POST', `${id}/test`)
      await said
      response.writeHead(200).end()
    }
    await portal.round()
    expect(await said).toMatchObject({ status: 409, body: { errors: [{ code: 'WEBHOOK_BUSY' }] } })
    expect(receiver.received).toHaveLength(1)
  })

  it.each(['x', '000000000000000000000000', '%00', '../users'])('knows no webhook “%s”', async (id) => {
    for (const path of ['test', 'rotate'] as const)
      expect((await portal.ask('POST', `${encodeURIComponent(id)}/${path}`)).status).toBe(404)
    expect((await portal.ask('GET', `${encodeURIComponent(id)}/standing`)).status).toBe(404)
  })
})

describe('a new secret', () => {
  it('signs beside the one before it for 24 hours, and alone from then on', async () => {
    const { id, secret: old } = await portal.add({ url: receiver.url })
    const { body } = await portal.ask('POST', `${id}/rotate`)
    const fresh = String(body.secret)
    expect(body.oldSecretUntil).toBe('2026-11-24T03:00:00.000Z')
    await portal.publish({})
    await portal.round()
    const both = receiver.received.at(-1)!
    expect(both.headers['webhook-signature']?.split(' ')).toHaveLength(2)
    expect([signedBy(old, both), signedBy(fresh, both)]).toEqual([true, true])
    portal.pass(24 * 60)
    await portal.publish({})
    await portal.round()
    const one = receiver.received.at(-1)!
    expect(one.headers['webhook-signature']?.split(' ')).toHaveLength(1)
    expect([signedBy(old, one), signedBy(fresh, one)]).toEqual([false, true])
  })

  it('is another one for each of two administrators, or refused to one of them', async () => {
    const { id } = await portal.add({ url: receiver.url })
    const answers = await Promise.all([1, 2, 3].map(() => portal.ask('POST', `${id}/rotate`)))
    const made = answers.filter(({ status }) => status === 200)
    expect(made.length).toBeGreaterThan(0)
    for (const { status } of answers) expect([200, 409]).toContain(status)
    await portal.publish({})
    await portal.round()
    const signs = made.filter(({ body }) => signedBy(String(body.secret), receiver.received.at(-1)!))
    expect(signs.length).toBeGreaterThan(0)
  })

  it('mends a webhook whose secret cannot be decrypted any more', async () => {
    const { id } = await portal.add({ url: receiver.url })
    await portal.payload.db.updateOne({
      collection: 'webhook-states',
      where: { webhook: { equals: id } },
      data: { secret: Buffer.alloc(90).toString('base64') },
    })
    const rows = await portal.publish({})
    await portal.round()
    expect((await portal.ask('GET', `${id}/standing`)).body).toMatchObject({ failing: { problem: 'key' } })
    await portal.ask('POST', `${id}/rotate`)
    portal.pass(1)
    await portal.round()
    expect(receiver.taken()).toEqual(rows)
  })
})
