import { describe, expect, it } from 'vitest'
import { tick } from '../../../plugins/digest/index.ts'
import type { DeliveryRow, DigestRunRow } from '../../../plugins/digest/rowTypes.ts'
import type { SettleReport } from '../../../plugins/digest/useCases/settleUnknown.ts'
import { enrol } from '../support/enrol.ts'
import { at, eachOnItsOwn, mailbox, portal } from '../support/standing.ts'
import { login } from './support/officers.ts'

eachOnItsOwn()

const send = async (token: string | undefined, body: unknown) => {
  const { status, body: answer } = await portal.rest('POST', '/digest/unknown', { token, body })
  return { status, report: answer as unknown as SettleReport }
}
const MORNING = '2026-11-24T00:30:00.000Z'
const digests = () => portal.rows<DeliveryRow>('deliveries', { kind: { equals: 'digest' } })
const ofState = async (state: string) => (await digests()).filter((row) => row.state === state)

/** Sends a digest to some people; what became of it nobody knows, because the worker died at the final dot. */
const lostDots = async (names: string[]): Promise<DeliveryRow[]> => {
  await enrol(portal, names)
  await portal.publish({ document: 'a' })
  portal.clock.set(MORNING)
  await tick(portal)
  for (const { key } of await digests())
    await portal.payload.db.updateOne({
      collection: 'deliveries',
      where: { key: { equals: key } },
      data: { state: 'handing', leaseUntil: MORNING },
    })
  portal.clock.set('2026-11-24T01:00:00.000Z')
  await portal.payload.db.updateOne({
    collection: 'digest-runs',
    where: { key: { equals: 'daily:2026-11-23' } },
    data: { state: 'enumerated' },
  })
  mailbox.mails.length = 0
  await tick(portal)
  return ofState('unknown')
}
const postfix = (queue: string, { messageId }: DeliveryRow, status: string) => [
  `Nov 24 07:30:01 mx postfix/cleanup[1]: ${queue}: message-id=<${messageId}>`,
  `Nov 24 07:30:01 mx postfix/smtp[2]: ${queue}: to=<nobody@example.org>, dsn=2.0.0, status=${status} (said so)`,
]

describe('mails of unknown fate', () => {
  it('are settled by mail officers alone, from a log', async () => {
    expect((await send(undefined, { log: 'x' })).status).toBe(401)
    expect((await send(await login('auditor'), { log: 'x' })).status).toBe(403)
    const officer = await login('mail-officer')
    for (const log of [undefined, '', ' \n', 7]) expect((await send(officer, { log })).status).toBe(422)
  })

  it('get the fate that the log proves, after a dry run; what is undelivered comes with the next digest, once', async () => {
    const officer = await login('mail-officer')
    const [one, two, three] = await lostDots(['an', 'binh', 'chi'])
    const log = [
      ...postfix('4AAAAAAAAA', one!, 'sent'),
      ...postfix('4BBBBBBBBB', two!, 'bounced'),
      `Nov 24 07:30:01 mx postfix/cleanup[1]: 4CCCCCCCCC: message-id=<${three!.messageId}>`,
      'hello an@example.vn',
    ].join('\r\n')
    const dry = await send(officer, { log })
    expect(dry.report).toMatchObject({
      dryRun: true,
      lines: { read: 6, ours: 5, other: 0, unread: 1 },
      unread: [{ line: 6, text: 'hello <…>' }],
      accepted: 1,
      rejected: 1,
      unproven: 1,
      known: 0,
      runs: [{ name: 'Daily digest of 23 November 2026', accepted: 1, rejected: 1 }],
    })
    expect(await ofState('unknown')).toHaveLength(3)
    expect(await portal.rows('digest-acts')).toEqual([])

    expect((await send(officer, { log, apply: true })).report).toMatchObject({
      dryRun: false,
      accepted: 1,
      rejected: 1,
    })
    const [run] = await portal.rows<DigestRunRow>('digest-runs', { key: { equals: 'daily:2026-11-23' } })
    expect(run).toMatchObject({ state: 'complete', rows: 3, accepted: 1, rejected: 1, unknown: 1 })
    expect(await portal.rows('digest-acts')).toMatchObject([{ kind: 'settled', facts: expect.stringContaining('1') }])
    const again = await send(officer, { log, apply: true })
    expect(again.report).toMatchObject({ accepted: 0, rejected: 0, known: 2, unproven: 1 })
    expect(await portal.rows('digest-acts')).toHaveLength(1)

    await portal.publish({ document: 'b', at: '2026-11-24T02:00:00.000Z' })
    await at('2026-11-25T00:30:00.000Z')
    const next = (await digests()).filter((row) => row.run === 'daily:2026-11-24')
    const documents = Object.fromEntries(
      next.map(({ subscriber, items }) => [
        subscriber,
        (JSON.parse(items) as { document: string }[]).map(({ document }) => document).sort(),
      ]),
    )
    expect(documents).toEqual({
      [one!.subscriber]: ['notices:b'],
      [two!.subscriber]: ['notices:a', 'notices:b'],
      [three!.subscriber]: ['notices:a', 'notices:b'],
    })
    expect(mailbox.mails).toHaveLength(3)
  })

  it('are settled from a file too, and when their entries were carried already', async () => {
    const officer = await login('mail-officer')
    const [one] = await lostDots(['an'])
    await portal.publish({ document: 'b', at: '2026-11-24T02:00:00.000Z' })
    await at('2026-11-25T00:30:00.000Z')
    const form = new FormData()
    form.set('apply', 'true')
    form.set('file', new Blob([`${one!.messageId} bounced\n`]), 'mail.log')
    const { body } = await portal.rest('POST', '/digest/unknown', { token: officer, body: form })
    expect(body).toMatchObject({ rejected: 1, lines: { read: 1 } })
    await portal.publish({ document: 'c', at: '2026-11-25T02:00:00.000Z' })
    await at('2026-11-26T00:30:00.000Z')
    const [last] = (await digests()).filter((row) => row.run === 'daily:2026-11-25')
    expect(JSON.parse(last!.items)).toMatchObject([{ document: 'notices:c' }])
  })
})
