import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Portal, startPortal } from '../support/portal.ts'
import { codeOf, type HttpServer, serveSystem } from './server.ts'

let portal: Portal
let server: HttpServer
let token: string
const ids: Record<string, string> = {}

const rows = async (collection: string): Promise<{ id: string }[]> =>
  (await server.ask(`/api/${collection}?limit=1`, { token })).json.docs as { id: string }[]

const create = async (body: object): Promise<string> => {
  const { json } = await server.ask('/api/directives', { method: 'POST', token, body })
  return (json.doc as { id: string }).id
}

beforeAll(async () => {
  portal = await startPortal()
  server = await serveSystem(portal)
  token = await portal.as('author')
  ids.ISSUER = (await rows('organisations'))[0]!.id
  ids.TYPE = (await rows('document-types'))[0]!.id
  ids.TOPIC = (await rows('topics'))[0]!.id
  ids.FULL = await create({
    title: 'Đủ',
    number: 12,
    issuer: ids.ISSUER,
    docType: ids.TYPE,
    topics: [ids.TOPIC],
    symbol: 'KH-UBND',
    issuedOn: '2026-11-01',
  })
  await create({ title: 'Dẫn', relations: [{ type: 'amends', target: ids.FULL }] })
  await create({ title: 'Trống', relations: [{ type: 'amends', citedAs: 'Kế hoạch khác' }] })
})
afterAll(() => server.stop())

const ask = (filter: string, headers = {}) =>
  server.ask(`/api/directives?where${filter.replace(/[A-Z]{4,}/g, (name) => ids[name] ?? name)}`, { token, headers })

describe('a filter with a value that its field cannot hold', () => {
  it.each([
    '[number][equals]=abc',
    '[number][greater_than]=abc',
    '[number][in]=12,abc',
    '[number][like]=12',
    '[issuer][equals]=nope',
    '[issuer][not_equals]=nope',
    '[issuer][in]=ISSUER,nope',
    '[issuer][all]=ISSUER',
    '[issuer.id][equals]=nope',
    '[issuer.createdAt][less_than]=abc',
    '[docType][not_equals]=nope',
    '[topics][equals]=nope',
    '[relations.target][equals]=nope',
    '[createdAt][greater_than]=abc',
    '[createdAt][contains]=2026',
    '[printsYear][equals]=maybe',
    '[title][exists]=maybe',
    '[id][not_equals]=nope',
    '[or][0][and][0][number][equals]=abc',
  ])('%s is refused in one sentence that names the field', async (filter) => {
    const answer = await ask(filter)
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST'])
    expect(answer.json.errors?.[0]?.message).toMatch(/^\S+ .*“[\w.]+”.*; xin .*\.$/)
  })

  it('is refused in English too, and wherever filters are taken', async () => {
    const english = await ask('[number][equals]=abc', { 'accept-language': 'en' })
    expect(english.json.errors?.[0]?.message).toBe('The filter “number” takes numbers; correct its value.')
    for (const path of ['count', 'versions'])
      expect((await server.ask(`/api/directives/${path}?where[updatedAt][equals]=abc`, { token })).status).toBe(400)
    expect((await server.ask('/api/directives/versions?where[version.issuer][equals]=nope', { token })).status).toBe(
      400,
    )
    expect((await server.ask('/api/directives/versions?where[parent][equals]=nope', { token })).status).toBe(400)
    const body = { title: 'x' }
    const bulk = '/api/directives?where[issuer][equals]=nope'
    expect((await server.ask(bulk, { method: 'PATCH', token, body })).status).toBe(400)
  })
})

describe('a filter that its field understands', () => {
  it.each([
    ['[number][equals]=12', ['Đủ']],
    ['[number][in]=12,13', ['Đủ']],
    ['[number][greater_than]=11.5', ['Đủ']],
    ['[number][equals]=', ['Dẫn', 'Trống']],
    ['[number][equals]=null', ['Dẫn', 'Trống']],
    ['[number][not_equals]=null', ['Đủ']],
    ['[number][in]=', []],
    ['[issuer][equals]=ISSUER', ['Đủ']],
    ['[issuer][equals]=', ['Dẫn', 'Trống']],
    ['[issuer][equals]=null', ['Dẫn', 'Trống']],
    ['[issuer][not_equals]=ISSUER', ['Dẫn', 'Trống']],
    ['[issuer][exists]=true', ['Đủ']],
    ['[issuer.code][equals]=nope', []],
    ['[topics][in][0]=TOPIC', ['Đủ']],
    ['[topics][contains]=TOPIC', ['Đủ']],
    ['[relations.target][equals]=FULL', ['Dẫn']],
    ['[id][not_in][0]=FULL', ['Dẫn', 'Trống']],
    ['[createdAt][greater_than]=2000-01-01', ['Dẫn', 'Trống', 'Đủ']],
    ['[createdAt][equals]=null', []],
    ['[or][0][and][0][title][like]=tr', ['Trống']],
  ])('%s is answered with %j', async (filter, titles) => {
    const { status, json } = await ask(filter)
    const docs = json.docs as { title: string }[]
    expect([status, docs.map(({ title }) => title).sort()]).toEqual([200, titles])
  })
})
