import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice } from './support/office.ts'

let office: Office
let ids: string[]
let cookie: string

beforeAll(async () => {
  office = await openOffice()
  const page = await (await fetch(`${office.origin}/admin/login`)).text()
  ids = [...new Set(page.match(/\b[0-9a-f]{42}\b/g))]
  const login = await fetch(`${office.origin}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'author@demo.local', password: 'congbo-demo' }),
  })
  cookie = `payload-token=${((await login.json()) as { token: string }).token}`
})
afterAll(() => office.stop())

/** Sends a request together with one for the server's health. Durations are in milliseconds. */
const beside = async (ask: () => Promise<Response>) => {
  const began = performance.now()
  const health = fetch(`${office.origin}/healthz`).then((response) => response.text())
  const answer = await ask()
  const text = await answer.text()
  const took = performance.now() - began
  await health
  return { status: answer.status, text, took, healthTook: performance.now() - began }
}

const call = (id: string, body: unknown, headers: Record<string, string> = {}) =>
  beside(() =>
    fetch(`${office.origin}/admin`, {
      method: 'POST',
      headers: {
        'next-action': id,
        'content-type': 'text/plain;charset=UTF-8',
        accept: 'text/x-component',
        origin: office.origin,
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )

/** Far above a normal response time, and far below one that blocked the server. */
const BEARABLE_MS = 5_000

const NAMES = [
  'copy-data-from-locale',
  'form-state',
  'get-default-layout',
  'get-folder-results-component-and-data',
  'get-upcoming-scheduled-publish',
  'render-document',
  'render-document-slots',
  'render-field',
  'render-list',
  'render-widget',
  'schedule-publish',
  'slugify',
  'table-state',
]
const INHERITED = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'x\n\u001b[31mforged']

const HOSTILE: unknown[] = [null, 1, 'a', [], {}, { toString: 1 }, { constructor: 1 }, ['__proto__'], '__proto__']

describe('the server functions of the admin', () => {
  it('have ids that stand in the login page', () => {
    expect(ids.length).toBeGreaterThan(0)
  })

  it('answer no stranger', async () => {
    for (const name of [...NAMES.slice(0, 8), ...INHERITED]) {
      const { status, text } = await call(ids[0]!, [{ name, args: {} }])
      expect([name, status]).toEqual([name, 401])
      expect(text).not.toContain('permissions')
    }
  })

  it('never fail over what they are given, and stop nobody', async () => {
    const bad: string[] = []
    const look = async (body: unknown) => {
      for (const id of ids) {
        const { status, took, healthTook } = await call(id, body, { cookie })
        if (status >= 500 || Math.max(took, healthTook) > BEARABLE_MS)
          bad.push(`${status} ${Math.round(took)} ms: ${JSON.stringify(body).slice(0, 200)}`)
      }
    }
    for (const name of [...NAMES, ...INHERITED])
      for (const args of [null, [], {}, { collectionSlug: '__proto__', globalSlug: 'constructor' }])
        await look([{ name, args }])
    for (const value of HOSTILE) {
      for (const name of ['form-state', 'table-state', 'render-document', 'render-list', 'slugify'])
        for (const member of ['collectionSlug', 'data', 'formState', 'query', 'docID', 'id', 'path', 'schemaPath'])
          await look([{ name, args: { collectionSlug: 'notices', operation: 'update', [member]: value } }])
      await look([value])
      await look(value)
    }
    for (const text of ['["$5"]', '["$F1"]', '["$Bx"]', '["$K1"]', '[{"name":"$0"}]']) await look(text)
    expect(bad).toEqual([])
  })

  it('say in the log of what nobody can make out one line, and answer with a code', async () => {
    const before = office.printed().length
    const asked = ['["$5"]', '["$Bx"]', '["$n1e9"]', '["$1:__proto__:then"]', '["$S"]', '[1,2,3]', '["$-Infinity"]']
    for (const text of asked)
      for (const id of ids) {
        const answer = await call(id, text, { cookie })
        // Calls that Next can decode are answered by the function itself, in its own format.
        const isOwnAnswer = answer.text.startsWith('0:')
        expect([text, answer.status < 500, isOwnAnswer || answer.text.includes('"code":"BAD_REQUEST"')]).toEqual([
          text,
          true,
          true,
        ])
      }
    for (const id of ['40'.repeat(21), 'ff'.repeat(21)])
      expect((await call(id, [{ name: 'form-state', args: {} }], { cookie })).status).toBe(409)
    const lines = () => office.printed().slice(before).split('\n').filter(Boolean)
    await expect
      .poll(() => lines().filter((line) => line.includes('"path":"/admin"')).length)
      .toBe(asked.length * ids.length + 2)
    expect(lines().filter((line) => !/^\[[\d:]{8}\] INFO: /.test(line))).toEqual([])
  })

  it('answer who is logged in', async () => {
    const asked = [
      ['form-state', { collectionSlug: 'notices', operation: 'create', data: {}, schemaPath: 'notices' }],
      ['table-state', { collectionSlug: 'notices', query: { limit: 5, where: { title: { like: 'a' } } } }],
      ['render-list', { collectionSlug: 'notices' }],
      ['slugify', { collectionSlug: 'notices', path: 'slug', valueToSlugify: 'Thông báo' }],
    ]
    for (const [name, args] of asked) {
      const answers = await Promise.all(ids.map((id) => call(id, [{ name, args }], { cookie })))
      expect([name, answers.some(({ status }) => status === 200)]).toEqual([name, true])
    }
  })

  it('show nobody what they may not read', async () => {
    for (const collectionSlug of [
      'subscribers',
      'digest-tokens',
      'digest-keys',
      'contents',
      'payload-preferences',
      'users',
    ])
      for (const name of ['table-state', 'render-list'])
        for (const id of ids) {
          const { text } = await call(id, [{ name, args: { collectionSlug, query: { limit: 100 } } }], { cookie })
          expect(text).not.toMatch(/(head|admin|secretary)@demo\.local|"(hash|salt|mime)":"[^$]/)
        }
  })
})

describe('the pages of the admin', () => {
  it('call no function for strangers, and none in vain for who is logged in', async () => {
    const calls: { url: string; status: number }[] = []
    const watch = (page: Awaited<ReturnType<Office['open']>>) =>
      page.on('response', (response) => {
        if (response.request().method() === 'POST' && response.url().includes('/admin'))
          calls.push({ url: response.url(), status: response.status() })
      })
    const stranger = await office.openAnonymous()
    watch(stranger)
    for (const path of ['login', 'forgot', 'reset/x']) {
      await stranger.goto(`${office.origin}/admin/${path}`)
      await stranger.locator('form').first().waitFor()
      const field = stranger.locator('input:visible').first()
      await field.fill('author@demo.local')
      await field.blur()
    }
    expect(calls).toEqual([])

    const author = await office.open('author')
    watch(author)
    await author.goto(office.address(await office.notice('Thông báo thử cửa')))
    await author.locator('#field-title').fill('Thông báo thử cửa, sửa lại')
    await expect.poll(() => calls.length, { timeout: 30_000 }).toBeGreaterThan(0)
    await author.goto(`${office.origin}/admin/collections/notices`)
    await author.locator('table').first().waitFor()
    expect(calls.filter(({ status }) => status >= 400)).toEqual([])
    await office.closeWindows()
  })

  it.each(['/admin/%', '/admin/%ff'])('are not asked for by %s', async (path) => {
    const { status } = await beside(() => fetch(office.origin + path, { redirect: 'manual' }))
    expect(status).toBe(400)
  })
})
