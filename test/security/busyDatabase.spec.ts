import { createClient } from '@libsql/client'
import { expect, it } from 'vitest'
import { codeOf, serveSystem } from '../http/server.ts'
import { PASSWORD, startPortal } from '../support/portal.ts'

it.skipIf(process.env.TEST_DATABASE === 'mongodb')(
  'a write while another process holds the database is 503 and can be tried again',
  async () => {
    const portal = await startPortal()
    const server = await serveSystem(portal)
    const token = await portal.as('author')
    const body = { email: 'head@demo.local', password: PASSWORD }
    const login = () => server.ask('/api/users/login', { method: 'POST', body })
    const write = () => server.ask('/api/notices', { method: 'POST', body: { title: 'Thông báo' }, token })
    const overGraphql = () =>
      server.ask('/api/graphql', {
        method: 'POST',
        body: { query: 'mutation { createNotice(data: {title: "a"}) { id } }' },
        token,
      })
    const other = createClient({ url: portal.databaseUri })
    await other.execute('BEGIN IMMEDIATE')
    for (const ask of [login, write]) {
      const answer = await ask()
      expect([answer.status, codeOf(answer), answer.headers['retry-after']]).toEqual([503, 'TRY_AGAIN', '5'])
    }
    expect(codeOf(await overGraphql())).toBe('TRY_AGAIN')
    expect((await server.ask('/api/notices', { token })).status).toBe(200)
    await other.execute('ROLLBACK')
    expect((await login()).status).toBe(200)
    expect((await write()).status).toBe(201)
    other.close()
    await server.stop()
  },
)
