import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { finish, verify } from '../../plugins/workflow/index.ts'
import { backupAt, verifyBackup } from '../../src/backup/index.ts'
import { type Portal, startPortal } from '../support/portal.ts'
import {
  buildChild,
  type EmptyPlace,
  emptyPlace,
  inChild,
  openAt,
  publishNotice,
  restoreTo,
  rowsIn,
} from './support/systems.ts'

let removeChild: () => void
let source: Portal
let place: EmptyPlace
beforeAll(async () => {
  removeChild = await buildChild()
  source = await startPortal()
  place = emptyPlace()
})
afterAll(async () => {
  removeChild()
  await place.remove()
  await source.stop()
})

it('a backup taken while people publish is of one moment: every chain holds, nothing that is named is missing', async () => {
  const folder = path.join(source.dir, 'backups')
  await publishNotice(source, 'Thông báo số 0')
  let published = 1
  let over = false
  const publishing = (async () => {
    for (; !over; published += 1) {
      await publishNotice(source, `Thông báo số ${published}`)
      // An embedded database answers without ever giving the child process a turn.
      await setImmediate()
    }
  })()
  const backup = (at: string) => inChild({ task: 'backup', environment: source.environment, folder, at })
  const backups = (async () => {
    try {
      return [await backup('2026-11-23T18:30:00.000Z'), await backup('2026-11-24T18:30:00.000Z')]
    } finally {
      over = true
    }
  })()
  await Promise.all([backups, publishing])
  const [first, second] = (await backups) as [Awaited<ReturnType<typeof backup>>, Awaited<ReturnType<typeof backup>>]
  expect([first.ended, second.ended]).toEqual([0, 0])

  const facts = await verifyBackup(await backupAt(folder))
  const count = facts.rows['publications.jsonl.gz']!
  expect(count).toBeGreaterThan(0)
  expect(count).toBeLessThan(published)

  expect((await restoreTo(place, folder)).faults).toEqual([])
  const { payload } = await openAt(place.environment)
  const hashes = async (from: Portal['payload']) =>
    (await rowsIn(from, 'publications')).sort((a, b) => Number(a.seq) - Number(b.seq)).map(({ hash }) => hash)
  const restored = await hashes(payload)
  expect(restored).toEqual((await hashes(source.payload)).slice(0, restored.length))
  // What was approved and not yet written into the log of publications is finished now.
  for (const { key } of (await rowsIn(payload, 'notices')) as { key: string }[])
    await finish(payload, { collection: 'notices', key })
  expect((await verify({ payload })).faults).toEqual([])
  await payload.destroy()
})
