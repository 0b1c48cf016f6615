import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine()
})
afterAll(() => spine.stop())

const preview = (id: string, token: string | undefined, query = '') =>
  handleEndpoints({
    config: spine.config,
    payloadInstanceCacheKey: spine.dir,
    request: new Request(`http://127.0.0.1:3000/api/workflow/letters/${id}/preview${query}`, {
      headers: token ? { authorization: `JWT ${token}` } : {},
    }),
  })

it('shows a working copy as its readers would see it: marked fields only, escaped, in the language asked for', async () => {
  const { id } = await spine.draft({ title: 'Thư <script>alert(1)</script>', issuedOn: '2024-05-08' })
  await spine.rest('PATCH', `/letters/${id}?locale=km`, { token: spine.tokens.an, body: { title: 'សំបុត្រ' } })
  const response = await preview(id, spine.tokens.an)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/html')
  expect(response.headers.get('content-disposition')).toBe('inline')
  expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox(?!.*allow-scripts)/)
  const html = await response.text()
  expect(html).toContain('Thư &lt;script&gt;')
  expect(html).toContain('08/05/2024')
  expect(html).not.toContain('CANARY')
  expect(await (await preview(id, spine.tokens.an, '?locale=km')).text()).toContain('<article lang="km"><h1>សំបុត្រ</h1>')
})

it('is for people with a login', async () => {
  const { id } = await spine.draft()
  expect((await preview(id, undefined)).status).toBe(401)
  expect((await preview('000000000000000000000000', spine.tokens.an)).status).toBe(404)
})

it('answers a language that is none, and a relation to what was deleted, with the page', async () => {
  const other = await spine.draft()
  const { id } = await spine.draft({ about: other.id })
  expect((await spine.rest('DELETE', `/letters/${other.id}`, { token: spine.tokens.an })).status).toBe(200)
  for (const query of ['', '?locale=xx', '?locale[a]=1', '?locale[]=km'])
    expect({ query, status: (await preview(id, spine.tokens.an, query)).status }).toEqual({ query, status: 200 })
  const content = await spine.rest('GET', `/workflow/letters/${id}/content`, { token: spine.tokens.an })
  expect(content.status).toBe(200)
})
