import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FinderElsewhere, fileFinder, TooBusy } from '../../plugins/delivery/index.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

/** A finder that answers when the test lets it, as one in another thread does when it gets to it. */
let asked = 0
let gate: Promise<void> = Promise.resolve()
let letGo: () => void = () => undefined
let isBusy = false
const hold = () => {
  gate = new Promise((resolve) => {
    letGo = resolve
  })
}
const heldFinder: FinderElsewhere = (catalogue) => {
  const { finder, follow, close } = fileFinder(catalogue.numberFilters)
  const held = async <Found>(find: () => Found): Promise<Found> => {
    asked += 1
    if (isBusy) throw new TooBusy()
    follow(catalogue.footing())
    const found = find()
    await gate
    return found
  }
  return {
    search: (request) => held(() => finder.search(request)),
    facets: (request) => held(() => finder.facets(request)),
    facetsAmong: (request) => held(() => finder.facetsAmong(request)),
    close: async () => close(),
  }
}

let side: PublicSide
beforeAll(async () => {
  side = await startPublicSide({ finder: heldFinder })
  await side.publish('notices', 'n1', { title: 'Thông báo tiếp công dân' })
})
afterAll(() => side.stop())
beforeEach(() => {
  asked = 0
  gate = Promise.resolve()
  isBusy = false
})

const SEARCH =
  'query($q: String!) { search(q: $q) { totalDocs docs { title } facets { name values { value count } } } }'
const titles = ({ body }: Awaited<ReturnType<PublicSide['ask']>>) =>
  ((body.data?.search ?? { docs: [] }) as { docs: { title: string }[] }).docs.map(({ title }) => title)
/** Until a question has arrived at the finder. */
const arrived = (count: number) => expect.poll(() => asked, { interval: 5 }).toBe(count)

describe('an answer that waits for a search', () => {
  it('is worked out once for all who ask the same at the same time, and kept', async () => {
    const search = 'query($q: String!) { search(q: $q) { docs { title } } }'
    hold()
    const same = [1, 2, 3].map(() => side.ask(search, { q: 'tiếp công dân' }))
    const other = side.ask(search, { q: 'thông báo' })
    await arrived(2)
    letGo()
    for (const one of await Promise.all(same)) expect(titles(one)).toEqual(['Thông báo tiếp công dân'])
    await other
    await side.ask(search, { q: 'tiếp công dân' })
    expect(asked).toBe(2)
  })

  it('shows what was published while it waited', async () => {
    hold()
    const waiting = side.ask(SEARCH, { q: 'công dân' })
    await arrived(1)
    await side.publish('notices', 'n2', { title: 'Lịch tiếp công dân' })
    gate = Promise.resolve()
    letGo()
    expect(titles(await waiting).sort()).toEqual(['Lịch tiếp công dân', 'Thông báo tiếp công dân'])
    const before = asked
    await side.ask(SEARCH, { q: 'công dân' })
    expect(asked).toBe(before)
  })

  it('is not made anew because somebody visits', async () => {
    await side.ask('{ visitStats { total } }')
    hold()
    const waiting = side.ask(SEARCH, { q: 'tiếp công dân hôm nay' })
    await arrived(1)
    const before = await side.ask('{ visitStats { total } }')
    const visit = { method: 'POST', headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' } }
    expect((await side.request('/visits', visit)).status).toBeLessThan(300)
    expect((await side.ask('{ visitStats { total } }')).body).not.toEqual(before.body)
    letGo()
    expect((await waiting).status).toBe(200)
    // Once for the search, once for its facets.
    expect(asked).toBe(2)
  })

  it('is refused with a code and a time when too many search, and is not kept', async () => {
    isBusy = true
    const refused = await side.ask(SEARCH, { q: 'lịch' })
    expect(refused).toMatchObject({ status: 503, body: { errors: [{ extensions: { code: 'SEARCH_BUSY' } }] } })
    expect(refused.body.data).toBeUndefined()
    expect([refused.headers.get('retry-after'), refused.headers.get('cache-control')]).toEqual(['1', 'no-store'])
    isBusy = false
    expect(titles(await side.ask(SEARCH, { q: 'lịch' }))).toEqual(['Lịch tiếp công dân'])
  })

  it('keeps no list waiting', async () => {
    hold()
    const waiting = side.ask(SEARCH, { q: 'thông báo công dân' })
    await arrived(1)
    expect((await side.ask('{ notices { totalDocs } }')).body.data).toEqual({ notices: { totalDocs: 2 } })
    letGo()
    await waiting
  })
})
