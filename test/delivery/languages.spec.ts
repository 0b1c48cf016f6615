import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../plugins/publications/index.ts'
import { relationVerbs } from '../../src/portal/relationVerbs.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

let side: PublicSide
beforeAll(async () => {
  side = await startPublicSide({ at: '2026-03-01T03:00:00.000Z' })
  await side.publish('notices', 'n1', { title: 'Lịch hòa giải', expiresOn: '2026-03-02' })
  await side.publish('videos', 'v1', { title: { '@vi': 'Hoạt động hòa giải cơ sở', '@km': 'សកម្មភាពផ្សះផ្សា' } })
  await side.publish('bulletins', 'b1', { title: 'Hội Luật gia triển khai kế hoạch' })
})
afterAll(() => side.stop())

const data = async (query: string, variables?: Record<string, unknown>) => {
  const { status, body } = await side.ask(query, variables)
  expect([status, body.errors]).toEqual([200, undefined])
  return body.data!
}

describe('languages', () => {
  const ask = async (locale: string) =>
    (
      await data(
        `{ video(id: "v1", locale: "${locale}") { locale availableLocales title fallbackFields topics { title } } }`,
      )
    ).video

  it('are answered as asked where the document has them, in its first one where not, and it says which', async () => {
    expect(await ask('km')).toMatchObject({ locale: 'km', availableLocales: ['vi', 'km'], fallbackFields: [] })
    for (const other of ['zh', 'xx', '../..'])
      expect(await ask(other)).toMatchObject({ locale: 'vi', title: 'Hoạt động hòa giải cơ sở' })
  })

  it('names the fields that another language stands in for', async () => {
    await side.publish('videos', 'v2', {
      title: { '@vi': 'Một', '@km': 'មួយ' },
      summary: { '@vi': 'Tóm tắt' },
    })
    const fields = async (locale: string) =>
      (await data(`{ video(id: "v2", locale: "${locale}") { locale summary fallbackFields } }`)).video
    expect(await fields('km')).toEqual({ locale: 'km', summary: 'Tóm tắt', fallbackFields: ['summary'] })
    expect(await fields('vi')).toEqual({ locale: 'vi', summary: 'Tóm tắt', fallbackFields: [] })
  })

  it('names fields in groups by the names that lead to them', async () => {
    await side.publish('directives', 'nested', {
      title: { '@vi': 'Kế hoạch', '@km': 'ផែនការ' },
      taskGroups: [{ heading: { '@vi': 'Mục', '@km': 'ចំណុច' }, body: { '@vi': 'Việc' } }],
    })
    const asked = 'locale fallbackFields taskGroups { heading body }'
    expect((await data(`{ directive(id: "nested", locale: "km") { ${asked} } }`)).directive).toEqual({
      locale: 'km',
      fallbackFields: ['taskGroups.body'],
      taskGroups: [{ heading: 'ចំណុច', body: 'Việc' }],
    })
    expect((await data('{ directive(id: "nested") { fallbackFields } }')).directive).toEqual({ fallbackFields: [] })
  })

  it('are a filter of every list', async () => {
    expect(await data('{ videos(filter: { language: "km" }) { totalDocs } }')).toEqual({ videos: { totalDocs: 2 } })
    expect(await data('{ videos(filter: { language: "zh" }) { totalDocs } }')).toEqual({ videos: { totalDocs: 0 } })
  })
})

describe('what documents do to one another', () => {
  it.each([
    ['vi', 'Thay thế', 'Được thay thế bởi'],
    ['km', 'ជំនួស', 'ត្រូវបានជំនួសដោយ'],
    ['zh', '取代', '被下列文件取代'],
    ['en', 'Replaces', 'Replaced by'],
  ])('is said in %s from either end', async (locale, forth, back) => {
    await side.publish('directives', `old-${locale}`, { title: 'Cũ' })
    const target = { collection: 'directives', key: `old-${locale}` }
    await side.publish('directives', `new-${locale}`, { title: 'Mới', relations: [{ type: 'replaces', target }] })
    const verbs = async (id: string) => {
      const { directive } = await data(`{ directive(id: "${id}", locale: "${locale}") { relations { verb } } }`)
      return (directive as { relations: { verb: string }[] }).relations.map(({ verb }) => verb)
    }
    expect([await verbs(`new-${locale}`), await verbs(`old-${locale}`)]).toEqual([[forth], [back]])
  })

  it('has words of its own for every relation in every language of the public', () => {
    const said = Object.values(relationVerbs).flatMap(({ verb, inverse }) => [verb, inverse!.verb])
    for (const locale of ['vi', 'km', 'zh', 'en']) {
      const words = said.map((verb) => verb[locale])
      expect(words.every(Boolean)).toBe(true)
      expect(new Set(words).size).toBe(said.length)
    }
    for (const { vi, km, zh } of said) {
      expect(km).toMatch(/^[\u1780-\u17ff ]+$/)
      expect(zh).toMatch(/^[\p{Script=Han}、]+$/u)
      expect(vi).not.toBe(km)
    }
  })
})

describe('jsonLd', () => {
  it('says what a document is, and cannot end the script it stands in', async () => {
    await side.publish('directives', 'j1', {
      title: 'Kế hoạch </script><script>alert(1)</script>\u2028 & "x"',
      numberAndSymbol: '9/KH-UBND',
      issuedOn: '2024-05-08',
      issuerNameAtIssue: 'Ủy ban nhân dân tỉnh Sóc Trăng',
    })
    const { jsonLd } = (await data('{ directive(id: "j1") { jsonLd } }')).directive as { jsonLd: string }
    expect(jsonLd).not.toMatch(/[<>&\u2028]/)
    expect(JSON.parse(jsonLd)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Legislation',
      '@id': 'https://phapluat.example.vn/directives/j1',
      name: 'Kế hoạch </script><script>alert(1)</script>\u2028 & "x"',
      legislationIdentifier: '9/KH-UBND',
      legislationDate: '2024-05-08',
      legislationPassedBy: { '@type': 'GovernmentOrganization', name: 'Ủy ban nhân dân tỉnh Sóc Trăng' },
    })
  })

  it('is there for news, videos and notices', async () => {
    const file = side.file('phim.mp4', 'video/mp4', 'mp4')
    await side.publish('videos', 'j2', { title: 'Phim', file, durationSeconds: 90, recordedOn: '2024-06-04' })
    const types = await data(
      '{ bulletin(id: "b1") { jsonLd } video(id: "j2") { jsonLd file { url } } notice(id: "n1") { jsonLd } }',
    )
    const read = (name: string) => JSON.parse((types[name] as { jsonLd: string }).jsonLd) as JsonObject
    expect(read('bulletin')).toMatchObject({ '@type': 'NewsArticle' })
    expect(read('notice')).toMatchObject({ '@type': 'SpecialAnnouncement', expires: '2026-03-02' })
    expect(read('video')).toMatchObject({
      '@type': 'VideoObject',
      duration: 'PT90S',
      contentUrl: (types.video as { file: { url: string } }).file.url,
    })
  })
})
