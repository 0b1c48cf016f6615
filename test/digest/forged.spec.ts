import type { Where } from 'payload'
import { expect, it } from 'vitest'
import { runDigest, tick } from '../../plugins/digest/index.ts'
import { knownFaults } from '../../plugins/publications/index.ts'
import { eachOnItsOwn, mailbox, portal } from './support/standing.ts'
import { join } from './support/subscriber.ts'

const NEXT_MORNING = '2026-11-24T00:30:00.000Z'

eachOnItsOwn()

/** Changes a stored row like a manual change in the database. */
const change = async (collection: string, where: Where, data: Record<string, unknown>) => {
  const row = await portal.payload.db.findOne<{ id: string }>({ collection, where })
  await portal.payload.db.updateOne({ collection, id: row!.id, data })
}
const mailed = async () => {
  portal.clock.set(NEXT_MORNING)
  await runDigest({ payload: portal.payload, at: new Date(NEXT_MORNING) })
  return (await mailbox.parsed()).map((mail) => String(mail.text))
}
const contentOf = async (document: string) => {
  const [row] = await portal.rows<{ contentHash: string }>('publications', { document: { equals: document } })
  return { hash: { equals: row!.contentHash } }
}

it('mails no forgery of a content, and the rest of the day as ever', async () => {
  await join(portal, mailbox, 'an@example.vn')
  await portal.publish({ document: 'a', title: 'Lịch tiếp công dân' })
  await portal.publish({ document: 'b', title: 'Thông báo nghỉ lễ' })
  const [row] = await portal.rows<{ hash: string; bytes: string }>('contents', await contentOf('b'))
  await change('contents', await contentOf('b'), { bytes: row!.bytes.replace('nghỉ lễ', 'giả mạo') })
  const [text] = await mailed()
  expect(text).toContain('Lịch tiếp công dân')
  expect(text).not.toMatch(/giả mạo|nghỉ lễ/)
  expect(knownFaults(portal.payload)).toMatchObject([{ store: 'contents', place: row!.hash, what: 'changed' }])
})

it('mails nothing of a document whose row was changed, and the rest of the day as ever', async () => {
  await join(portal, mailbox, 'an@example.vn')
  await portal.publish({ document: 'a', title: 'Lịch tiếp công dân' })
  await portal.publish({ document: 'b', title: 'Thông báo nghỉ lễ' })
  await change('publications', { document: { equals: 'b' } }, { url: '/noi-khac' })
  const [text] = await mailed()
  expect(text).toContain('Lịch tiếp công dân')
  expect(text).not.toMatch(/noi-khac|nghỉ lễ/)
})

it('mails nothing that was changed between the run and the hand-over', async () => {
  await join(portal, mailbox, 'an@example.vn')
  await portal.publish({ document: 'a', title: 'Lịch tiếp công dân' })
  mailbox.refuse.body = '451 4.3.0 try later'
  portal.clock.set(NEXT_MORNING)
  await tick(portal)
  await change('contents', await contentOf('a'), { bytes: '{broken' })
  mailbox.refuse.body = undefined
  portal.clock.set('2026-11-24T02:30:00.000Z')
  await tick(portal)
  expect(mailbox.mails).toEqual([])
  expect(await portal.rows('deliveries', { kind: { equals: 'digest' } })).toMatchObject([{ reason: 'nothing-left' }])
})
