import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../plugins/publications/index.ts'
import { atomFaults } from './support/atomRules.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'
import { schemaOrgFaults } from './support/schemaOrgRules.ts'
import { readXml } from './support/xml.ts'

const label = (collection: string, key: string, name: string) => ({ collection, key, name: { '@vi': name } })

let side: PublicSide
beforeAll(async () => {
  side = await startPublicSide()
  const picture = side.file('anh.png', 'image/png', 'png')
  const film = side.file('phim.mp4', 'video/mp4', 'mp4')
  await side.publish('directives', 'd1', {
    title: { '@vi': 'Kế hoạch triển khai & phối hợp', '@km': 'ផែនការ' },
    slug: 'd1',
    numberAndSymbol: '84/KH-UBND',
    docType: label('document-types', 'KH', 'Kế hoạch'),
    issuer: label('organisations', 'ubnd', 'Ủy ban nhân dân tỉnh'),
    issuerNameAtIssue: { '@vi': 'Ủy ban nhân dân tỉnh Sóc Trăng' },
    issuedOn: '2024-05-08',
    effectiveFrom: '2024-06-01',
    abstract: { '@vi': 'Về việc phối hợp.' },
    workUri: '/akn/vn/doc/ke-hoach/ubnd/2024-05-08/84-kh-ubnd',
  })
  await side.publish('directives', 'd2', { title: 'Chỉ có tên', slug: 'd2' })
  await side.publish('bulletins', 'b1', {
    title: 'Bản tin',
    slug: 'b1',
    summary: { '@vi': 'Tóm tắt' },
    byline: { '@vi': 'Phòng PBGDPL' },
    picture,
  })
  const video = {
    title: 'Phim',
    slug: 'v1',
    file: film,
    poster: picture,
    durationSeconds: 90,
    recordedOn: '2024-06-04',
  }
  await side.publish('videos', 'v1', {
    ...video,
    transcript: { '@vi': 'Lời' },
    embedUrl: 'https://player.example.vn/1',
  })
  await side.publish('notices', 'n1', {
    title: 'Thông báo',
    slug: 'n1',
    summary: { '@vi': 'Nội dung' },
    expiresOn: '2030-03-02',
  })
  await side.publish('pages', 'p1', { title: 'Giới thiệu', slug: 'p1', summary: { '@vi': 'Về cổng' } })
})
afterAll(() => side.stop())

describe('JSON-LD', () => {
  it('of every collection says what the vocabulary of schema.org has, in its values too', async () => {
    const { body } = await side.ask(
      '{ directives { docs { jsonLd } } bulletins { docs { jsonLd } } videos { docs { jsonLd } } notices { docs { jsonLd } } pages { docs { jsonLd } } }',
    )
    const lists = body.data as Record<string, { docs: { jsonLd: string | null }[] }>
    const told = Object.values(lists).flatMap(({ docs }) => docs.map(({ jsonLd }) => JSON.parse(jsonLd!) as JsonObject))
    expect(told.map((one) => one['@type'])).toEqual([
      ...['Legislation', 'Legislation', 'NewsArticle', 'VideoObject', 'SpecialAnnouncement', 'WebPage'],
    ])
    expect(told.flatMap(schemaOrgFaults)).toEqual([])
  })

  it.each<[string, JsonObject]>([
    ['a type that there is none of', { '@type': 'Directive', name: 'x' }],
    ['a property that there is none of', { '@type': 'Legislation', number: 'x' }],
    ['a property of another type', { '@type': 'NewsArticle', legislationDate: '2024-05-08' }],
    ['a day that is none', { '@type': 'Legislation', legislationDate: '8/5/2024' }],
    ['a duration in seconds', { '@type': 'VideoObject', duration: '90' }],
    ['a path instead of an address', { '@type': 'VideoObject', contentUrl: '/media/phim.mp4' }],
    [
      'a text where somebody is meant',
      { '@type': 'Legislation', legislationPassedBy: { '@type': 'WebPage', name: 'x' } },
    ],
    ['an empty name', { '@type': 'WebPage', name: ' ' }],
  ])('is refused by the same rules for %s', (_, value) => {
    expect(schemaOrgFaults({ '@context': 'https://schema.org', ...value })).toHaveLength(1)
  })
})

describe('Atom', () => {
  const feedOf = async (path: string) => (await side.request(path)).text()

  it.each([
    '/feeds/all.atom',
    '/feeds/directives.atom?locale=km',
    '/feeds/notices.atom?q=nothing',
    '/feeds/videos.atom',
  ])('of %s keeps the rules of RFC 4287', async (path) => {
    expect(atomFaults(readXml(await feedOf(path)))).toEqual([])
  })

  it.each<[string, (xml: string) => string]>([
    ['an entry without an id', (xml) => xml.replace(/(<entry[^>]*>)<id>[^<]*<\/id>/, '$1')],
    ['two titles', (xml) => xml.replace('<title>', '<title>a</title><title>')],
    ['a date without its time', (xml) => xml.replace(/<updated>([^<T]*)T[^<]*/, '<updated>$1')],
    ['no link to itself', (xml) => xml.replace('rel="self"', 'rel="related"')],
    ['an author without a name', (xml) => xml.replace(/<author>.*?<\/author>/, '<author></author>')],
    ['a category without a term', (xml) => xml.replace(/<category term="[^"]*"/, '<category')],
    ['an unknown namespace', (xml) => xml.replace(/ xmlns:eli="[^"]*"/, '')],
    ['the same entry twice', (xml) => xml.replace(/(<entry.*?<\/entry>)/, '$1$1')],
    ['a relative address', (xml) => xml.replace(/(<entry.*?href=")[^"]*/, '$1/van-ban/d1')],
  ])('is refused by the same rules for %s', async (_, harm) => {
    const sound = await feedOf('/feeds/directives.atom')
    const harmed = harm(sound)
    expect(harmed).not.toBe(sound)
    expect(atomFaults(readXml(harmed))).not.toEqual([])
  })

  it('tells the facts of a legal text in the ontology of ELI, and nothing where there is none', async () => {
    const entries = readXml(await feedOf('/feeds/directives.atom')).children.filter(({ name }) => name === 'entry')
    const facts = entries.map(({ children }) =>
      Object.fromEntries(children.filter(({ name }) => name.startsWith('eli:')).map(({ name, text }) => [name, text])),
    )
    expect(facts.find((one) => Object.keys(one).length)).toEqual({
      'eli:id_local': '84/KH-UBND',
      'eli:type_document': 'Kế hoạch',
      'eli:date_document': '2024-05-08',
      'eli:passed_by': 'Ủy ban nhân dân tỉnh Sóc Trăng',
      'eli:first_date_entry_in_force': '2024-06-01',
    })
    expect(facts.filter((one) => !Object.keys(one).length)).toHaveLength(1)
    expect(await feedOf('/feeds/notices.atom')).not.toContain('eli')
  })
})
