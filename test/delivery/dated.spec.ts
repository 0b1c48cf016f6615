import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../plugins/publications/index.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

let side: PublicSide

const term: PublicSide['term'] = (...row) => side.term(...row)
const organisation = (key: string, name: string): JsonObject => ({
  collection: 'organisations',
  key,
  name: { '@vi': name },
  shortName: { '@vi': 'UBND' },
})
const territory = (key: string, name: string): JsonObject => ({ collection: 'territories', key, name: { '@vi': name } })
const taken = (collection: string, ...keys: string[]) => keys.map((key) => ({ collection, key }))

beforeAll(async () => {
  side = await startPublicSide({ at: '2025-06-30T03:00:00.000Z' })
  await side.publish('directives', 'old', {
    title: 'Kế hoạch của tỉnh cũ',
    issuer: organisation('ubnd-st', 'UBND tỉnh Sóc Trăng'),
    issuerNameAtIssue: 'Ủy ban nhân dân tỉnh Sóc Trăng',
    territories: [territory('st', 'Sóc Trăng')],
    issuedOn: '2024-05-08',
  })
  await side.publish('directives', 'older', {
    title: 'Kế hoạch của huyện',
    issuer: organisation('ubnd-huyen', 'UBND huyện'),
    territories: [territory('huyen', 'Huyện')],
  })
  await side.publish('directives', 'new', {
    title: 'Kế hoạch của thành phố mới',
    issuer: organisation('ubnd-ct', 'UBND thành phố Cần Thơ'),
    territories: [territory('ct', 'Cần Thơ')],
  })
})
afterAll(() => side.stop())

const data = async (query: string) => {
  const { status, body } = await side.ask(query)
  expect([status, body.errors]).toEqual([200, undefined])
  return body.data!
}
const issuerOf = async (id: string, fields: string) =>
  (await data(`{ directive(id: "${id}") { issuer { ${fields} } issuerNameAtIssue } }`)).directive as JsonObject

describe('a body', () => {
  it('is named as it was frozen while nothing newer was published', async () => {
    expect(await issuerOf('old', 'key name shortName validFrom validTo defunct successors { key }')).toEqual({
      issuer: {
        key: 'ubnd-st',
        name: 'UBND tỉnh Sóc Trăng',
        shortName: 'UBND',
        validFrom: null,
        validTo: null,
        defunct: false,
        successors: [],
      },
      issuerNameAtIssue: 'Ủy ban nhân dân tỉnh Sóc Trăng',
    })
  })

  it('is no more from the day after its last one, with what took over; its name at issue stays', async () => {
    await term('organisations', 'ubnd-ct', {
      name: { '@vi': 'UBND thành phố Cần Thơ (mới)', '@en': 'Can Tho' },
      validFrom: '2025-07-01',
    })
    await term('organisations', 'ubnd-st', {
      name: { '@vi': 'UBND tỉnh Sóc Trăng (trước 01/7/2025)' },
      validTo: '2025-06-30',
      successors: taken('organisations', 'ubnd-ct'),
      territory: { collection: 'territories', key: 'st' },
    })
    const fields = 'name shortName validTo defunct successors { key name defunct } territory { key }'
    const issuer = {
      name: 'UBND tỉnh Sóc Trăng (trước 01/7/2025)',
      shortName: 'UBND',
      validTo: '2025-06-30',
      successors: [{ key: 'ubnd-ct', name: 'UBND thành phố Cần Thơ (mới)', defunct: false }],
      territory: { key: 'st' },
    }
    const issuerNameAtIssue = 'Ủy ban nhân dân tỉnh Sóc Trăng'
    expect(await issuerOf('old', fields)).toEqual({ issuer: { ...issuer, defunct: false }, issuerNameAtIssue })
    side.clock.set('2025-06-30T17:00:00.000Z')
    expect(await issuerOf('old', fields)).toEqual({ issuer: { ...issuer, defunct: true }, issuerNameAtIssue })
    side.clock.set('2025-06-30T03:00:00.000Z')
  })

  it('is named by its newest revision everywhere', async () => {
    await term('organisations', 'ubnd-ct', { name: { '@vi': 'UBND thành phố Cần Thơ' }, validFrom: '2025-07-01' })
    expect(await issuerOf('new', 'name')).toMatchObject({ issuer: { name: 'UBND thành phố Cần Thơ' } })
    expect(await data('{ facets(collection: "directives") { name values { value label } } }')).toMatchObject({
      facets: expect.arrayContaining([
        {
          name: 'issuer',
          values: expect.arrayContaining([
            { value: 'ubnd-ct', label: 'UBND thành phố Cần Thơ' },
            { value: 'ubnd-st', label: 'UBND tỉnh Sóc Trăng (trước 01/7/2025)' },
            { value: 'ubnd-huyen', label: 'UBND huyện' },
          ]),
        },
      ]),
    })
  })

  it('does not end a line of successors that runs in a circle', async () => {
    await term('organisations', 'a', { name: { '@vi': 'A' }, successors: taken('organisations', 'b') })
    await term('organisations', 'b', { name: { '@vi': 'B' }, successors: taken('organisations', 'a') })
    expect(await data('{ directives(filter: { issuer: "a", includePredecessors: true }) { totalDocs } }')).toEqual({
      directives: { totalDocs: 0 },
    })
  })
})

describe('a filter', () => {
  const ids = async (filter: string) =>
    ((await data(`{ directives(filter: ${filter}) { docs { id } } }`)).directives as { docs: { id: string }[] }).docs
      .map(({ id }) => id)
      .sort()

  beforeAll(async () => {
    await term('territories', 'huyen', {
      name: { '@vi': 'Huyện' },
      validTo: '2025-06-30',
      successors: taken('territories', 'st'),
    })
    await term('territories', 'st', {
      name: { '@vi': 'Sóc Trăng' },
      validTo: '2025-06-30',
      successors: taken('territories', 'ct'),
    })
    await term('territories', 'ct', { name: { '@vi': 'Cần Thơ' } })
  })

  it('by what took over includes what went before it when asked, however many steps', async () => {
    expect(await ids('{ territory: "ct" }')).toEqual(['new'])
    expect(await ids('{ territory: "ct", includePredecessors: true }')).toEqual(['new', 'old', 'older'])
    expect(await ids('{ territory: "st", includePredecessors: true }')).toEqual(['old', 'older'])
    expect(await ids('{ territory: "ct", includePredecessors: false }')).toEqual(['new'])
    expect(await ids('{ issuer: "ubnd-ct", includePredecessors: true }')).toEqual(['new', 'old'])
    expect(await ids('{ issuer: "ubnd-ct", territory: "st", includePredecessors: true }')).toEqual(['old'])
    expect(await ids('{ includePredecessors: true }')).toEqual(['new', 'old', 'older'])
    const feed = async (query: string) =>
      [...(await (await side.request(`/feeds/directives.atom?${query}`)).text()).matchAll(/<entry\b/g)].length
    expect(await feed('issuer=ubnd-ct&includePredecessors=true')).toBe(2)
    expect(await feed('issuer=ubnd-ct&includePredecessors=false')).toBe(1)
  })

  it('counts and searches the same way', async () => {
    const filter = 'filter: { territory: "ct", includePredecessors: true }'
    expect(await data(`{ search(q: "kế hoạch", ${filter}) { totalDocs } }`)).toEqual({ search: { totalDocs: 3 } })
    const { facets } = (await data(
      `{ facets(collection: "directives", ${filter}) { name values { value count } } }`,
    )) as {
      facets: { name: string; values: { value: string }[] }[]
    }
    expect(
      facets
        .find(({ name }) => name === 'territory')!
        .values.map(({ value }) => value)
        .sort(),
    ).toEqual(['ct', 'huyen', 'st'])
  })
})

describe('the feed of publications', () => {
  it('tells changes of reference data as such', async () => {
    const { publications } = (await data(
      '{ publications(limit: 500) { kind url collection id edition content { id } } }',
    )) as {
      publications: { kind: string }[]
    }
    expect(publications.filter(({ kind }) => kind === 'term')[0]).toEqual({
      kind: 'term',
      url: null,
      collection: 'organisations',
      id: 'ubnd-ct',
      edition: 1,
      content: null,
    })
  })
})
