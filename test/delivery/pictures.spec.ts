import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSizedPictures } from '../../plugins/delivery/pictures/sizedPictures.ts'
import { type JsonObject, publicFilePath } from '../../plugins/publications/index.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

interface Size {
  url: string
  width: number
  height: number
  type: string
}

let side: PublicSide
beforeAll(async () => {
  side = await startPublicSide()
})
afterAll(() => side.stop())

const picture = async (name: string, width: number, height: number, colour: string): Promise<JsonObject> => {
  const bytes = await sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer()
  return { ...side.file(name, 'image/png', bytes), width, height, alt: 'Tập huấn hòa giải viên' }
}
const sizesOf = async (id: string): Promise<Size[]> => {
  const { body } = await side.ask(
    `{ bulletin(id: "${id}") { picture { url alt credit width height sizes { url width height type } } } }`,
  )
  return (body.data!.bulletin as { picture: { sizes: Size[] } }).picture.sizes
}

describe('a picture of a bulletin', () => {
  it('is offered in sizes and formats, with its words and its credit, and each is what it says', async () => {
    const file = await picture('tap-huan.png', 900, 601, '#3366aa')
    await side.publish('bulletins', 'b1', {
      title: 'Tập huấn',
      picture: file,
      pictureCredit: 'Phòng Phổ biến pháp luật',
    })
    const { body } = await side.ask('{ bulletin(id: "b1") { picture { alt credit width height } } }')
    expect(body.data!.bulletin).toEqual({
      picture: { alt: 'Tập huấn hòa giải viên', credit: 'Phòng Phổ biến pháp luật', width: 900, height: 601 },
    })
    const sizes = await sizesOf('b1')
    expect(sizes.map(({ width, height, type }) => `${width}x${height} ${type}`)).toEqual(
      ['320x214', '640x427', '900x601'].flatMap((size) =>
        ['image/avif', 'image/webp', 'image/jpeg'].map((type) => `${size} ${type}`),
      ),
    )
    for (const { url, width, height, type } of sizes) {
      const response = await side.request(url)
      expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
      const found = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
      expect([found.width, found.height, found.format === 'heif' ? 'avif' : found.format]).toEqual([
        width,
        height,
        type.slice(6),
      ])
    }
  })

  it('is known by its tag, and told without its bytes', async () => {
    const [size] = await sizesOf('b1')
    const first = await side.request(size!.url)
    const etag = first.headers.get('etag')!
    expect((await side.request(size!.url, { headers: { 'if-none-match': etag } })).status).toBe(304)
    const head = await side.request(size!.url, { method: 'HEAD' })
    expect([await head.text(), head.headers.get('content-length')]).toEqual(['', first.headers.get('content-length')])
  })

  it.each(['641.webp', '900.gif', '900.png', '9000.avif', '0.webp', '320', '..%2f320.webp', '00320.webp'])(
    'has no version %s',
    async (name) => {
      const [size] = await sizesOf('b1')
      const answer = await side.request(size!.url.replace(/[^/]+$/, name))
      expect([answer.status, await answer.json()]).toMatchObject([404, { errors: [{ code: 'NOT_FOUND' }] }])
    },
  )

  it('is not made from other bytes than the approved ones, and is made once they are back', async () => {
    const file = await picture('doi-tay.png', 400, 300, '#aa3333')
    await side.publish('bulletins', 'b2', { title: 'Đổi tay', picture: file })
    const [size] = await sizesOf('b2')
    const place = publicFilePath(side.environment.mediaDir, file as { sha256: string; filename: string })
    const other = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#000000' } })
      .png()
      .toBuffer()
    writeFileSync(place, other)
    expect((await side.request(size!.url)).status).toBe(404)
    const back = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#aa3333' } })
      .png()
      .toBuffer()
    writeFileSync(place, back)
    await side.delivery.recheck()
    expect((await side.request(size!.url)).status).toBe(200)
  })

  it('goes with its document, and so do the versions kept of it', async () => {
    const file = await picture('rut-lai.png', 350, 350, '#33aa33')
    await side.publish('bulletins', 'b3', { title: 'Rút lại', picture: file })
    const [size] = await sizesOf('b3')
    expect((await side.request(size!.url)).status).toBe(200)
    const kept = () => readdirSync(path.join(side.environment.dataDir, 'pictures'))
    expect(kept()).toContain(file.sha256)
    await side.record({ kind: 'withdrawn', collection: 'bulletins', document: 'b3', changeNote: 'Nhầm ảnh' })
    expect((await side.request(size!.url)).status).toBe(404)
    await side.delivery.recheck()
    expect(kept()).not.toContain(file.sha256)
  })

  it('is made once for many who ask at the same time, and too many different ones are to come again', async () => {
    const file = await picture('nhieu-nguoi.png', 800, 800, '#777777')
    const { sha256, filename } = file as { sha256: string; filename: string }
    const row = { sha256, filename, mime: 'image/png', size: 1, collection: 'bulletins', document: 'b4' }
    let begin = () => {}
    const begun = new Promise<void>((resolve) => {
      begin = resolve
    })
    let made = 0
    const widths = Array.from({ length: 60 }, (_, index) => index + 1)
    const server = serveSizedPictures({
      dir: path.join(side.dir, 'many'),
      widths,
      find: () => row,
      original: async () => {
        made += 1
        await begun
        return publicFilePath(side.environment.mediaDir, row)
      },
    })
    const get = (width: number) =>
      server.handle(new Request(`http://127.0.0.1:3000/media/sized/${sha256}/${filename}/${width}.webp`))
    const same = Array.from({ length: 60 }, () => get(1))
    const different = widths.slice(1).map(get)
    begin()
    expect(new Set((await Promise.all(same)).map(({ status }) => status))).toEqual(new Set([200]))
    const answers = await Promise.all(different)
    const refused = answers.filter(({ status }) => status === 503)
    expect([answers.length - refused.length, refused[0]!.headers.get('retry-after')]).toEqual([31, '5'])
    expect(await refused[0]!.json()).toMatchObject({ errors: [{ code: 'PICTURES_BUSY' }] })
    expect(made).toBe(32)
  })
})

it('offers no sizes of other files', async () => {
  await side.publish('directives', 'd9', { title: 'Kế hoạch', files: [side.file('a.pdf', 'application/pdf', '%PDF')] })
  const { body } = await side.ask('{ directive(id: "d9") { files { sizes { url } credit } } }')
  expect(body.data!.directive).toEqual({ files: [{ sizes: [], credit: null }] })
})
