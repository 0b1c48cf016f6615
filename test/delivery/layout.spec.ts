import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createLocalReq } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uploadsOf } from '../../collections/index.ts'
import { openDelivery } from '../../plugins/delivery/index.ts'
import { recordTerms } from '../../plugins/publications/index.ts'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
let delivery: Awaited<ReturnType<typeof openDelivery>>
beforeAll(async () => {
  portal = await startPortal()
  mkdirSync(portal.environment.dataDir, { recursive: true })
  delivery = await openDelivery({ payload: portal.payload, clock: portal.clock, ...portal.environment })
})
afterAll(async () => {
  await delivery.close()
  await portal.stop()
})

const catchUp = async () => {
  await recordTerms({ payload: portal.payload, clock: portal.clock })
  await delivery.tail()
}
const rest = async (login: Login, method: string, path: string, body?: unknown) =>
  portal.rest(method, path, { token: await portal.as(login), body })
const saved = async (login: Login, method: string, path: string, body: unknown) => {
  const answer = await rest(login, method, path, body)
  expect([200, 201], JSON.stringify(answer.body)).toContain(answer.status)
  return (answer.body.doc ?? answer.body.result) as { id: string; slug: string }
}
const act = async (login: Login, id: string, action: string, body: object = {}) => {
  const view = await rest(login, 'GET', `/workflow/pages/${id}`)
  const answer = await rest(login, 'POST', `/workflow/pages/${id}/${action}`, { expected: view.body.seq, ...body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}
const published = async (data: Record<string, unknown>) => {
  const { id, slug } = await saved('author', 'POST', '/pages', data)
  await act('author', id, 'submit')
  await act('editor', id, 'approve')
  await act('head', id, 'approve')
  await delivery.tail()
  return { id, url: `/trang/${slug}` }
}
const ask = async <T>(query: string): Promise<T> => {
  const handler = delivery.handlers.find(({ path }) => path === '/graphql')!
  const request = new Request('http://127.0.0.1:3000/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return ((await (await handler.handle(request)).json()) as { data: T }).data
}

/** Uploads a file of the demonstration as an editor. */
const uploaded = async (name: string, alt?: string) => {
  const people = await portal.payload.find({ collection: 'users', where: { role: { equals: 'editor' } }, limit: 1 })
  return uploadsOf(portal.payload).fromFile({
    req: await createLocalReq({ user: { ...people.docs[0]!, collection: 'users' }, locale: 'vi' }, portal.payload),
    path: path.resolve('src/seed/files', name),
    data: { alt },
  })
}

interface Entry {
  label: string
  url: string
  children?: Entry[]
}
const menu = async (locale = 'vi') => {
  const { site } = await ask<{ site: { menu: Entry[] } }>(
    `{ site(locale: "${locale}") { menu { label url children { label url } } } }`,
  )
  return site.menu
}
const alone = (label: string, url: string) => ({ label, url, children: [] })

describe('pages', () => {
  it('need a text, two approvals, and are then found under their address, in lists and in the search', async () => {
    const { id } = await saved('author', 'POST', '/pages', { title: 'Quy chế hoạt động của cổng' })
    const bare = await rest('author', 'POST', `/workflow/pages/${id}/submit`, { expected: 0 })
    expect([bare.status, JSON.stringify(bare.body)]).toEqual([422, expect.stringContaining('nội dung trang')])
    await saved('author', 'PATCH', `/pages/${id}`, { summary: 'Cổng do Sở Tư pháp quản lý.' })
    await act('author', id, 'submit')
    await act('editor', id, 'approve')
    await delivery.tail()
    const query = '{ page(slug: "quy-che-hoat-dong-cua-cong") { title url summary } pages { totalDocs } }'
    expect(await ask(query)).toEqual({ page: null, pages: { totalDocs: 0 } })
    await act('head', id, 'approve')
    await delivery.tail()
    expect(await ask(query)).toEqual({
      page: {
        title: 'Quy chế hoạt động của cổng',
        url: '/trang/quy-che-hoat-dong-cua-cong',
        summary: 'Cổng do Sở Tư pháp quản lý.',
      },
      pages: { totalDocs: 1 },
    })
    expect(await ask('{ search(q: "quy che hoat dong") { hits { document { url } } } }')).toMatchObject({
      search: { hits: [{ document: { url: '/trang/quy-che-hoat-dong-cua-cong' } }] },
    })
  })

  it('stand in the menu from their publication to their withdrawal, where they say', async () => {
    const sections = [
      alone('Văn bản chỉ đạo', '/van-ban'),
      alone('Tin, bản tin', '/ban-tin'),
      alone('Video', '/video'),
      alone('Thông báo', '/thong-bao'),
    ]
    expect(await menu()).toEqual(sections)
    const shown = { summary: 'Nội dung.', inMenu: true }
    const about = await published({ ...shown, title: 'Giới thiệu chung', menuOrder: 2 })
    const contact = await published({ ...shown, title: 'Liên hệ tiếp dân', menuOrder: 1 })
    const below = await published({ ...shown, title: 'Sơ đồ tổ chức', menuUnder: about.id })
    expect(await menu()).toEqual([
      ...sections,
      alone('Liên hệ tiếp dân', contact.url),
      { label: 'Giới thiệu chung', url: about.url, children: [{ label: 'Sơ đồ tổ chức', url: below.url }] },
    ])
    await act('head', about.id, 'withdraw', { reason: 'Nội dung đã cũ.' })
    await delivery.tail()
    expect((await menu()).slice(4)).toEqual([alone('Liên hệ tiếp dân', contact.url), alone('Sơ đồ tổ chức', below.url)])
  })

  it('cannot stand under themselves', async () => {
    const { id } = await saved('author', 'POST', '/pages', { title: 'Đứng dưới chính mình', inMenu: true })
    const { status, body } = await rest('author', 'PATCH', `/pages/${id}`, { menuUnder: id })
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining('menuUnder')])
  })
})

describe('a PDF of a document', () => {
  it('comes with a picture of its first page, kept by its checksum, as long as the document is public', async () => {
    const paper = await uploaded('ke-hoach-84-kh-ubnd-ban-trinh-dien.pdf')
    const { id, url } = await published({ title: 'Mẫu đơn', files: [paper.id] })
    const query = `{ page(url: "${url}") { files { filename preview { url width height type } sizes { url } } } }`
    const { page } = await ask<{ page: { files: { preview: { url: string; width: number; height: number } }[] } }>(
      query,
    )
    const [file] = page.files
    expect(file).toMatchObject({ preview: { width: 800, type: 'image/webp' }, sizes: [] })
    const files = delivery.handlers.find(({ path }) => path.startsWith('/media/public'))!
    const get = (of: string) => files.handle(new Request(of))
    const response = await get(file!.preview.url)
    expect(response.status).toBe(200)
    const picture = sharp(Buffer.from(await response.arrayBuffer()))
    expect(await picture.metadata()).toMatchObject({ width: 800, height: file!.preview.height, format: 'webp' })
    // An A4 page in portrait, with black letters on white.
    expect(file!.preview.height / 800).toBeCloseTo(297 / 210, 1)
    const { channels } = await picture.greyscale().stats()
    expect([channels[0]!.min < 80, channels[0]!.max > 250, channels[0]!.mean > 220]).toEqual([true, true, true])
    await act('head', id, 'withdraw', { reason: 'Mẫu đã cũ.' })
    await delivery.tail()
    expect((await get(file!.preview.url)).status).toBe(404)
  })
})

describe('the layout of the website', () => {
  it('has the menu that editors recorded, in each language', async () => {
    const rows = [
      { label: 'Văn bản', url: '/van-ban', children: [{ label: 'Kế hoạch', url: '/van-ban?docType=KH' }] },
      { label: 'Cổng quốc gia', url: 'https://vbpl.vn' },
    ]
    const { body } = await rest('editor', 'POST', '/globals/site', { menu: rows })
    const kept = (body.result as { menu: { id: string; children: { id: string }[] }[] }).menu
    await saved('editor', 'POST', '/globals/site?locale=km', {
      menu: [
        { id: kept[0]!.id, label: 'លិខិត', url: '/van-ban', children: [{ ...kept[0]!.children[0], label: 'ផែនការ' }] },
        { id: kept[1]!.id, label: 'វិបផតថលជាតិ', url: 'https://vbpl.vn' },
      ],
    })
    await catchUp()
    expect((await menu()).slice(0, 2)).toEqual([
      { label: 'Văn bản', url: '/van-ban', children: [{ label: 'Kế hoạch', url: '/van-ban?docType=KH' }] },
      alone('Cổng quốc gia', 'https://vbpl.vn'),
    ])
    expect((await menu('km'))[0]).toEqual({
      label: 'លិខិត',
      url: '/van-ban',
      children: [{ label: 'ផែនការ', url: '/van-ban?docType=KH' }],
    })
  })

  it('refuses addresses that are none, and keeps what was there', async () => {
    const before = await menu()
    for (const url of ['javascript:alert(1)', '//evil.example', 'van-ban', 'mailto:a@b.vn', '/\\evil.example']) {
      const { status, body } = await rest('editor', 'POST', '/globals/site', { menu: [{ label: 'Sai', url }] })
      expect([url, status, JSON.stringify(body)]).toEqual([url, 422, expect.stringContaining('menu.0.url')])
    }
    await catchUp()
    expect(await menu()).toEqual(before)
  })

  it('has the parts of the home page that editors chose, each once', async () => {
    const home = '{ site { home { parts { name count } } } }'
    const usual = await ask<{ site: { home: { parts: { name: string }[] } } }>(home)
    expect(usual.site.home.parts.map(({ name }) => name)).toEqual([
      'notices',
      'directives',
      'videos',
      'bulletins',
      'topics',
      'visits',
    ])
    await saved('editor', 'POST', '/globals/site', { home: [{ part: 'bulletins', count: 4 }, { part: 'notices' }] })
    await catchUp()
    expect(await ask(home)).toEqual({
      site: {
        home: {
          parts: [
            { name: 'bulletins', count: 4 },
            { name: 'notices', count: 3 },
          ],
        },
      },
    })
    const twice = await rest('editor', 'POST', '/globals/site', { home: [{ part: 'videos' }, { part: 'videos' }] })
    expect([twice.status, JSON.stringify(twice.body)]).toEqual([422, expect.stringContaining('home.1.part')])
  })

  it('shows the logo and the banner as long as they are recorded, and no other file of the library', async () => {
    const files = delivery.handlers.find(({ path }) => path.startsWith('/media/public'))!
    const get = async (url: string) => (await files.handle(new Request(url))).status
    const logo = await uploaded('truyen-thong-ve-bao-luc-gia-dinh-va-tao-hon.webp', 'Biểu trưng của cổng')
    await saved('editor', 'POST', '/globals/site', { logo: logo.id })
    await catchUp()
    const query = '{ site { logo { url alt width height mimeType } banner { url } } }'
    const { site } = await ask<{ site: { logo: { url: string }; banner: null } }>(query)
    expect(site).toMatchObject({ logo: { alt: 'Biểu trưng của cổng', mimeType: 'image/webp' }, banner: null })
    expect(await get(site.logo.url)).toBe(200)
    expect(await get(site.logo.url.replace('.webp', '-2.webp'))).toBe(404)
    await saved('editor', 'POST', '/globals/site', { logo: null })
    await catchUp()
    expect(await get(site.logo.url)).toBe(404)
  })
})
