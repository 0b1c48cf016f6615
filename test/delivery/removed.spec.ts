import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

let side: PublicSide
beforeAll(async () => {
  side = await startPublicSide({ at: '2026-03-01T03:00:00.000Z' })
  await side.publish('notices', 'n1', { title: 'Lịch hòa giải', expiresOn: '2026-03-02' })
})
afterAll(() => side.stop())

const data = async (query: string, variables?: Record<string, unknown>) => {
  const { status, body } = await side.ask(query, variables)
  expect([status, body.errors]).toEqual([200, undefined])
  return body.data!
}

describe('removed(url)', () => {
  const removed = async (url: string, locale = 'vi') =>
    (
      await data(
        'query($url: String!, $locale: String) { removed(url: $url, locale: $locale) { kind notice reason at redirectTo collection id url edition } }',
        { url, locale },
      )
    ).removed

  it('says that what stood there was withdrawn, why and when', async () => {
    const { contentHash } = await side.publish('bulletins', 'r1', { title: 'Nhầm' })
    expect(await removed('/bulletins/r1')).toBeNull()
    await side.record({
      collection: 'bulletins',
      document: 'r1',
      kind: 'withdrawn',
      contentHash,
      changeNote: 'Nhầm số liệu',
      at: '2026-02-28T18:00:00.000Z',
    })
    expect(await removed('/bulletins/r1')).toEqual({
      kind: 'withdrawn',
      notice: 'Nội dung này đã được rút ngày 01/03/2026.',
      reason: 'Nhầm số liệu',
      at: '2026-02-28T18:00:00.000Z',
      redirectTo: null,
      collection: 'bulletins',
      id: 'r1',
      url: '/bulletins/r1',
      edition: 1,
    })
    expect(await removed('/bulletins/r1', 'en')).toMatchObject({ notice: 'This content was withdrawn on 01/03/2026.' })
    await side.record({ collection: 'bulletins', document: 'r1', kind: 'restored', contentHash })
    expect(await removed('/bulletins/r1')).toBeNull()
  })

  it('says that it expired: by its own last day, or because it was said so', async () => {
    side.clock.set('2026-03-02T17:00:00.000Z')
    expect(await removed('/notices/n1')).toMatchObject({ kind: 'expired', at: '2026-03-02T17:00:00.000Z' })
    side.clock.set('2026-03-01T03:00:00.000Z')
    expect(await removed('/notices/n1')).toBeNull()
    const { contentHash } = await side.publish('notices', 'n3', { title: 'Hết hạn', expiresOn: '2026-02-28' })
    await side.record({ collection: 'notices', document: 'n3', kind: 'expired', contentHash })
    expect(await removed('/notices/n3')).toMatchObject({ kind: 'expired' })
    expect(await data('{ notice(id: "n3") { id } }')).toEqual({ notice: null })
    // Restored on purpose: an expiry date that had already passed by then does not hide it.
    await side.record({ collection: 'notices', document: 'n3', kind: 'restored', contentHash })
    expect(await data('{ notice(id: "n3") { id } }')).toEqual({ notice: { id: 'n3' } })
  })

  it('says where it stands now, from an earlier slug and from the addresses of an earlier website', async () => {
    const legacyUrls = ['https://Cu.example.vn:80/Default.aspx?sname=ubnd&id=12#top', '/van-ban/12.html']
    await side.publish('directives', 'r2', { title: 'Cũ', legacyUrls }, { slug: 'ten-cu' })
    await side.publish('directives', 'r2', { title: 'Mới', legacyUrls }, { slug: 'ten-moi', edition: 2 })
    const addresses = [
      '/directives/ten-cu',
      'https://cu.example.vn/Default.aspx?sname=ubnd&id=12',
      '/Default.aspx?sname=ubnd&id=12',
      '/van-ban/12.html',
      // As people share them: other order, tags of networks, a slash at the end, a fragment.
      '/Default.aspx?id=12&sname=ubnd&fbclid=IwAR0',
      'https://cu.example.vn/Default.aspx?id=12&utm_source=zalo&sname=ubnd',
      '/van-ban//12.html/?gclid=x#muc-2',
      '/directives/ten-cu?fbclid=abc',
      '/directives/ten-cu/#a',
      'https://phapluat.example.vn/directives/ten-cu/?utm_medium=x&ref=1',
    ]
    for (const address of addresses) {
      expect(await removed(address), address).toMatchObject({ kind: 'redirected', redirectTo: '/directives/ten-moi' })
      expect(await data('query($url: String) { directive(url: $url) { id url } }', { url: address })).toEqual({
        directive: { id: 'r2', url: '/directives/ten-moi' },
      })
    }
    expect(await removed('/directives/ten-moi')).toBeNull()
    expect(await removed('https://khac.example.vn/directives/ten-cu')).toBeNull()
    expect(await removed('/Default.aspx?sname=ubnd&id=13')).toBeNull()
    const { contentHash } = await side.publish(
      'directives',
      'r2',
      { title: 'Mới', legacyUrls },
      { slug: 'ten-moi', edition: 3 },
    )
    await side.record({
      collection: 'directives',
      document: 'r2',
      slug: 'ten-moi',
      kind: 'withdrawn',
      contentHash,
      changeNote: 'x',
    })
    for (const address of addresses) expect(await removed(address), address).toMatchObject({ kind: 'withdrawn' })
  })

  it('leads from a redirected document to another, and shows the first no more', async () => {
    const { contentHash } = await side.publish('bulletins', 'r3', { title: 'Cũ' }, { slug: 'truoc' })
    await side.publish('bulletins', 'r4', { title: 'Mới' }, { slug: 'sau' })
    await side.record({ collection: 'bulletins', document: 'r3', kind: 'redirected', slug: 'sau', contentHash })
    expect(await removed('/bulletins/truoc')).toMatchObject({
      kind: 'redirected',
      id: 'r3',
      redirectTo: '/bulletins/sau',
      at: null,
    })
    expect(await data('{ gone: bulletin(slug: "truoc") { id } bulletin(slug: "sau") { id title } }')).toEqual({
      gone: null,
      bulletin: { id: 'r4', title: 'Mới' },
    })
  })

  it('is null where nothing ever was, whatever is asked', async () => {
    for (const url of ['', '/', '?', '//', 'x', '/khong-co', '\u0000', '\ud800', 'javascript:alert(1)', "' OR 1=1 --"])
      expect(await removed(url), url).toBeNull()
    expect((await side.ask('query($u: String!) { removed(url: $u) { kind } }', { u: 'x'.repeat(5000) })).status).toBe(
      400,
    )
  })
})
