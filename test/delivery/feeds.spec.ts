import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { xmlText } from '../../lib/feeds/xml.ts'
import type { JsonObject } from '../../plugins/publications/index.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'
import { readXml, type XmlElement } from './support/xml.ts'

let side: PublicSide
const HOSTILE = 'A & <b>B</b> ]]> "C" \u0000\u0008\u000b\uffff </title><script>'
const topic = (key: string): JsonObject => ({ collection: 'topics', key, title: { '@vi': `Chủ đề ${key}` } })

beforeAll(async () => {
  side = await startPublicSide({ at: '2026-03-01T03:00:00.000Z' })
  await side.publish(
    'directives',
    'd1',
    {
      title: { '@vi': 'Kế hoạch triển khai', '@km': 'ផែនការអនុវត្ត' },
      abstract: { '@vi': 'Trích yếu' },
      workUri: '/akn/vn/doc/ke-hoach/ubnd/2024-05-08/84-kh-ubnd',
      issuerNameAtIssue: 'UBND tỉnh',
      topics: [topic('a')],
    },
    { at: '2026-01-01T00:00:00.000Z' },
  )
  await side.publish('directives', 'd2', { title: HOSTILE, topics: [topic('b')] }, { at: '2026-01-02T00:00:00.000Z' })
  await side.publish('notices', 'n1', { title: 'Hết hạn', expiresOn: '2026-02-01' }, { at: '2026-01-03T00:00:00.000Z' })
  await side.publish('videos', 'v1', { title: 'Phim' }, { at: '2026-01-04T00:00:00.000Z' })
  // A new edition of the first document moves it to the top; its id does not change.
  await side.publish(
    'directives',
    'd1',
    {
      title: { '@vi': 'Kế hoạch triển khai (sửa)', '@km': 'ផែនការអនុវត្ត' },
      workUri: '/akn/vn/doc/ke-hoach/ubnd/2024-05-08/84-kh-ubnd',
      topics: [topic('a')],
    },
    { at: '2026-01-05T00:00:00.000Z', edition: 2 },
  )
})
afterAll(() => side.stop())

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await side.request(path, { headers })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const entriesOf = (feed: XmlElement) => feed.children.filter(({ name }) => name === 'entry')
const textOf = (element: XmlElement, name: string) => element.children.find((child) => child.name === name)?.text
const linkOf = (element: XmlElement, rel: string) =>
  element.children.find((child) => child.name === 'link' && child.attributes.rel === rel)?.attributes.href

describe('an Atom feed', () => {
  it('has the documents of its collection, the latest edition first, linked to the website', async () => {
    const { status, headers, text } = await get('/feeds/directives.atom')
    expect([status, headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8'])
    const feed = readXml(text)
    expect([feed.name, feed.attributes.xmlns, textOf(feed, 'title'), textOf(feed, 'updated')]).toEqual([
      'feed',
      'http://www.w3.org/2005/Atom',
      'Cổng thông tin pháp luật · Văn bản chỉ đạo',
      '2026-01-05T00:00:00.000Z',
    ])
    expect([linkOf(feed, 'self'), linkOf(feed, 'alternate')]).toEqual([
      'http://127.0.0.1:3000/feeds/directives.atom',
      'https://phapluat.example.vn/van-ban',
    ])
    const [first, second] = entriesOf(feed)
    expect(['id', 'title', 'published', 'updated'].map((name) => textOf(first!, name))).toEqual([
      'tag:phapluat.example.vn,2026-01-01:/akn/vn/doc/ke-hoach/ubnd/2024-05-08/84-kh-ubnd',
      'Kế hoạch triển khai (sửa)',
      '2026-01-01T00:00:00.000Z',
      '2026-01-05T00:00:00.000Z',
    ])
    expect(linkOf(first!, 'alternate')).toBe('https://phapluat.example.vn/directives/d1')
    expect(textOf(second!, 'id')).toBe('tag:phapluat.example.vn,2026-01-02:/directives/d2')
    expect(textOf(second!, 'title')).toBe('A & <b>B</b> ]]> "C"  </title><script>')
    expect(second!.children.find(({ name }) => name === 'category')!.attributes).toEqual({
      term: 'b',
      label: 'Chủ đề b',
    })
  })

  it('is narrowed by the filters of its collection, in the language asked for', async () => {
    const titles = async (path: string) =>
      entriesOf(readXml((await get(path)).text)).map((entry) => textOf(entry, 'title'))
    expect(await titles('/feeds/directives.atom?topic=a')).toEqual(['Kế hoạch triển khai (sửa)'])
    expect(await titles('/feeds/directives.atom?topic=a&locale=km')).toEqual(['ផែនការអនុវត្ត'])
    expect(await titles('/feeds/directives.atom?topic=none')).toEqual([])
    expect(await titles('/feeds/directives.atom?q=trien+khai')).toHaveLength(1)
    const feed = readXml((await get('/feeds/directives.atom?topic=a&locale=km')).text)
    expect([feed.attributes['xml:lang'], entriesOf(feed)[0]!.attributes['xml:lang']]).toEqual(['km', 'km'])
  })

  it('refuses what is no year and no yes or no, as the list does', async () => {
    for (const wrong of ['year=abc', 'year=24', 'from=2026-02-30', 'includePredecessors=maybe'])
      expect([wrong, (await get(`/feeds/directives.atom?${wrong}`)).status]).toEqual([wrong, 400])
    for (const right of ['year=2024', 'year=', 'issuer=x&includePredecessors=true', 'includePredecessors=false'])
      expect([right, (await get(`/feeds/directives.atom?${right}`)).status]).toEqual([right, 200])
  })

  it('of everything has all collections and nothing that has expired', async () => {
    const ids = entriesOf(readXml((await get('/feeds/all.atom')).text)).map((entry) =>
      textOf(entry, 'id')!.split(':').at(-1),
    )
    expect(ids).toEqual(['/akn/vn/doc/ke-hoach/ubnd/2024-05-08/84-kh-ubnd', '/videos/v1', '/directives/d2'])
  })

  it('is well-formed whatever stands in the question', async () => {
    for (const value of ['<&">', '\u0000', ']]>', '%ED%A0%80', 'ក', 'x'.repeat(3000)]) {
      const { status, text } = await get(`/feeds/directives.atom?q=${encodeURIComponent(value)}`)
      expect(status).toBe(200)
      readXml(text)
    }
  })

  it('is sent again only when something changed', async () => {
    const first = await get('/feeds/videos.atom')
    const etag = first.headers.get('etag')!
    expect(first.headers.get('cache-control')).toMatch(/^public/)
    expect((await get('/feeds/videos.atom', { 'if-none-match': `W/${etag}` })).status).toBe(304)
    await side.publish('videos', 'v2', { title: 'Phim mới' })
    expect((await get('/feeds/videos.atom', { 'if-none-match': etag })).status).toBe(200)
  })

  it.each([
    ['/feeds/users.atom', 404],
    ['/feeds/directives.rss', 404],
    ['/feeds/constructor.atom', 404],
    ['/feeds/directives.atom?password=x', 400],
    ['/feeds/notices.atom?issuer=x', 400],
    ['/feeds/directives.atom?from=yesterday', 400],
  ])('%s is refused with %i and a code', async (path, status) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text).errors[0].code).toMatch(/^[A-Z_]+$/)
  })
})

describe('the sitemap', () => {
  it('leads to every live document, a part for each collection', async () => {
    const index = readXml((await get('/sitemap.xml')).text)
    const parts = index.children.map((part) => textOf(part, 'loc')!)
    expect(index.name).toBe('sitemapindex')
    expect(parts).toEqual([
      'http://127.0.0.1:3000/sitemaps/directives-1.xml',
      'http://127.0.0.1:3000/sitemaps/videos-1.xml',
    ])
    const { status, headers, text } = await get(parts[0]!)
    expect([status, headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8'])
    const urls = readXml(text)
    expect(urls.children.map((url) => [textOf(url, 'loc'), textOf(url, 'lastmod')])).toEqual([
      ['https://phapluat.example.vn/directives/d1', '2026-01-05T00:00:00.000Z'],
      ['https://phapluat.example.vn/km/directives/d1', '2026-01-05T00:00:00.000Z'],
      ['https://phapluat.example.vn/directives/d2', '2026-01-02T00:00:00.000Z'],
    ])
    expect((await get(parts[0]!, { 'if-none-match': headers.get('etag')! })).status).toBe(304)
  })

  it('names the pages of each language on every one of them, and none where there is one language', async () => {
    const [vi, km, alone] = readXml((await get('/sitemaps/directives-1.xml')).text).children
    const others = (url: XmlElement) =>
      url.children.filter(({ name }) => name === 'xhtml:link').map(({ attributes }) => attributes)
    const both = [
      { rel: 'alternate', hreflang: 'vi', href: 'https://phapluat.example.vn/directives/d1' },
      { rel: 'alternate', hreflang: 'km', href: 'https://phapluat.example.vn/km/directives/d1' },
    ]
    expect([vi, km, alone].map((url) => others(url!))).toEqual([both, both, []])
  })

  it.each(['notices-1', 'directives-2', 'directives-0', 'directives-1e9', 'users-1', 'directives-99999'])(
    'has no part %s',
    async (part) => {
      expect((await get(`/sitemaps/${part}.xml`)).status).toBe(404)
    },
  )
})

describe('site', () => {
  it('tells what the portal is and where its feeds are', async () => {
    const { body } = await side.ask(
      '{ site(locale: "en") { name url defaultLocale languages { code name } sections { collection name documents feed } totalDocs lastPublishedAt feed sitemap } }',
    )
    expect(body.data!.site).toMatchObject({
      name: 'Legal information portal',
      url: 'https://phapluat.example.vn',
      defaultLocale: 'vi',
      languages: [
        { code: 'vi', name: 'Tiếng Việt' },
        { code: 'km', name: 'ខ្មែរ' },
        { code: 'zh', name: '中文' },
        { code: 'en', name: 'English' },
      ],
      sections: [
        {
          collection: 'directives',
          name: 'Directives',
          documents: 2,
          feed: 'http://127.0.0.1:3000/feeds/directives.atom',
        },
        { collection: 'bulletins', documents: 0 },
        { collection: 'videos', documents: 2 },
        { collection: 'notices', documents: 0 },
        { collection: 'pages', documents: 0 },
      ],
      totalDocs: 4,
      lastPublishedAt: '2026-03-01T03:00:00.000Z',
      feed: 'http://127.0.0.1:3000/feeds/all.atom',
      sitemap: 'http://127.0.0.1:3000/sitemap.xml',
    })
  })
})

it('drops from XML what no XML may hold, and nothing else', () => {
  expect(xmlText('a\u0000\u001f\ufffe\ud800b\t\n\u{1f600}ក')).toBe('ab\t\n\u{1f600}ក')
})

describe('an Atom feed in another language', () => {
  it('says the language of a title or a summary that is not the feed’s', async () => {
    await side.publish('bulletins', 'said', {
      title: { '@vi': 'Bản tin', '@km': 'ព្រឹត្តិបត្រ' },
      summary: { '@vi': 'Tóm tắt' },
    })
    await side.publish('bulletins', 'only', { title: { '@vi': 'Tin' }, summary: { '@vi': 'Ngắn' } })
    const languages = async (locale: string) =>
      entriesOf(readXml((await get(`/feeds/bulletins.atom?locale=${locale}`)).text)).map((entry) =>
        [entry, ...entry.children.filter(({ name }) => name === 'title' || name === 'summary')].map(
          ({ attributes }) => attributes['xml:lang'],
        ),
      )
    expect(await languages('km')).toEqual([
      ['vi', 'vi', 'vi'],
      ['km', undefined, 'vi'],
    ])
    expect(await languages('vi')).toEqual([
      ['vi', undefined, undefined],
      ['vi', undefined, undefined],
    ])
  })
})

// Last, because the suites above count what there is.
describe('the files of documents in the sitemap', () => {
  it('are the picture of a bulletin, and a video that has a picture', async () => {
    const picture = side.file('tap-huan.png', 'image/png', 'ảnh')
    const film = side.file('phim.mp4', 'video/mp4', 'phim')
    await side.publish('bulletins', 'b1', { title: 'Tập huấn', picture })
    await side.publish('videos', 'v2', {
      title: 'Phim & ảnh',
      summary: { '@vi': 'Tóm tắt' },
      file: film,
      poster: picture,
    })
    const at = (file: JsonObject) => `http://127.0.0.1:3000/media/public/${file.sha256}/${file.filename}`
    const listed = async (collection: string, id: string) => {
      const urls = readXml((await get(`/sitemaps/${collection}-1.xml`)).text).children
      return urls.find((url) => textOf(url, 'loc')!.endsWith(`/${collection}/${id}`))
    }
    const bulletin = await listed('bulletins', 'b1')
    const image = bulletin!.children.find(({ name }) => name === 'image:image')!
    expect(textOf(image, 'image:loc')).toBe(at(picture))
    const [bare, whole] = [await listed('videos', 'v1'), await listed('videos', 'v2')]
    expect(bare!.children.some(({ name }) => name === 'video:video')).toBe(false)
    const video = whole!.children.find(({ name }) => name === 'video:video')!
    expect(video.children.map(({ name, text }) => [name, text])).toEqual([
      ['video:thumbnail_loc', at(picture)],
      ['video:title', 'Phim & ảnh'],
      ['video:description', 'Tóm tắt'],
      ['video:content_loc', at(film)],
    ])
  })
})
