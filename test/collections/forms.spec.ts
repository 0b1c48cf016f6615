import { fieldSchemasToFormState } from '@payloadcms/ui/forms/fieldSchemasToFormState'
import { createLocalReq, type FlattenedField, handleEndpoints, type PayloadRequest, type TypedUser } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
  const where = { email: { equals: 'auditor@demo.local' } }
  const { docs } = await portal.payload.find({ collection: 'users', where })
  auditor = (docs[0] as { id: string }).id
})
afterAll(() => portal.stop())

type Row = Record<string, unknown>
type Operation = 'create' | 'update'

let made = 0
const fresh = (word: string) => {
  made += 1
  return `${word}-${made}`
}

let days = 0
/** A day that no other row names. */
const freshDay = (): string => {
  days += 1
  return new Date(Date.UTC(2031, 0, days)).toISOString().slice(0, 10)
}

/** Who receives a delegation, and the step that its maker decides. */
let auditor: string
let handed = 'approve'

/** The minimum of fields for saving a row of each collection. */
const LEAST: Record<string, () => Row> = {
  directives: () => ({ title: 'Kế hoạch' }),
  bulletins: () => ({ title: 'Tin' }),
  videos: () => ({ title: 'Video' }),
  notices: () => ({ title: 'Thông báo' }),
  pages: () => ({ title: 'Giới thiệu' }),
  media: () => ({}),
  'document-types': () => ({ code: fresh('LOAI'), name: 'Loại' }),
  organisations: () => ({ code: fresh('co-quan'), name: 'Cơ quan' }),
  territories: () => ({ code: fresh('dia-ban'), name: 'Địa bàn', kind: 'commune' }),
  topics: () => ({ slug: fresh('chu-de'), title: 'Chủ đề' }),
  audiences: () => ({ slug: fresh('doi-tuong'), title: 'Đối tượng' }),
  'search-words': () => ({ words: [fresh('tu')] }),
  'calendar-days': () => ({ day: freshDay(), kind: 'holiday', name: 'Ngày nghỉ', source: 'Thông báo' }),
  delegations: () => ({
    to: auditor,
    steps: [handed],
    authority: '15/QĐ-BBT',
    capacity: 'KT.',
    validFrom: '2026-11-01T00:00:00.000Z',
    validTo: '2027-01-01T00:00:00.000Z',
  }),
  webhooks: () => ({ name: 'Website', url: 'https://website.example.vn/nhan-tin' }),
  users: () => ({
    email: `${fresh('nguoi')}@example.vn`,
    name: 'Người mới',
    role: 'contributor',
    password: 'mot mat khau du dai 2026',
  }),
}
const PEOPLE: Login[] = ['author', 'editor', 'secretary', 'head', 'mail', 'auditor', 'admin']

const requestOf = async (login: Login, locale = 'vi'): Promise<PayloadRequest> => {
  const email = `${login}@demo.local`
  const { docs } = await portal.payload.find({ collection: 'users', where: { email: { equals: email } } })
  const user = { ...(docs as object[])[0], collection: 'users' } as unknown as TypedUser
  return createLocalReq({ user, locale, fallbackLocale: 'null' }, portal.payload)
}

/** The data that Payload's form of a row sends: the state built by its server, reduced as on submit. */
const formOf = async (collection: string, operation: Operation, row: Row, req: PayloadRequest): Promise<Row> => {
  const { fields } = portal.payload.collections[collection]!.config
  const state = await fieldSchemasToFormState({
    id: row.id as string | undefined,
    collectionSlug: collection,
    data: structuredClone(row),
    fields,
    fieldSchemaMap: new Map(),
    operation,
    permissions: true,
    preferences: { fields: {} },
    renderAllFields: true,
    req,
    schemaPath: collection,
    skipValidation: true,
  } as unknown as Parameters<typeof fieldSchemasToFormState>[0])
  return reduceFieldsToValues(state, true)
}

const FILE = new Blob(['WEBVTT\n\n00:01.000 --> 00:02.000\nXin chào\n'], { type: 'text/vtt' })

interface Answer {
  status: number
  doc: Row
  errors?: unknown
}

/** Sends a form as the browser does: the data in one part, the file in another. */
const send = async (login: Login, method: string, url: string, data: Row, file?: Blob): Promise<Answer> => {
  const body = new FormData()
  body.set('_payload', JSON.stringify(data))
  if (file) body.set('file', file, 'phu-de.vtt')
  const headers = { authorization: `JWT ${await portal.as(login)}` }
  const response = await handleEndpoints({
    config: portal.config,
    payloadInstanceCacheKey: portal.dir,
    request: new Request(`http://127.0.0.1:3000/api${url}`, { method, headers, body }),
  })
  const { doc, result, errors } = (await response.json()) as { doc: Row; result: Row; errors?: unknown }
  return { status: response.status, doc: doc ?? result, errors }
}
const fileOf = (collection: string) => (collection === 'media' ? FILE : undefined)
const stored = async (collection: string, id: unknown, locale = 'vi'): Promise<Row> =>
  (await portal.payload.findByID({
    collection,
    id: String(id),
    depth: 0,
    locale,
    fallbackLocale: false,
    showHiddenFields: false,
  })) as unknown as Row

const create = async (collection: string, login: Login, more: Row = {}): Promise<Answer> => {
  const row = { ...LEAST[collection]!(), ...more }
  const sent = await formOf(collection, 'create', row, await requestOf(login))
  return send(login, 'POST', `/${collection}`, { ...sent, ...row }, fileOf(collection))
}

const saves = async (login: Login, collection: string, id: unknown, change: (form: Row) => Row, locale = 'vi') => {
  const row = await stored(collection, id, locale)
  const form = await formOf(collection, 'update', row, await requestOf(login, locale))
  return send(login, 'PATCH', `/${collection}/${id}?locale=${locale}`, change(form))
}

const mayCreate = async (login: Login): Promise<string[]> => {
  const req = await requestOf(login)
  const asked = Object.keys(LEAST).map(async (collection) => {
    const allowed = await portal.payload.collections[collection]!.config.access.create({ req })
    return allowed ? [collection] : []
  })
  return (await Promise.all(asked)).flat()
}

/** A form in which someone typed into every text field and cleared it again. */
const cleared = (fields: FlattenedField[], form: Row): Row =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => {
      const field = fields.find((one) => one.name === name)
      const text = field?.type === 'text' || field?.type === 'textarea' || field?.type === 'email'
      const many = field && 'hasMany' in field && field.hasMany
      return [name, text && !many && (value === null || value === undefined) ? '' : value]
    }),
  )

it('knows every collection that people write', async () => {
  const written = Object.values(portal.payload.collections).map(async ({ config }) => {
    const asked = PEOPLE.map(async (login) => config.access.create({ req: await requestOf(login), data: {} }))
    return (await Promise.all(asked)).some(Boolean) && !config.slug.startsWith('payload-') ? [config.slug] : []
  })
  expect((await Promise.all(written)).flat().sort()).toEqual(Object.keys(LEAST).sort())
})

describe('a form is saved as Payload sends it', () => {
  const writers = PEOPLE.filter((login) => login !== 'mail' && login !== 'auditor')
  it.each(writers)('with nothing but the least typed in, then again as it was read, by %s', async (login) => {
    const writes = await mayCreate(login)
    expect(writes).not.toEqual([])
    handed = login === 'head' ? 'approve' : 'confirm'
    for (const collection of writes) {
      const first = await create(collection, login)
      expect([collection, first.status, first.errors]).toEqual([collection, 201, undefined])
      // A delegation is made once and never changed.
      if (collection === 'delegations') continue
      const again = await saves(login, collection, first.doc.id, (form) => form)
      expect([collection, again.status, again.errors]).toEqual([collection, 200, undefined])
      const { flattenedFields } = portal.payload.collections[collection]!.config
      const emptied = await saves(login, collection, first.doc.id, (form) => cleared(flattenedFields, form))
      expect([collection, emptied.status, emptied.errors]).toEqual([collection, 200, undefined])
    }
  })

  it.each(['directives', 'bulletins', 'videos', 'notices', 'pages', 'organisations', 'topics', 'media'])(
    'in another language too: %s',
    async (collection) => {
      const { doc } = await create(collection, 'editor')
      const { useAsTitle } = portal.payload.collections[collection]!.config.admin
      const title = useAsTitle === 'label' ? 'title' : useAsTitle
      const words = title === 'filename' ? { caption: 'ខ្មែរ' } : { [title!]: 'ខ្មែរ' }
      const answer = await saves('editor', collection, doc.id, (form) => ({ ...form, ...words }), 'km')
      expect([answer.status, answer.errors]).toEqual([200, undefined])
      const vietnamese = await stored(collection, doc.id)
      for (const name of Object.keys(words)) expect(vietnamese[name]).not.toBe('ខ្មែរ')
    },
  )

  it('with its lists filled, and with all their rows taken out again', async () => {
    const lists: [string, Row][] = [
      [
        'directives',
        {
          signers: [{ name: 'Lê Thị Hoa' }],
          taskGroups: [{ ordinal: 1, heading: 'Một' }],
          relations: [{ type: 'basedOn', citedAs: 'Luật Hộ tịch' }],
        },
      ],
      ['bulletins', { contributors: [{ name: 'Lê Thị Hoa', royalty: 100_000 }] }],
      ['videos', { captions: [{ lang: 'vi', kind: 'captions' }] }],
    ]
    for (const [collection, filled] of lists) {
      const { doc, status } = await create(collection, 'editor', filled)
      expect([collection, status]).toEqual([collection, 201])
      expect(doc).toMatchObject(filled)
      const same = await saves('editor', collection, doc.id, (form) => form)
      expect([same.status, same.doc]).toMatchObject([200, filled])
      const none = Object.fromEntries(Object.keys(filled).map((name) => [name, 0]))
      const emptied = await saves('editor', collection, doc.id, (form) => ({ ...form, ...none }))
      expect([emptied.status, emptied.errors]).toEqual([200, undefined])
      for (const name of Object.keys(filled)) expect(emptied.doc[name]).toEqual([])
    }
  })

  it('of the portal as a whole', async () => {
    for (const openingVisits of [undefined, null, 0, '', 12])
      expect((await send('editor', 'POST', '/globals/site', { openingVisits })).status).toBe(200)
  })
})
