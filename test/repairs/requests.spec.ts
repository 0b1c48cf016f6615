import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { configToSchema } from '@payloadcms/graphql'
import { graphql } from 'graphql'
import { buildConfig, createLocalReq, type Endpoint, handleEndpoints, type SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../lib/time/clock.ts'
import { congbo } from '../../payload.config.ts'
import { readEnvironment } from '../../src/config/environment.ts'
import { ENGLISH_ERRORS } from '../../src/repairs/englishErrors.ts'
import { type PlainPayload, REFUSED, startPlainPayload } from './support/plainPayload.ts'

let plain: PlainPayload
beforeAll(async () => {
  plain = await startPlainPayload()
})
afterAll(() => plain.stop())

interface AnsweredError {
  id?: string
  message: string
  name?: string
  data?: { code?: string }
}
const ask = async (method: string, url: string, body?: unknown, token?: string) => {
  const headers = { 'accept-language': 'vi' }
  const answer = await plain.rest(method, url, { body, headers, token })
  const doc = (answer.body.doc ?? answer.body) as { id: string } & Record<string, unknown>
  return { ...answer, doc, docs: answer.body.docs as unknown[], errors: answer.body.errors as AnsweredError[] }
}

/** A token of a new person. */
const signedIn = async (): Promise<string> => {
  const body = { email: `${randomUUID()}@example.vn`, password: 'mật khẩu', name: 'ai đó' }
  await ask('POST', '/users', body)
  return plain.login(body.email, body.password)
}

const MEGABYTE = 'a'.repeat(1_000_000)

describe('boundedTexts.ts', () => {
  it.each([
    ['an e-mail address', { contact: `${MEGABYTE}@example.vn` }],
    ['code', { source: MEGABYTE }],
  ])('payload 3.90.2 stores a megabyte as %s', async (_, body) => {
    const { status, doc } = await ask('POST', '/kinds', body)
    expect(status).toBe(201)
    await ask('DELETE', `/kinds/${doc.id}`)
  })

  it('payload 3.90.2 gives a text of a megabyte to every hook before it looks at its length', async () => {
    const { status } = await ask('POST', '/pages', { title: MEGABYTE })
    expect([status, plain.titleLengths.at(-1)]).toEqual([400, MEGABYTE.length])
  })

  it('payload 3.90.2 takes a text of 40,000 characters where a field says no length', async () => {
    const { status, doc } = await ask('POST', '/kinds', { name: 'a'.repeat(40_000) })
    expect(status).toBe(201)
    await ask('DELETE', `/kinds/${doc.id}`)
  })
})

describe('boundedReads.ts', () => {
  const names = Array.from({ length: 15 }, (_, index) => `Loại ${index}`)
  const ids: string[] = []
  beforeAll(async () => {
    for (const name of names) ids.push((await ask('POST', '/kinds', { name })).doc.id)
  })
  afterAll(async () => {
    for (const id of ids) await ask('DELETE', `/kinds/${id}`)
  })

  it.each(['limit=0', 'limit=-1', 'limit=abc', 'pagination=false', 'limit=1000000'])(
    'payload 3.90.2 reads everything for %s',
    async (query) => {
      expect((await ask('GET', `/kinds?${query}`)).docs).toHaveLength(names.length)
    },
  )
})

describe('boundedReads.ts, of a filter', () => {
  it('payload 3.90.2 repeats all wrong conditions for each of them', async () => {
    const { errors } = await ask(
      'GET',
      `/kinds?${Array.from({ length: 30 }, (_, at) => `where[or][${at}][none][equals]=a`).join('&')}`,
    )
    expect(errors[0]?.message.match(/none/g)).toHaveLength(30)
  })

  it('payload 3.90.2 fails on more relations than SQLite can join', async () => {
    const where = Array.from({ length: 70 }, (_, at) => `where[or][${at}][kind.name][equals]=a`).join('&')
    expect((await ask('GET', `/pages?${where}`)).status).toBe(500)
  })
})

describe('restoringEnds.ts', () => {
  it('payload 3.90.2 empties what a save does not mention, after its request restored a version', async () => {
    const { payload } = plain
    const data = { title: 'Trang', summary: 'Tóm tắt' }
    const { id } = await payload.create({ collection: 'kept-pages', data })
    await payload.update({ collection: 'kept-pages', id, data: { title: 'Sửa' } })
    const versions = await payload.findVersions({ collection: 'kept-pages', where: { parent: { equals: id } } })
    const req = await createLocalReq({}, payload)
    await payload.restoreVersion({ collection: 'kept-pages', id: versions.docs.at(-1)!.id, req })
    expect(req.context.isRestoringVersion).toBe(true)
    const saved = await payload.update({ collection: 'kept-pages', id, data: { title: 'Sửa lại' }, req })
    expect([saved.title, saved.summary]).toEqual(['Sửa lại', null])
    await payload.delete({ collection: 'kept-pages', id })
  })
})

describe('rowCodes.ts', () => {
  it('payload 3.90.2 keeps the code of a refusal for one row, and loses it for many', async () => {
    const { doc } = await ask('POST', '/pages', { title: 'Trang' })
    const one = await ask('PATCH', `/pages/${doc.id}`, { title: 'refused' })
    const many = await ask('PATCH', `/pages?where[id][equals]=${doc.id}`, { title: 'refused' })
    expect(one.errors[0]?.data?.code).toBe(REFUSED)
    expect(many.errors).toEqual([{ id: doc.id, isPublic: true, message: one.errors[0]?.message }])
    await ask('DELETE', `/pages/${doc.id}`)
  })
})

describe('clientErrors.ts', () => {
  it.each([
    'where=no-json',
    'where[title][near]=1,2',
    'where[count][within]=1,2',
    'where[title][all]=a',
    'where[day][greater_than]=yesterday',
    'limit=1e99',
    'page=1e99',
  ])('payload 3.90.2 answers 500 to what no database can answer: %s', async (query) => {
    expect((await ask('GET', `/pages?${query}`)).status).toBe(500)
  })
})

describe('errorCodes.ts', () => {
  it('payload 3.90.2 gives no error a code', async () => {
    const answers = [
      await ask('GET', '/pages/none'),
      await ask('GET', '/pages?where[none][equals]=1'),
      await ask('POST', '/pages', { title: MEGABYTE }),
      await ask('POST', '/users/login', { email: 'nobody@example.vn', password: 'wrong' }),
      await ask('GET', '/payload-locked-documents'),
    ]
    const members = answers.map(({ status, errors }) => [status, Object.keys(errors[0]!)])
    expect(members).toEqual([
      [404, ['message']],
      [400, ['name', 'data', 'message']],
      [400, ['name', 'data', 'message']],
      [401, ['message']],
      // A request without a login.
      [403, ['message']],
    ])
    for (const { errors } of answers) expect(errors[0]?.data?.code).toBeUndefined()
  })
})

describe('englishErrors.ts', () => {
  const send = async (path: string, type: string, body: string) => {
    const request = new Request(`http://127.0.0.1:3000/api${path}`, {
      method: 'POST',
      headers: { 'accept-language': 'vi', 'content-type': type },
      body,
    })
    const answer = await handleEndpoints({ config: plain.config, payloadInstanceCacheKey: plain.dir, request })
    return ((await answer.json()) as { errors: AnsweredError[] }).errors[0]!.message
  }
  /** Payload's message for an error without a status. */
  const hidden = 'Something went wrong.'
  const form = 'multipart/form-data; boundary=x'

  it.each([
    [
      'payload 3.90.2',
      'Token is either invalid or has expired.',
      'Token is either invalid or has expired.',
      '/users/reset-password',
      'application/json',
      '{"token":"x","password":"yyyy"}',
    ],
    ['payload 3.90.2', 'No User', 'No User', '/users/logout', 'application/json', '{}'],
    ['payload 3.90.2', 'Invalid JSON', 'Invalid JSON', '/pages', 'application/json', '{'],
    ['busboy 1.6.0', 'Malformed part header', hidden, '/pages', form, '--x\r\nno header\r\n\r\n\r\n--x--\r\n'],
    ['busboy 1.6.0', 'Unexpected end of form', hidden, '/pages', form, '--x\r\n'],
  ])('%s says in English to a reader of Vietnamese: %s', async (_, sentence, answered, path, type, body) => {
    expect(await send(path, type, body)).toBe(answered)
    expect(plain.thrown.at(-1)).toBe(sentence)
    expect(Object.keys(ENGLISH_ERRORS)).toContain(sentence)
  })
})

describe('lockNames.ts', () => {
  it('payload 3.90.2 tells the name of who holds a lock, but no address where the admin looks for one', async () => {
    const people: string[] = []
    for (const name of ['an', 'binh']) {
      const body = { email: `${name}@example.vn`, password: 'mật khẩu', name }
      people.push((await ask('POST', '/users', body)).doc.id)
    }
    const [an, binh] = [
      await plain.login('an@example.vn', 'mật khẩu'),
      await plain.login('binh@example.vn', 'mật khẩu'),
    ]
    const page = (await ask('POST', '/pages', { title: 'Trang' })).doc.id
    const document = { relationTo: 'pages', value: page }
    await ask('POST', '/payload-locked-documents', { document, user: { relationTo: 'users', value: people[0] } }, an)
    const { docs } = await ask('GET', '/payload-locked-documents?depth=1', undefined, binh)
    const { value } = (docs[0] as { user: { value: Record<string, unknown> } }).user
    expect([value.id, value.name, value.email]).toEqual([people[0], 'an', undefined])
    await ask('DELETE', `/pages/${page}`)
  })
})

describe('restoredFields.ts', () => {
  it('payload 3.90.2 empties a field that the person may not write, when they restore a version', async () => {
    const { doc } = await ask('POST', '/kept-pages', { title: 'Trang', payments: [{ to: 'An' }] })
    await ask('PATCH', `/kept-pages/${doc.id}`, { title: 'Sửa', payments: [] })
    const before = await ask('GET', `/kept-pages/${doc.id}`)
    expect(before.doc.payments).toHaveLength(1)
    const where = { parent: { equals: doc.id } }
    const versions = await plain.payload.findVersions({ collection: 'kept-pages', where, sort: 'updatedAt' })
    await ask('POST', `/kept-pages/versions/${versions.docs[0]!.id}`)
    expect((await ask('GET', `/kept-pages/${doc.id}`)).doc.payments).toEqual([])
    await ask('DELETE', `/kept-pages/${doc.id}`)
  })
})

describe('ownLocks.ts', () => {
  it('payload 3.90.2 locks a document in another name and until another day', async () => {
    const people: string[] = []
    for (const name of ['giang', 'hanh']) {
      const body = { email: `${name}@example.vn`, password: 'mật khẩu', name }
      people.push((await ask('POST', '/users', body)).doc.id)
    }
    const token = await plain.login('giang@example.vn', 'mật khẩu')
    const { doc } = await ask('POST', '/pages', { title: 'Trang' })
    const lock = { document: { relationTo: 'pages', value: doc.id }, user: { relationTo: 'users', value: people[1] } }
    const sent = { ...lock, updatedAt: '2099-01-01T00:00:00.000Z' }
    const made = await ask('POST', '/payload-locked-documents', sent, token)
    expect([made.status, made.doc.updatedAt]).toEqual([201, sent.updatedAt])
    expect((await ask('PATCH', `/pages/${doc.id}`, { title: 'Sửa' }, token)).status).toBe(423)
    await ask('DELETE', `/payload-locked-documents/${made.doc.id}`, undefined, token)
    await ask('DELETE', `/pages/${doc.id}`)
  })
})

describe('noVersions.ts', () => {
  it.each([
    ['GET', '/kinds/versions'],
    ['GET', '/kinds/versions/x'],
    ['POST', '/kinds/versions/x'],
    ['POST', '/users/verify/x'],
  ])('payload 3.90.2 fails with 500 at %s %s, where there are no versions', async (method, url) => {
    const token = await signedIn()
    expect((await ask(method, url, method === 'POST' ? {} : undefined, token)).status).toBe(500)
  })
})

describe('ownEndpoints.ts', () => {
  it('payload 3.90.2 adds its endpoints to the arrays that it is given', async () => {
    const endpoints: Endpoint[] = []
    await buildConfig({
      secret: 'plain',
      db: plain.config.db,
      collections: [{ slug: 'things', fields: [], endpoints }],
    })
    expect(endpoints.length).toBeGreaterThan(0)
  })

  it('our configurations have as many endpoints, however many there are', async () => {
    const dir = path.join(plain.dir, 'endpoints')
    const made = () =>
      congbo(readEnvironment({ NODE_ENV: 'test', CONGBO_MODE: 'demo', DATA_DIR: dir, MEDIA_DIR: dir }), {
        clock: systemClock,
      })
    const counts = ({ collections, globals }: SanitizedConfig) =>
      [...collections, ...globals].map(({ slug, endpoints }) => [slug, endpoints === false ? 0 : endpoints.length])
    expect(counts(await made())).toEqual(counts(await made()))
  })
})

describe('globalAccess.ts', () => {
  it('payload 3.90.2 fails on the GraphQL query for the permissions of a global', async () => {
    const { schema } = configToSchema(plain.config)
    const req = await createLocalReq({}, plain.payload)
    const source = 'query { docAccessSetting { __typename } }'
    const { errors } = await graphql({ schema, source, contextValue: { req } })
    expect(errors?.[0]?.message).toMatch(/transactionID/)
  })
})
