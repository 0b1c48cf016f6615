import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createDeflate, deflateSync } from 'node:zlib'
import { handleEndpoints } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Portal, startPortal } from '../support/portal.ts'
import { builtReader } from '../support/templates.ts'

let portal: Portal
let png: Buffer
let folder: string
beforeAll(async () => {
  portal = await startPortal()
  folder = portal.environment.mediaDir
  png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a61d24' } })
    .png()
    .toBuffer()
})
afterAll(() => portal.stop())

interface Answer {
  status: number
  doc: { id: string; filename: string; sha256: string } & Record<string, unknown>
  error: { code: string; message: string }
}

const post = async (body: BodyInit, headers: Record<string, string> = {}): Promise<Answer> => {
  const response = await handleEndpoints({
    config: portal.config,
    payloadInstanceCacheKey: portal.dir,
    request: new Request('http://127.0.0.1:3000/api/media', {
      method: 'POST',
      headers: { authorization: `JWT ${await portal.as('author')}`, ...headers },
      body,
      duplex: 'half',
    } as RequestInit),
  })
  const answer = (await response.json()) as { doc: Answer['doc']; errors?: Answer['error'][] }
  return { status: response.status, doc: answer.doc, error: answer.errors?.[0] as Answer['error'] }
}
const formOf = (name: string, bytes: Uint8Array) => {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  form.set('_payload', JSON.stringify({ alt: 'Ảnh' }))
  return form
}
const send = (name: string, bytes: Uint8Array) => post(formOf(name, bytes))
const save = async (title: string) =>
  portal.rest('POST', '/notices', { token: await portal.as('author2'), body: { title } })
const everything = async () => ({
  rows: (await portal.payload.count({ collection: 'media' })).totalDocs,
  files: existsSync(folder) ? readdirSync(folder).filter((name) => name !== '.incoming') : [],
  received: existsSync(`${folder}/.incoming`) ? readdirSync(`${folder}/.incoming`) : [],
})

/** Deflates megabytes of spaces, piece by piece. */
const deflatedBlanks = async (megabytes: number): Promise<Buffer> => {
  const piece = Buffer.alloc(1024 * 1024, ' ')
  const pieces = Readable.from(Array.from({ length: megabytes }, () => piece))
  return buffer(pieces.pipe(createDeflate({ level: 1 })))
}

/** A PDF with a single page that draws the inflated `stream`. */
const pdfOf = (content: Uint8Array, stream: Uint8Array = deflateSync(content)): Buffer => {
  const head = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<>>>>endobj
4 0 obj<</Length ${stream.length}/Filter/FlateDecode>>stream
`
  const tail = '\nendstream endobj\nxref\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF'
  return Buffer.concat([Buffer.from(head), stream, Buffer.from(tail)])
}
const endless = () => pdfOf(Buffer.alloc(20_000_000, 'q '))

/** A GIF that repeats its one frame: a few kilobytes per frame, regardless of its size on the screen. */
const repeated = (gif: Buffer, times: number): Buffer => {
  const flags = gif[10]!
  const start = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  const frame = gif.subarray(start, -1)
  return Buffer.concat([gif.subarray(0, start), ...Array.from({ length: times }, () => frame), gif.subarray(-1)])
}
const gifOf = async (width: number, height: number, frames: number) =>
  repeated(
    await sharp({ create: { width, height, channels: 3, background: '#a61d24' } })
      .gif()
      .toBuffer(),
    frames,
  )

const box = (type: string, content: Uint8Array): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + content.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}
const mp4 = (brand: string) =>
  Buffer.concat([box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}mp42`, 'latin1')), box('mdat', Buffer.alloc(5_000))])

describe('a file that cannot be read to its end', () => {
  it('is kept as one of which is not known whether it has text, and nobody waits for it', async () => {
    const order: string[] = []
    let longest = 0
    let last = performance.now()
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 20)
    const upload = send('van-ban.pdf', endless()).then((answer) => {
      order.push('uploaded')
      return answer
    })
    await expect.poll(() => everything().then(({ received }) => received.length)).toBe(1)
    expect((await save('Lưu trong khi một tệp đang được đọc')).status).toBe(201)
    order.push('saved')
    const { status, doc } = await upload
    clearInterval(watch)
    expect([status, doc.textLayer]).toEqual([201, 'unknown'])
    expect(order).toEqual(['saved', 'uploaded'])
    expect(longest).toBeLessThan(5_000)
  })

  it('ends its reader when it takes more memory than it may', async () => {
    mkdirSync(portal.dir, { recursive: true })
    const file = path.join(portal.dir, 'no.pdf')
    writeFileSync(file, pdfOf(Buffer.alloc(0), await deflatedBlanks(1_500)))
    const reader = spawn(process.execPath, [builtReader(), JSON.stringify({ file, folder: portal.dir })])
    let said = ''
    reader.stdout.on('data', (chunk) => {
      said += chunk
    })
    const ended = await new Promise((resolve) => reader.once('close', (code, signal) => resolve(signal ?? code)))
    expect(ended).toBe('SIGKILL')
    expect(said).toBe('{"accepted":{"mimeType":"application/pdf","extension":"pdf"}}\n')
  })

  it('ends its reader when who asked is gone', async () => {
    const file = path.join(portal.dir, 'mai.pdf')
    writeFileSync(file, endless())
    const reader = spawn(process.execPath, [builtReader(), JSON.stringify({ file, folder: portal.dir })])
    const ended = new Promise((resolve) => reader.once('close', (code, signal) => resolve(signal ?? code)))
    await new Promise((resolve) => reader.stdout.once('data', resolve))
    reader.stdin.end()
    expect(await ended).toBe('SIGKILL')
  })
})

describe('a picture', () => {
  it('that moves is refused when its frames together are too large, and kept when they are not', async () => {
    const before = await everything()
    const { status, error } = await send('dong.gif', await gifOf(1_400, 1_200, 150))
    expect([status, error.code]).toEqual([422, 'FILE_REFUSED'])
    expect(error.message).toContain('ảnh động')
    expect(await everything()).toEqual(before)
    const bytes = await gifOf(320, 240, 40)
    const kept = await send('dong.gif', bytes)
    expect(kept.doc).toMatchObject({ mimeType: 'image/gif', width: 320, height: 240 })
    // The file is stored unchanged, with all its frames.
    expect(readFileSync(path.join(folder, kept.doc.filename))).toEqual(bytes)
  })

  it.each(['jpeg', 'webp', 'gif', 'png'] as const)('is refused when it is a cut-off %s', async (format) => {
    const whole = await sharp({
      create: {
        width: 600,
        height: 400,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 9, sigma: 9 },
      },
    })
      .toFormat(format)
      .toBuffer()
    expect((await send(`du.${format}`, whole)).status).toBe(201)
    const { status, error } = await send(`thieu.${format}`, whole.subarray(0, whole.length >> 1))
    expect([status, error.code]).toEqual([422, 'FILE_REFUSED'])
  })

  it('that lies on its side has the width and height that it is shown with', async () => {
    const turned = await sharp(png).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    expect((await send('nghieng.jpg', turned)).doc).toMatchObject({ width: 30, height: 40 })
  })
})

describe('a film or paper', () => {
  it.each(['isom', 'M4V '])('of MP4, brand %j, is kept whole and refused cut off', async (brand) => {
    expect((await send('phim.mp4', mp4(brand))).doc).toMatchObject({ mimeType: 'video/mp4' })
    const { status, error } = await send('phim.mp4', mp4(brand).subarray(0, -100))
    expect([status, error.code]).toEqual([422, 'FILE_REFUSED'])
    expect(error.message).toContain('video')
  })

  it('is kept when its line or program put padding behind its end', async () => {
    const padded = Buffer.concat([pdfOf(Buffer.from('0 0 10 10 re f')), Buffer.alloc(3_000), Buffer.from('\r\n')])
    expect(await send('dem.pdf', padded)).toMatchObject({ status: 201, doc: { textLayer: 'scan' } })
  })

  it('is refused by its size, with what its kind may have', async () => {
    const before = await everything()
    const large = Buffer.alloc(51 * 1024 * 1024)
    large.write('%PDF-1.4')
    const { status, error } = await send('lon.pdf', large)
    expect([status, error.code]).toEqual([413, 'TOO_LARGE'])
    expect(error.message).toContain('50 MB')
    expect(await everything()).toEqual(before)
  })
})

describe('an upload', () => {
  it('of one name among many at once gets a name and its own bytes', async () => {
    const sent = await Promise.all(
      [1, 2, 3, 4, 5].map((seconds) => {
        const bytes = Buffer.from(`WEBVTT\n\n00:00.000 --> 00:0${seconds}.000\nXin chào\n`)
        return send('cung-ten.vtt', bytes).then(({ doc }) => ({ doc, bytes }))
      }),
    )
    expect(new Set(sent.map(({ doc }) => doc.filename)).size).toBe(5)
    for (const { doc, bytes } of sent) {
      expect(readFileSync(path.join(folder, doc.filename))).toEqual(bytes)
      expect(doc.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
  })

  const part = (headers: string, content: string) =>
    `--b\r\ncontent-disposition: form-data; ${headers}\r\n\r\n${content}\r\n`
  const vtt = 'WEBVTT\n\n00:00.000 --> 00:02.000\nXin chào\n'
  const file = part('name="file"; filename="a.vtt"', vtt)
  const words = part('name="_payload"', '{}')
  it.each([
    ['two files', file + file + words],
    ['two sets of words', file + words + words],
    ['words as a file', file + part('name="_payload"\r\ncontent-type: application/octet-stream', '{}')],
    ['a file by another name', words + part('name="files"; filename="a.vtt"', vtt)],
    ['words that are no JSON', file + part('name="_payload"', '{')],
    ['words that are a list', file + part('name="_payload"', '[]')],
    ['a form that breaks off', file.slice(0, -20)],
  ])('is refused when it is a form with %s, and its permitted twin is kept', async (name, body) => {
    const before = await everything()
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const end = name === 'a form that breaks off' ? '' : '--b--\r\n'
    expect(await post(body + end, headers)).toMatchObject({ status: 400, error: { code: 'BAD_REQUEST' } })
    expect(await everything()).toEqual(before)
    expect((await post(`${file}${words}--b--\r\n`, headers)).status).toBe(201)
  })

  it('leaves nothing when who sends it goes away', async () => {
    const before = await everything()
    const sent = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(file)),
      pull: (controller) => controller.error(new Error('gone')),
    })
    const { status } = await post(sent, { 'content-type': 'multipart/form-data; boundary=b' })
    expect(status).toBe(400)
    expect(await everything()).toEqual(before)
  })

  it('is refused at once when too many are under way, and taken when they have ended', async () => {
    const gates: ReadableStreamDefaultController[] = []
    const people = await Promise.all((['author2', 'editor', 'secretary', 'head'] as const).map(portal.as))
    const waiting = Array.from({ length: 16 }, (_, index) =>
      post(
        new ReadableStream({
          start: (controller) => {
            controller.enqueue(new TextEncoder().encode(file.slice(0, -20)))
            gates.push(controller)
          },
        }),
        {
          'content-type': 'multipart/form-data; boundary=b',
          authorization: `JWT ${people[index % people.length]}`,
        },
      ),
    )
    await expect.poll(() => everything().then(({ received }) => received.length)).toBe(16)
    expect(await send('a.png', png)).toMatchObject({ status: 503, error: { code: 'TRY_AGAIN' } })
    for (const gate of gates) gate.close()
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(Array(16).fill(400))
    expect((await send('a.png', png)).status).toBe(201)
  })

  it('is to be tried again when the disk does not take it', async () => {
    renameSync(`${folder}/.incoming`, `${folder}/.aside`)
    writeFileSync(`${folder}/.incoming`, '')
    const answer = await send('a.png', png)
    rmSync(`${folder}/.incoming`)
    renameSync(`${folder}/.aside`, `${folder}/.incoming`)
    expect(answer).toMatchObject({ status: 503, error: { code: 'TRY_AGAIN' } })
    expect(answer.error.message).toContain('thử lại sau ít phút')
    expect((await send('a.png', png)).status).toBe(201)
  })

  it('clears away what was left by a process that died, and nothing that is under way', async () => {
    const [dead, alive] = ['dead', 'alive'].map((name) => path.join(folder, '.incoming', name)) as [string, string]
    for (const left of [dead, alive]) {
      mkdirSync(left, { recursive: true })
      writeFileSync(path.join(left, 'file'), 'half')
    }
    const hoursAgo = Date.parse('2026-01-01T00:00:00Z') / 1000
    utimesSync(dead, hoursAgo, hoursAgo)
    expect((await send('a.png', png)).status).toBe(201)
    expect([existsSync(dead), existsSync(alive)]).toEqual([false, true])
    rmSync(alive, { recursive: true })
  })
})

describe('the folder of the library', () => {
  const get = async (name: string) => {
    const response = await handleEndpoints({
      config: portal.config,
      payloadInstanceCacheKey: portal.dir,
      request: new Request(`http://127.0.0.1:3000/api/media/file/${name}`, {
        headers: { authorization: `JWT ${await portal.as('author')}` },
      }),
    })
    return response.status
  }
  it('shows its files and nothing else that lies in it', async () => {
    const { doc } = await send('xem.png', png)
    mkdirSync(path.join(folder, '.incoming', 'x'), { recursive: true })
    for (const name of ['.gitkeep', '.incoming/x/file']) writeFileSync(path.join(folder, name), 'x')
    expect(await get(doc.filename)).toBe(200)
    for (const name of ['.gitkeep', '.incoming%2Fx%2Ffile', 'public', 'khong-co.png', '%00', '..%2Fx.db'])
      expect([name, await get(name)]).toEqual([name, name.startsWith('..') ? 403 : 404])
    rmSync(path.join(folder, '.incoming', 'x'), { recursive: true })
    rmSync(path.join(folder, '.gitkeep'))
  })
})
