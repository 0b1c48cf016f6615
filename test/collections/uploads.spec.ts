import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { handleEndpoints } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
let png: Buffer
beforeAll(async () => {
  portal = await startPortal()
  png = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a61d24' } })
    .png()
    .toBuffer()
})
afterAll(() => portal.stop())

interface Answer {
  status: number
  doc: Record<string, unknown> & { id: string; filename: string }
  error: { code: string; message: string; fields?: { path: string; message: string }[] }
}
interface Sent {
  name: string
  bytes: Uint8Array
  data?: Record<string, unknown>
  login?: Login
  url?: string
  method?: string
}

/** Sends a file like a browser: multipart, with any claimed name and type. */
const send = async ({
  name,
  bytes,
  data = { alt: 'Ảnh' },
  login = 'author',
  url = '/media',
  method = 'POST',
}: Sent): Promise<Answer> => {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), name)
  form.set('_payload', JSON.stringify(data))
  const response = await handleEndpoints({
    config: portal.config,
    payloadInstanceCacheKey: portal.dir,
    request: new Request(`http://127.0.0.1:3000/api${url}`, {
      method,
      headers: { authorization: `JWT ${await portal.as(login)}` },
      body: form,
    }),
  })
  const body = (await response.json()) as { doc: Answer['doc']; errors?: Answer['error'][] }
  return { status: response.status, doc: body.doc, error: body.errors?.[0] as Answer['error'] }
}
const patch = async (url: string, body: Record<string, unknown>) =>
  portal.rest('PATCH', url, { token: await portal.as('author'), body })
const stored = () => (existsSync(portal.environment.mediaDir) ? readdirSync(portal.environment.mediaDir).sort() : [])
const rowOf = async (id: string) =>
  (await portal.payload.findByID({ collection: 'media', id, showHiddenFields: true })) as unknown as Record<
    string,
    unknown
  >
const sha256Of = (filename: string) =>
  createHash('sha256')
    .update(readFileSync(path.join(portal.environment.mediaDir, filename)))
    .digest('hex')
const everything = async () => ({
  rows: (await portal.payload.count({ collection: 'media' })).totalDocs,
  files: stored(),
})

/** What is refused never reaches a database: on MongoDB one of each kind is enough. */
const FEW = process.env.TEST_DATABASE === 'mongodb' ? 1 : undefined

describe('an upload', () => {
  it('is kept as it came, under a plain name, with its checksum and smaller sizes', async () => {
    const { status, doc } = await send({ name: '../Ảnh Đẹp (1).PNG', bytes: png })
    expect(status).toBe(201)
    expect(doc).toMatchObject({ filename: 'anh-dep-1.png', mimeType: 'image/png', width: 900, height: 600 })
    expect(doc.sha256).toBe(createHash('sha256').update(png).digest('hex'))
    expect(sha256Of(doc.filename)).toBe(doc.sha256)
    expect(doc.sizes).toMatchObject({ card: { mimeType: 'image/webp', width: 800 } })
  })

  it.each([
    ['a turned photograph', 'photo.jpg', () => sharp(png).jpeg().withMetadata({ orientation: 6 }).toBuffer()],
    ['a moving picture', 'moving.gif', () => sharp(png).resize(8, 8).gif().toBuffer()],
    ['a transparent one', 'clear.webp', () => sharp(png).ensureAlpha(0.5).webp().toBuffer()],
  ])('has the checksum of the stored bytes, for %s too', async (_, name, make) => {
    const { status, doc } = await send({ name, bytes: await make() })
    expect(status).toBe(201)
    expect(sha256Of(doc.filename)).toBe(doc.sha256)
  })

  it('takes captions by their content', async () => {
    const { status, doc } = await send({
      name: 'phu-de.txt',
      bytes: Buffer.from('WEBVTT\n\n00:00.000 --> 00:02.000\nXin chào bà con\n'),
      data: {},
    })
    expect(status).toBe(201)
    expect(doc).toMatchObject({ filename: 'phu-de.vtt', mimeType: 'text/vtt' })
  })

  it.each(['../../../a.vtt', '.vtt', '\u202e.vtt', 'CON.vtt', `${'a'.repeat(400)}.vtt`])(
    'is stored under a plain name when it is called %j',
    async (name) => {
      const bytes = Buffer.from('WEBVTT\n\n00:00.000 --> 00:02.000\nXin chào bà con\n')
      const { status, doc } = await send({ name, bytes, data: {} })
      expect(status).toBe(201)
      expect(doc.filename).toMatch(/^[a-z0-9-]{1,120}\.vtt$/)
    },
  )

  it('is refused with a sentence when its name cannot be read', async () => {
    const { status, error } = await send({ name: 'a\u0000.vtt', bytes: Buffer.from('WEBVTT'), data: {} })
    expect([status, error.code]).toEqual([400, 'BAD_REQUEST'])
    expect(error.message).toContain('đổi tên tệp')
  })

  it('is published without what a camera recorded of place and people, and turned as it is meant to be seen', async () => {
    const lying = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#1d5f24' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const place = { GPSLatitude: '10/1 2/1 3/1', GPSLatitudeRef: 'N' }
    const photo = await sharp(lying)
      .keepExif()
      .withExifMerge({ IFD0: { Artist: 'Tran Thi Nhiep Anh' }, IFD3: place })
      .jpeg()
      .toBuffer()
    expect((await sharp(photo).metadata()).orientation).toBe(6)
    expect(photo.includes('Tran Thi')).toBe(true)
    const { status, doc } = await send({ name: 'hop.jpg', bytes: photo })
    expect(status).toBe(201)
    const kept = readFileSync(path.join(portal.environment.mediaDir, doc.filename))
    const { exif, xmp, iptc, width, height, orientation } = await sharp(kept).metadata()
    expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined])
    expect([width, height, doc.width, doc.height]).toEqual([200, 400, 200, 400])
    const row = await rowOf(doc.id)
    expect(row.sha256).toBe(createHash('sha256').update(kept).digest('hex'))
    expect(row.filesize).toBe(kept.length)
    // Its twin without such metadata is kept byte for byte.
    const { doc: plain } = await send({ name: 'nen.png', bytes: png })
    expect(readFileSync(path.join(portal.environment.mediaDir, plain.filename)).equals(png)).toBe(true)
  })

  it.each([
    ['of no length', 'WEBVTT\n\n00:01.000 --> 00:02.000\nXin chào\n\n2\n00:03.000 --> 00:03.000\nTạm biệt\n', 7],
    ['with commas', 'WEBVTT\n\nNOTE\ntừ SRT\n\n00:00:01,000 --> 00:00:02,000\nXin chào\n', 6],
  ])('of captions is refused by the line of a cue %s', async (_, text, line) => {
    const { status, error } = await send({ name: 'loi.vtt', bytes: Buffer.from(text), data: {} })
    expect([status, error.message]).toEqual([422, expect.stringMatching(new RegExp(`^Dòng ${line} của tệp phụ đề`))])
  })

  it('is refused in words where another kind of file belongs', async () => {
    const { doc } = await send({ name: 'bia.png', bytes: png })
    const { status, body } = await portal.rest('POST', '/videos', {
      token: await portal.as('author'),
      body: { title: 'Video có ảnh làm phụ đề', file: doc.id, captions: [{ lang: 'vi', file: doc.id }] },
    })
    expect(status).toBe(422)
    const { fields } = (body as { errors: [{ fields: { path: string; message: string }[] }] }).errors[0]
    // The checks run concurrently and finish in any order.
    expect(Object.fromEntries(fields.map(({ path, message }) => [path, message]))).toEqual({
      file: 'Đây không phải tệp video; xin chọn tệp MP4 hoặc WebM.',
      'captions.0.file': 'Đây không phải tệp phụ đề; xin chọn tệp WebVTT (.vtt).',
    })
  })

  const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n'
  it.each(
    (
      [
        ['HTML called .png', 'a.png', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
        ['SVG', 'a.svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
        [
          'SVG called .png',
          'a.png',
          () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
        ],
        ['captions without a cue', 'a.vtt', () => Buffer.from('WEBVTT\n')],
        ['captions that end before they begin', 'a.vtt', () => Buffer.from('WEBVTT\n\n00:05.000 --> 00:01.000\nx\n')],
        ['captions without a word', 'a.vtt', () => Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\n\n')],
        ['a program', 'a.pdf', () => Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.alloc(200)])],
        ['a cut-off picture', 'a.png', () => png.subarray(0, png.length - 40)],
        ['a cut-off PDF', 'a.pdf', () => Buffer.from(pdf.slice(0, 40))],
        ['nothing', 'a.png', () => Buffer.alloc(0)],
        [
          'a picture of too many pixels',
          'a.png',
          () =>
            sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' }, limitInputPixels: false })
              .png()
              .toBuffer(),
        ],
      ] satisfies [string, string, () => Buffer | Promise<Buffer>][]
    ).slice(0, FEW),
  )('is refused when it is %s, and leaves neither row nor file', async (_, name, make) => {
    const before = await everything()
    const { status, error } = await send({ name, bytes: await make() })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(error.message).toMatch(/xin |không/i)
    expect(await everything()).toEqual(before)
    expect((await send({ name: 'tot.pdf', bytes: Buffer.from(pdf), data: {} })).status).toBe(201)
  })

  it.each(
    [
      ['Kế hoạch.PDF', 'Nội dung tệp không phải PDF như tên tệp; xin mở tệp, lưu lại ở dạng PDF rồi tải lên.'],
      ['họp.jpeg', 'Nội dung tệp không phải JPG như tên tệp; xin mở tệp, lưu lại ở dạng JPG rồi tải lên.'],
      ['lời.vtt', 'Nội dung tệp không phải VTT như tên tệp; xin mở tệp, lưu lại ở dạng VTT rồi tải lên.'],
      ['trang.html', 'Loại tệp này không dùng được; chỉ nhận ảnh, PDF, DOCX, ODT, MP4, WEBM, VTT.'],
      ['pdf', 'Loại tệp này không dùng được; chỉ nhận ảnh, PDF, DOCX, ODT, MP4, WEBM, VTT.'],
    ].slice(0, FEW),
  )('that is a web page and is called %s is refused by what its name promised', async (name, said) => {
    const { error } = await send({ name, bytes: Buffer.from('<!doctype html><p>Trang</p>') })
    expect(error).toMatchObject({ code: 'FILE_REFUSED', message: said })
  })

  it('is refused as a picture without a description, and leaves neither row nor file', async () => {
    const before = await everything()
    const { status, error } = await send({ name: 'a.png', bytes: png, data: {} })
    expect(status).toBe(422)
    expect(error.fields?.[0]).toMatchObject({ path: 'alt', message: expect.stringContaining('mô tả') })
    expect(await everything()).toEqual(before)
  })

  it.each(['auditor', 'admin', 'mail'] as const)('is not for the %s', async (login) => {
    const before = await everything()
    expect((await send({ name: 'a.png', bytes: png, login })).status).toBe(403)
    expect(await everything()).toEqual(before)
  })

  it('is never fetched from an address', async () => {
    const { doc } = await send({ name: 'o-day.png', bytes: png })
    for (const url of ['http://127.0.0.1:9/a.png', 'https://example.org/a.png', `/api/media/file/${doc.filename}`]) {
      const answer = await portal.rest('POST', '/media', {
        token: await portal.as('author'),
        body: { alt: 'x', filename: doc.filename, url },
      })
      expect(answer, url).toMatchObject({ status: 400, body: { errors: [{ code: 'FILE_MISSING' }] } })
    }
  })
})

describe('what a file tells of itself', () => {
  const page = (content: string) =>
    Buffer.from(
      `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length ${content.length}>>stream
${content}
endstream endobj
xref
trailer<</Root 1 0 R>>
startxref
0
%%EOF`,
    )

  it('whether a PDF is a text or a scan', async () => {
    const text = page('BT /F1 12 Tf 20 100 Td (Ke hoach trien khai cong tac pho bien phap luat) Tj ET')
    const scan = page('0 0 200 200 re f')
    const { doc } = await send({ name: 'chu.pdf', bytes: text, data: { previewSha256: 'f'.repeat(64) } })
    expect(doc).toMatchObject({ textLayer: 'text' })
    const row = await rowOf(String(doc!.id))
    const { card, thumbnail } = row.sizes as Record<string, { filename: string; width: number }>
    expect([card!.width, thumbnail!.width]).toEqual([800, 320])
    expect(row.previewSha256).toBe(sha256Of(card!.filename))
    expect((await send({ name: 'quet.pdf', bytes: scan, data: { textLayer: 'text' } })).doc).toMatchObject({
      textLayer: 'scan',
    })
  })

  it('how long a film is, and a video takes its length from it', async () => {
    const bytes = readFileSync('src/seed/files/hoat-dong-hoa-giai-co-so.webm')
    const { doc } = await send({ name: 'phim.webm', bytes, data: { durationSeconds: 999 } })
    expect(doc).toMatchObject({ mimeType: 'video/webm', durationSeconds: 4 })
    const token = await portal.as('author')
    const video = await portal.rest('POST', '/videos', { token, body: { title: 'Phim ngắn', file: doc.id } })
    expect(video.body.doc).toMatchObject({ durationSeconds: 4 })
    const own = await portal.rest('POST', '/videos', { token, body: { title: 'Phim khác', durationSeconds: 7 } })
    expect(own.body.doc).toMatchObject({ durationSeconds: 7 })
  })
})

describe('a stored file', () => {
  it('is not replaced, cropped or resized, whichever way it is asked', async () => {
    const { doc } = await send({ name: 'goc.png', bytes: png })
    const edits = 'uploadEdits[widthInPixels]=10&uploadEdits[heightInPixels]=10'
    const crop = 'uploadEdits[crop][x]=0&uploadEdits[crop][y]=0&uploadEdits[crop][width]=5&uploadEdits[crop][height]=5'
    const focus = 'uploadEdits[focalPoint][x]=1&uploadEdits[focalPoint][y]=1'
    const before = await everything()
    const other = await sharp(png).negate().png().toBuffer()
    expect((await send({ name: 'goc.png', bytes: other, url: `/media/${doc.id}`, method: 'PATCH' })).error.code).toBe(
      'FILE_REFUSED',
    )
    for (const query of [edits, crop, `${crop}&${edits}`, focus])
      for (const url of [`/media/${doc.id}?${query}`, `/media?where[id][equals]=${doc.id}&${query}`])
        expect((await patch(url, { alt: 'x', filename: doc.filename })).status, url).toBe(422)
    expect((await patch(`/media/${doc.id}`, { focalX: 1, focalY: 1 })).status).toBe(200)
    expect(await everything()).toEqual(before)
    expect(sha256Of('goc.png')).toBe(doc.sha256)
  })

  it('keeps what was measured, while its description can be improved', async () => {
    const { doc } = await send({ name: 'do.png', bytes: png })
    const before = await rowOf(doc.id)
    const answer = await patch(`/media/${doc.id}`, {
      caption: 'Chú thích mới',
      filename: 'khac.png',
      mimeType: 'image/jpeg',
      filesize: 1,
      width: 1,
      height: 1,
      url: '/khac',
      sha256: 'khac',
      'sizes.card.filename': 'khac.png',
      sizes: { card: { filename: 'khac.png' } },
    })
    expect(answer.status).toBe(200)
    // The text by which it is found follows its description.
    const { updatedAt: _, foundBy: found, ...after } = await rowOf(doc.id)
    const { updatedAt: __, foundBy: ___, ...rest } = before
    expect(found).toContain('chu thich moi')
    expect(after).toEqual({ ...rest, caption: 'Chú thích mới' })
  })

  it('cannot be deleted, because published documents may show it', async () => {
    const { doc } = await send({ name: 'xoa.png', bytes: png })
    expect((await portal.rest('DELETE', `/media/${doc.id}`, { token: await portal.as('head') })).status).toBe(403)
    expect(stored()).toContain('xoa.png')
  })
})
