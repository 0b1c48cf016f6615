import { rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type JsonObject, knownFaults, publicFilePath } from '../../plugins/publications/index.ts'
import { verify } from '../../plugins/workflow/index.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

let side: PublicSide
let pdf: JsonObject
let address: string
let hash: string
const BYTES = '%PDF-1.7 mười hai nhóm nhiệm vụ'

beforeAll(async () => {
  side = await startPublicSide()
  pdf = side.file('Kế hoạch 84.pdf', 'application/pdf', BYTES)
  const doc = side.file(
    'phu-luc.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'docx',
  )
  const entry = await side.publish('directives', 'd1', { title: 'Kế hoạch', files: [pdf, doc] })
  hash = entry.contentHash!
  const { body } = await side.ask('{ directive(id: "d1") { files { url filename mimeType size sha256 } } }')
  const { files } = body.data!.directive as { files: (JsonObject & { url: string })[] }
  expect(files[0]).toMatchObject(pdf)
  address = files[0]!.url
})
afterAll(() => side.stop())

describe('a file of an edition', () => {
  it('is served whole, as the type it was found to be, with nothing a browser could run', async () => {
    const response = await side.request(address)
    expect([response.status, await response.text()]).toEqual([200, BYTES])
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'(?!.*script-src)/)
    expect(response.headers.get('content-disposition')).toBeNull()
    expect(response.headers.get('etag')).toBe(`"${pdf.sha256}"`)
  })

  it('may be shown within a page of any website when it is a PDF, which browsers show in no sandbox', async () => {
    const policy = (await side.request(address)).headers.get('content-security-policy')
    expect(policy).toContain('frame-ancestors *')
    expect(policy).not.toContain('sandbox')
  })

  it('is for saving and in a sandbox, unless it is an image, a PDF or a video', async () => {
    const { body } = await side.ask('{ directive(id: "d1") { files { url } } }')
    const { files } = body.data!.directive as { files: { url: string }[] }
    const { headers } = await side.request(files[1]!.url)
    expect(headers.get('content-disposition')).toMatch(/^attachment/)
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
  })

  const size = Buffer.byteLength(BYTES)
  it.each([
    ['bytes=0-3', 206, '%PDF', `bytes 0-3/${size}`],
    ['bytes=1-', 206, BYTES.slice(1), `bytes 1-${size - 1}/${size}`],
    ['bytes=-2', 206, Buffer.from(BYTES).subarray(-2).toString(), `bytes ${size - 2}-${size - 1}/${size}`],
    ['bytes=0-99999', 206, BYTES, `bytes 0-${size - 1}/${size}`],
    ['bytes=99999-', 416, '', `bytes */${size}`],
    ['bytes=-0', 416, '', `bytes */${size}`],
    ['bytes=3-1', 200, BYTES, null],
    ['bytes=0-1,3-4', 200, BYTES, null],
    ['lines=1-2', 200, BYTES, null],
  ])('asked for %s answers %i', async (range, status, text, contentRange) => {
    const response = await side.request(address, { headers: { range } })
    expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([
      status,
      text,
      contentRange,
    ])
  })

  it('is sent in part only to who holds the same: If-Range', async () => {
    const ask = async (held: string) =>
      (await side.request(address, { headers: { range: 'bytes=0-3', 'if-range': held } })).status
    expect(await ask(`"${pdf.sha256}"`)).toBe(206)
    for (const other of ['"other"', `W/"${pdf.sha256}"`, 'Wed, 21 Oct 2015 07:28:00 GMT'])
      expect(await ask(other)).toBe(200)
  })

  it('is not sent again to who has it', async () => {
    expect((await side.request(address, { headers: { 'if-none-match': `"${pdf.sha256}"` } })).status).toBe(304)
    const head = await side.request(address, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(size), ''])
  })

  it('is there under its own name and checksum only, whatever path is asked for', async () => {
    const base = `/media/public/${pdf.sha256}`
    const names = ['other.pdf', '..%2f..%2f..%2fdata%2fcongbo.db', '%00', '%E0%A4%A', 'Kế hoạch 84.pdf%00.html']
    for (const name of names) expect([name, (await side.request(`${base}/${name}`)).status]).toEqual([name, 404])
    expect((await side.request(address.replace(/[0-9a-f]{64}/, '0'.repeat(64)))).status).toBe(404)
  })

  it('is gone when no live edition shows it any more, though its bytes are still there', async () => {
    await side.record({
      collection: 'directives',
      document: 'd1',
      kind: 'withdrawn',
      contentHash: hash,
      changeNote: 'x',
    })
    const response = await side.request(address)
    expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store'])
    await side.record({ collection: 'directives', document: 'd1', kind: 'restored', contentHash: hash })
    expect((await side.request(address)).status).toBe(200)
  })

  it.each([
    ['other bytes of the same length', () => BYTES.replace('mười hai', 'hai mười'), 'changed'],
    ['half of itself', () => BYTES.slice(0, 9), 'changed'],
    ['nothing', () => undefined, 'missing'],
  ])(
    'is served no more when %s stands in its place, is told of, and served again when it is put back',
    async (_, forged, what) => {
      const path = publicFilePath(side.environment.mediaDir, pdf as { sha256: string; filename: string })
      const status = async (init?: RequestInit) => (await side.request(address, init)).status
      expect(await status()).toBe(200)
      const bytes = forged()
      if (bytes === undefined) rmSync(path)
      else writeFileSync(path, bytes)
      expect([
        await status(),
        await status({ headers: { range: 'bytes=0-3' } }),
        await status({ method: 'HEAD' }),
      ]).toEqual([404, 404, 404])
      const place = `${pdf.sha256}/${pdf.filename}`
      const documents = [{ collection: 'directives', document: 'd1' }]
      expect(knownFaults(side.payload)).toEqual([{ store: 'files', place, what, documents }])
      const audited = await verify({ payload: side.payload, anchorsDir: `${side.dir}/anchors` })
      expect(audited.faults.filter(({ store }) => store === 'files')).toContainEqual({ store: 'files', place, what })
      writeFileSync(path, BYTES)
      await side.delivery.recheck()
      expect([await status(), knownFaults(side.payload)]).toEqual([200, []])
    },
  )
})
