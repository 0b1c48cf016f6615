import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { at, eachOnItsOwn, mailbox, portal } from '../digest/support/standing.ts'
import { digestTo, manageLink, press } from '../digest/support/subscriber.ts'

const ADDRESS = 'an@example.vn'

eachOnItsOwn()

it('an erased address leaves no trace in the file of an SQLite database, not even in freed pages', async () => {
  await digestTo(portal, mailbox, ADDRESS)
  const link = await manageLink(mailbox)
  mailbox.refuse.recipient = '450 4.2.0 later'
  await portal.publish({ document: 'b' })
  await at('2026-11-25T00:30:00.000Z')
  const { client } = portal.payload.db as unknown as { client: { execute(sql: string): Promise<unknown> } }
  const onDisk = async () => {
    await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    return readFileSync(portal.databaseUri.slice('file:'.length)).toString('latin1')
  }
  expect(await onDisk()).toContain(ADDRESS)
  expect((await press(portal, link, 'erase', { sure: '1' })).status).toBe(200)
  expect(await onDisk()).not.toContain(ADDRESS)
})
