import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PlainPayload, startPlainPayload } from './support/plainPayload.ts'

let plain: PlainPayload
beforeAll(async () => {
  plain = await startPlainPayload()
})
afterAll(() => plain.stop())

interface Row {
  id: string
  words?: string
}
type Page = { id: string; title: unknown; count: unknown; createdAt: string; groups: Row[]; notes: Row[] }

const ask = async (method: string, url: string, body?: unknown) => {
  const answer = await plain.rest(method, url, { body })
  return { status: answer.status, page: (answer.body.doc ?? answer.body) as Page, docs: answer.body.docs as Page[] }
}
/** Creates a page for the duration of the work. */
const withPage = async (body: object, work: (page: Page) => Promise<void>) => {
  const { page } = await ask('POST', '/pages', body)
  await work(page)
  await ask('DELETE', `/pages/${page.id}`)
}

describe('forms/existingRows.ts', () => {
  it('payload 3.90.2 fails with 500 where a document points to a row that does not exist', async () => {
    expect((await ask('POST', '/pages', { kind: randomUUID() })).status).toBe(500)
  })
})

describe('forms/sameRows.ts', () => {
  it('payload 3.90.2 fails with 500 on a row that has the id of another document’s', async () => {
    await withPage({ notes: [{ words: 'a' }] }, async ({ notes }) => {
      await withPage({}, async ({ id }) => {
        expect((await ask('PATCH', `/pages/${id}`, { notes: [{ id: notes[0]!.id, words: 'b' }] })).status).toBe(500)
      })
    })
  })

  it('payload 3.90.2 forgets the words of the original when a translation comes without ids of its rows', async () => {
    await withPage({ groups: [{ words: 'một' }] }, async ({ id, groups }) => {
      expect(groups[0]?.words).toBe('một')
      await ask('PATCH', `/pages/${id}?locale=en`, { groups: [{ words: 'one' }] })
      const { page } = await ask('GET', `/pages/${id}?locale=vi`)
      expect([page.groups.length, page.groups[0]?.words]).toEqual([1, undefined])
    })
  })
})

describe('forms/knownLocale.ts', () => {
  it('payload 3.90.2 stores over the original what comes in a language that does not exist', async () => {
    await withPage({ title: 'Bản gốc' }, async ({ id }) => {
      await ask('PATCH', `/pages/${id}?locale=xx`, { title: 'translation' })
      expect((await ask('GET', `/pages/${id}?locale=vi`)).page.title).toBe('translation')
    })
  })
})

describe('forms/fieldsOnly.ts', () => {
  it('payload 3.90.2 makes an empty document of a list', async () => {
    const { status, page } = await ask('POST', '/pages', ['a'])
    expect(status).toBe(201)
    await ask('DELETE', `/pages/${page.id}`)
  })

  it('payload 3.90.2 fails with 500 on a word in the place of a document', async () => {
    expect((await ask('POST', '/pages', 'a')).status).toBe(500)
  })

  it('payload 3.90.2 stores the creation time that a request claims', async () => {
    const createdAt = '2001-01-01T00:00:00.000Z'
    await withPage({ createdAt }, async (page) => expect(page.createdAt).toBe(createdAt))
  })
})

describe('forms/rightForm.ts', () => {
  it.each([
    ['the leading digits of', 'count', '1.000.000', 1],
    ['the leading digits of', 'count', '5a', 5],
    ['as a text', 'title', { vi: 'x' }, '{"vi":"x"}'],
    ['as a text', 'title', 5, '5'],
  ])('payload 3.90.2 stores %s a value of another kind: %s', async (_, field, sent, stored) => {
    await withPage({ [field]: sent }, async ({ id }) => {
      expect((await ask('GET', `/pages/${id}`)).page[field as 'title']).toBe(stored)
    })
  })
})

describe('forms/normaliseFilters.ts', () => {
  it('payload 3.90.2 takes a word in the place of a number for no value', async () => {
    await withPage({ title: 'không số' }, async ({ id }) => {
      const { docs } = await ask('GET', '/pages?where[count][equals]=abc')
      expect(docs.map((page) => page.id)).toEqual([id])
    })
  })

  it('payload 3.90.2 fails with 500 on a word in the place of a day', async () => {
    expect((await ask('GET', '/pages?where[day][greater_than]=abc')).status).toBe(500)
  })

  it.each(['where[kind][equals]=nope', 'where[shown][equals]=maybe', 'where[count][like]=12'])(
    'payload 3.90.2 answers nothing, and no fault, to a filter that no row can pass: %s',
    async (query) => {
      const { status, docs } = await ask('GET', `/pages?${query}`)
      expect([status, docs]).toEqual([200, []])
    },
  )
})

describe('forms/refuseHiddenSort.ts', () => {
  it('payload 3.90.2 filters by no hidden field behind a relation, but sorts by it', async () => {
    const kinds: string[] = []
    for (const hash of ['2', '1']) kinds.push((await ask('POST', '/kinds', { hash })).page.id)
    const pages: string[] = []
    for (const kind of kinds) pages.push((await ask('POST', '/pages', { kind })).page.id)
    expect((await ask('GET', '/pages?where[kind.hash][equals]=1')).status).toBe(400)
    const order = async (sort: string) => (await ask('GET', `/pages?sort=${sort}`)).docs.map(({ id }) => id)
    expect(await order('kind.hash')).toEqual([pages[1], pages[0]])
    expect(await order('-kind.hash')).toEqual(pages)
    for (const id of pages) await ask('DELETE', `/pages/${id}`)
    for (const id of kinds) await ask('DELETE', `/kinds/${id}`)
  })
})

describe('forms/payloadsOwn.ts', () => {
  it('payload 3.90.2 fails on filters of preferences, with a value in the text of the query', async () => {
    const body = { email: 'mai@example.vn', password: 'mật khẩu', name: 'mai' }
    await plain.rest('POST', '/users', { body })
    const token = await plain.login(body.email, body.password)
    for (const filter of ['[value.a][in]=b', '[user.value][in]=b']) {
      const { status } = await plain.rest('GET', `/payload-preferences?where${filter}`, { token })
      expect(status).toBe(500)
    }
    expect((await plain.rest('DELETE', '/payload-preferences/none', { token })).status).toBe(500)
    expect((await plain.rest('POST', '/payload-migrations', { body: {}, token })).status).toBe(501)
  })
})
