import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

it('boots', async () => {
  const token = await portal.as('author')
  expect(await portal.rest('GET', '/directives', { token })).toMatchObject({ status: 200, body: { totalDocs: 0 } })
})
