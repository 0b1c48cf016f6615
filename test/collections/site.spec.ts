import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

describe('the portal’s facts', () => {
  const visits = (token?: string) => portal.rest('POST', '/globals/site', { token, body: { openingVisits: 5 } })

  it.each(['editor', 'head', 'admin'] as const)('may be set by the %s', async (login) => {
    expect((await visits(await portal.as(login))).status).toBe(200)
  })

  it.each(['author', 'secretary', 'mail', 'auditor'] as const)('may not be set by the %s', async (login) => {
    expect((await visits(await portal.as(login))).status).toBe(403)
  })

  it('are nothing to strangers', async () => {
    expect((await visits()).status).toBe(401)
    expect((await portal.rest('GET', '/globals/site')).status).toBe(401)
  })
})
