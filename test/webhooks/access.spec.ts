import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicationsOptions } from '../../plugins/publications/index.ts'
import { deliverWebhooks } from '../../plugins/webhooks/index.ts'
import { webhookPolicy } from '../../src/portal/webhooks.ts'
import { type HttpServer, serveSystem } from '../http/server.ts'
import { type Login, type Portal, startPortal } from '../support/portal.ts'
import { type Receiver, startReceiver } from './support/receiver.ts'

let receiver: Receiver
let portal: Portal
let server: HttpServer
beforeAll(async () => {
  receiver = await startReceiver()
  portal = await startPortal({ environment: { webhookHosts: [receiver.host] } })
  server = await serveSystem(portal)
})
afterAll(async () => {
  await server.stop()
  await receiver.stop()
})

interface Made {
  id: string
  secret: string
}
const make = async (): Promise<Made> => {
  const { body } = await portal.rest('POST', '/webhooks', {
    token: await portal.as('admin'),
    body: { name: 'Website', url: receiver.url },
  })
  return body.doc as Made
}
const OTHERS: Login[] = ['author', 'editor', 'secretary', 'head', 'deputy', 'mail', 'auditor']

/** Every way to a webhook over the network. */
const ways = (id: string): [string, string, object?][] => [
  ['GET', '/webhooks'],
  ['GET', `/webhooks/${id}`],
  ['GET', '/webhooks/count'],
  ['GET', `/webhooks/${id}/standing`],
  ['POST', '/webhooks', { name: 'x', url: receiver.url }],
  ['PATCH', `/webhooks/${id}`, { active: false }],
  ['PATCH', `/webhooks?where[id][equals]=${id}`, { active: false }],
  ['DELETE', `/webhooks/${id}`],
  ['DELETE', `/webhooks?where[id][equals]=${id}`],
  ['POST', `/webhooks/${id}/test`],
  ['POST', `/webhooks/${id}/rotate`],
]
const STATES: [string, string, object?][] = [
  ['GET', '/webhook-states'],
  ['GET', '/webhook-states/count'],
  ['POST', '/webhook-states', { webhook: 'x' }],
  ['PATCH', '/webhook-states?where[cursor][exists]=true', { cursor: 0 }],
  ['DELETE', '/webhook-states?where[cursor][exists]=true'],
]

describe('webhooks', () => {
  it('are seen, written, tested and rotated by administrators alone', async () => {
    const { id } = await make()
    const before = receiver.received.length
    for (const login of OTHERS) {
      const token = await portal.as(login)
      for (const [method, path, body] of ways(id)) {
        const { status } = await server.ask(`/api${path}`, { method, body, token })
        expect([login, method, path, status]).toEqual([login, method, path, 403])
      }
    }
    for (const [method, path, body] of ways(id))
      expect([path, (await server.ask(`/api${path}`, { method, body })).status]).toEqual([path, 401])
    const kept = await portal.rest('GET', `/webhooks/${id}`, { token: await portal.as('admin') })
    expect(kept.body).toMatchObject({ name: 'Website', active: true })
    expect(receiver.received).toHaveLength(before)
  })

  it('are refused to others over GraphQL and inside with access rules too', async () => {
    const { id } = await make()
    for (const login of OTHERS) {
      const token = await portal.as(login)
      for (const query of [
        'query { Webhooks { docs { id } } }',
        `query { Webhook(id: "${id}") { id } }`,
        `mutation { updateWebhook(id: "${id}", data: { active: false }) { id } }`,
        `mutation { deleteWebhook(id: "${id}") { id } }`,
        `mutation { createWebhook(data: { name: "x", url: "${receiver.url}" }) { id } }`,
      ]) {
        const { json } = await server.ask('/api/graphql', { method: 'POST', body: { query }, token })
        expect([login, query, JSON.stringify(json.errors)]).toEqual([login, query, expect.stringMatching(/FORBIDDEN/)])
      }
    }
    expect((await portal.payload.count({ collection: 'webhooks', where: { id: { equals: id } } })).totalDocs).toBe(1)
  })

  it('keep their states from everybody, the administrator and the process itself', async () => {
    await make()
    for (const login of [...OTHERS, 'admin'] as Login[])
      for (const [method, path, body] of STATES) {
        const { status } = await server.ask(`/api${path}`, { method, body, token: await portal.as(login) })
        expect([login, method, path, status]).toEqual([login, method, path, 403])
      }
    const asked = { collection: 'webhook-states', where: { cursor: { exists: true } } } as const
    await expect(portal.payload.update({ ...asked, data: { cursor: 0 } })).rejects.toThrow()
    await expect(portal.payload.delete(asked)).rejects.toThrow()
  })

  it('are named and explained in Vietnamese, field by field and choice by choice', () => {
    const says = (text: unknown) => Boolean((text as { vi?: string } | undefined)?.vi)
    const { fields = [] } = portal.payload.collections.webhooks?.config ?? {}
    const typed = fields.flatMap((field) =>
      'name' in field && field.type !== 'ui' && !['id', 'updatedAt', 'createdAt'].includes(field.name) ? [field] : [],
    )
    expect(typed.map(({ name }) => name)).toEqual(['name', 'url', 'collections', 'active'])
    for (const field of typed)
      expect([field.name, says(field.label), says(field.admin?.description)]).toEqual([field.name, true, true])
    const [choices] = typed.flatMap((field) => (field.type === 'select' ? [field.options] : []))
    expect(choices?.map((choice) => typeof choice !== 'string' && says(choice.label))).toEqual(
      webhookPolicy.collections.map(() => true),
    )
  })

  it('may tell of everything that is published, and of nothing else', () => {
    const { governed, references, globals = [] } = publicationsOptions(portal.payload.config)
    const all = [...Object.keys(governed), ...Object.keys(references), ...globals]
    expect([...webhookPolicy.collections].sort()).toEqual(all.sort())
  })
})

describe('the secret of a webhook', () => {
  it('is in the answer to its creation, and in no other', async () => {
    const { id, secret } = await make()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const token = await portal.as('admin')
    const answers = [
      await server.ask(`/api/webhooks/${id}?depth=5&showHiddenFields=true`, { token }),
      await server.ask('/api/webhooks?select[secret]=true', { token }),
      await server.ask(`/api/webhooks/${id}`, { method: 'PATCH', body: { name: 'Y' }, token }),
      await server.ask(`/api/webhooks/${id}/standing`, { token }),
      await server.ask(`/api/webhooks/${id}/test`, { method: 'POST', token }),
      await server.ask('/api/graphql', {
        method: 'POST',
        body: { query: '{ Webhooks { docs { id name url active collections } } }' },
        token,
      }),
    ]
    for (const { text } of answers) expect(text).not.toMatch(/whsec_|secret":"/)
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
    // A filter must not tell it letter by letter either.
    const asked = await server.ask('/api/webhooks?where[secret][like]=whsec_', { token })
    expect(asked.status).toBe(400)
  })

  it('stands in the database encrypted', async () => {
    const { id, secret } = await make()
    const row = await portal.payload.db.findOne<{ id: string; secret: string }>({
      collection: 'webhook-states',
      where: { webhook: { equals: String(id) } },
    })
    expect(row?.secret.length).toBeGreaterThan(60)
    expect(JSON.stringify(row)).not.toContain(secret.slice('whsec_'.length))
    expect(Buffer.from(row!.secret, 'base64').includes(Buffer.from(secret.slice(6), 'base64'))).toBe(false)
  })

  it('cannot be set', async () => {
    const token = await portal.as('admin')
    const body = { name: 'x', url: receiver.url, secret: 'whsec_AAAA', cursor: 0, standing: {} }
    const { json } = await server.ask('/api/webhooks', { method: 'POST', body, token })
    expect((json as { doc?: Made }).doc?.secret).not.toBe('whsec_AAAA')
  })
})

it('are no part of what a worker of another portal reads', async () => {
  // A webhook without a state, such as of a row written by hand, is left alone.
  await portal.payload.db.create({ collection: 'webhooks', data: { name: 'x', url: receiver.url, active: true } })
  await expect(deliverWebhooks({ payload: portal.payload })).resolves.toBeUndefined()
})
