import { configToSchema } from '@payloadcms/graphql'
import { graphql } from 'graphql'
import { createPayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lastSeq } from '../../plugins/publications/index.ts'
import { verify } from '../../plugins/workflow/index.ts'
import { PEOPLE, type Person, type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
let schema: ReturnType<typeof configToSchema>['schema']
beforeAll(async () => {
  spine = await startSpine()
  schema = configToSchema(spine.config).schema
})
afterAll(() => spine.stop())

const people: (Person | 'nobody' | 'local')[] = [...(Object.keys(PEOPLE) as Person[]), 'nobody', 'local']
const STATES = ['draft', 'editing', 'approving', 'published', 'withdrawn'] as const

/** A document in a state, and a version of it from before. */
const inState = async (state: (typeof STATES)[number]) => {
  const { id } = await spine.draft()
  if (state !== 'draft') await spine.step('an', id, 'submit')
  if (state !== 'draft' && state !== 'editing') await spine.step('binh', id, 'approve')
  if (state === 'published' || state === 'withdrawn') {
    await spine.step('chi', id, 'approve')
    await spine.step('dung', id, 'approve')
  }
  if (state === 'withdrawn') await spine.step('dung', id, 'withdraw', { reason: 'Ban hành nhầm' })
  const versions = await spine.payload.findVersions({
    collection: 'letters',
    where: { parent: { equals: id } },
    limit: 1,
  } as never)
  return { id, version: String(versions.docs[0]!.id) }
}

const gql = async (person: Person | 'nobody', source: string) => {
  const request = new Request('http://127.0.0.1:3000/api/graphql', {
    method: 'POST',
    headers: person === 'nobody' ? {} : { authorization: `JWT ${spine.tokens[person]}` },
  })
  const req = await createPayloadRequest({ config: spine.config, payloadInstanceCacheKey: spine.dir, request } as never)
  return graphql({ schema, source, contextValue: { req, headers: {} } })
}

type Target = Awaited<ReturnType<typeof inState>>

/** Every way to write that Payload offers, each trying to publish or to slip a text past its approval. */
const attempts: Record<string, (person: Person | 'nobody', target: Target) => Promise<unknown>> = {
  'REST update with _status': (person, { id }) =>
    send(person, 'PATCH', `/letters/${id}`, { _status: 'published', title: 'LEN' }),
  'REST update with workflowState': (person, { id }) =>
    send(person, 'PATCH', `/letters/${id}`, { workflowState: 'published' }),
  'REST update of a draft': (person, { id }) =>
    send(person, 'PATCH', `/letters/${id}?draft=false`, { title: 'LEN', _status: 'published' }),
  'REST update': (person, { id }) => send(person, 'PATCH', `/letters/${id}`, { title: 'LEN' }),
  'REST update for one locale': (person, { id }) =>
    send(person, 'PATCH', `/letters/${id}?publishSpecificLocale=vi&locale=vi`, { title: 'LEN' }),
  'REST update for all locales': (person, { id }) =>
    send(person, 'PATCH', `/letters/${id}?publishAllLocales=true`, { title: 'LEN' }),
  'REST autosave': (person, { id }) =>
    send(person, 'PATCH', `/letters/${id}?autosave=true&draft=true`, { title: 'LEN' }),
  'REST bulk update': (person) => send(person, 'PATCH', '/letters?where[title][exists]=true', { _status: 'published' }),
  'REST create as published': (person) =>
    send(person, 'POST', '/letters', { title: 'LEN', slug: `len-${Math.random()}`, _status: 'published' }),
  'REST duplicate': (person, { id }) => send(person, 'POST', `/letters/${id}/duplicate`, { _status: 'published' }),
  'REST restore': (person, { version }) => send(person, 'POST', `/letters/versions/${version}`, {}),
  'REST delete': (person, { id }) => send(person, 'DELETE', `/letters/${id}`),
  'REST bulk delete': (person) => send(person, 'DELETE', '/letters?where[workflowState][not_equals]=draft'),
  'REST write to the publications log': (person) =>
    send(person, 'POST', '/publications', {
      seq: 999,
      key: 'k',
      kind: 'published',
      collection: 'letters',
      document: 'd',
      at: 'x',
      hash: 'x',
    }),
  'REST write to the trail': (person) =>
    send(person, 'POST', '/workflow-events', {
      document: 'd',
      seq: 1,
      type: 'published',
      at: 'x',
      actor: 'x',
      hash: 'x',
    }),
  'REST delete of the log': (person) => send(person, 'DELETE', '/publications?where[seq][exists]=true'),
  'GraphQL update with _status': (person, { id }) =>
    gql(person, `mutation { updateLetter(id: "${id}", data: { title: "LEN", workflowState: published }) { id } }`),
  'GraphQL update': (person, { id }) =>
    gql(person, `mutation { updateLetter(id: "${id}", data: { title: "LEN" }) { id } }`),
  'GraphQL restore': (person, { version }) => gql(person, `mutation { restoreVersionLetter(id: "${version}") { id } }`),
  'GraphQL duplicate': (person, { id }) => gql(person, `mutation { duplicateLetter(id: "${id}", data: {}) { id } }`),
  'GraphQL delete': (person, { id }) => gql(person, `mutation { deleteLetter(id: "${id}") { id } }`),
  'method override': (person, { id }) =>
    send(person, 'POST', `/letters/${id}`, { _status: 'published' }, { 'x-http-method-override': 'PATCH' }),
}

/** The same operations from inside, with and without access rules. */
const local: Record<string, (target: Target) => Promise<unknown>> = {
  update: ({ id }) =>
    spine.payload.update({ collection: 'letters', id, data: { _status: 'published', title: 'LEN' } } as never),
  'update by where': () =>
    spine.payload.update({
      collection: 'letters',
      where: { title: { exists: true } },
      data: { _status: 'published' },
    } as never),
  create: () => spine.payload.create({ collection: 'letters', data: { title: 'LEN', _status: 'published' } } as never),
  duplicate: ({ id }) =>
    spine.payload.duplicate({ collection: 'letters', id, data: { _status: 'published' } } as never),
  restore: ({ version }) => spine.payload.restoreVersion({ collection: 'letters', id: version } as never),
  delete: ({ id }) => spine.payload.delete({ collection: 'letters', id } as never),
  'delete the log': () =>
    spine.payload.delete({ collection: 'publications', where: { seq: { exists: true } } } as never),
  'write the log': () => spine.payload.create({ collection: 'publications', data: { seq: 999 } } as never),
  'change content': () =>
    spine.payload.update({ collection: 'contents', where: { hash: { exists: true } }, data: { bytes: '{}' } } as never),
  'write a row past every hook': ({ id }) =>
    spine.payload.db.updateOne({ collection: 'letters', id, data: { workflowState: 'published' } } as never),
}

const send = (
  person: Person | 'nobody',
  method: string,
  url: string,
  body?: unknown,
  headers?: Record<string, string>,
) => spine.rest(method, url, { token: person === 'nobody' ? undefined : spine.tokens[person], body, headers })

const auditClean = async () =>
  expect((await verify({ payload: spine.payload, anchorsDir: `${spine.dir}/none` })).faults).toEqual([])

describe.each(STATES)('from %s', (state) => {
  it.each(people)(
    '%s publishes nothing by any write',
    async (person) => {
      for (const [name, attempt] of person === 'local' ? Object.entries(local) : Object.entries(attempts)) {
        const target = await inState(state)
        const before = await lastSeq(spine)
        await (person === 'local' ? local[name]!(target) : attempt(person as never, target as never)).catch(
          () => undefined,
        )
        expect(await lastSeq(spine), `${person} by ${name} from ${state}`).toBe(before)
      }
      await auditClean()
    },
    120_000,
  )
})

it('refuses a write that carries a status with 403 WORKFLOW_APPROVAL_REQUIRED, and takes its twin without', async () => {
  const { id } = await inState('draft')
  const refused = await send('an', 'PATCH', `/letters/${id}`, { title: 'Sửa', _status: 'published' })
  expect(refused).toMatchObject({ status: 403, body: { errors: [{ code: 'WORKFLOW_APPROVAL_REQUIRED' }] } })
  expect((await send('an', 'PATCH', `/letters/${id}`, { title: 'Sửa' })).status).toBe(200)
})

it('never takes a public key, an editor or a state from a request', async () => {
  const { id, key } = (await spine.draft({ key: 'mine', editedBy: spine.ids.dung })) as { id: string; key: string }
  expect(key).not.toBe('mine')
  await send('an', 'PATCH', `/letters/${id}`, { key: 'mine', editedBy: spine.ids.dung, 'editedBy.vi': 'x' })
  const row = await spine.payload.findByID({ collection: 'letters', id, showHiddenFields: true } as never)
  expect(row).toMatchObject({ key, editedBy: spine.ids.an })
})

it('gives a duplicate a key of its own', async () => {
  const { id, key } = await spine.draft()
  const { body } = await send('an', 'POST', `/letters/${id}/duplicate`, { slug: `ban-sao-${id}` })
  if (!body.doc) throw new Error(JSON.stringify(body))
  const copy = await spine.payload.findByID({
    collection: 'letters',
    id: (body.doc as { id: string }).id,
    showHiddenFields: true,
  } as never)
  expect((copy as unknown as { key: string }).key).not.toBe(key)
})
