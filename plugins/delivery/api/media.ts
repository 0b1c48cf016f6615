import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { publicFilePath } from '../../publications/index.ts'
import type { FileRow } from '../catalogue/read.ts'
import { isKnown } from '../httpAnswers.ts'

const SHOWN = /^(image\/(jpeg|png|webp|gif|avif)|application\/pdf|video\/(mp4|webm)|text\/vtt)$/

const notFound = () =>
  Response.json(
    { errors: [{ code: 'NOT_FOUND', message: 'Không có tệp này. / There is no such file.' }] },
    { status: 404, headers: { 'cache-control': 'no-store' } },
  )

/** One range of bytes (RFC 9110 section 14); several are answered as the whole. */
const rangeOf = (header: string | null, size: number): { start: number; end: number } | 'bad' | undefined => {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!found || (!found[1] && !found[2])) return undefined
  // Backwards is no range at all, and is ignored (RFC 9110 section 14.1.1).
  if (found[1] && found[2] && Number(found[2]) < Number(found[1])) return undefined
  const start = found[1] ? Number(found[1]) : Math.max(0, size - Number(found[2]))
  const end = found[1] && found[2] ? Math.min(Number(found[2]), size - 1) : size - 1
  return start > end || start >= size ? 'bad' : { start, end }
}

/**
 * Serves the files of live editions by checksum. A file that no live edition shows is not there. Paths are built from
 * what the catalogue holds, never from the request.
 */
export const serveMedia =
  (args: { mediaDir: string; find: (sha256: string, filename: string) => FileRow | undefined }) =>
  async (request: Request): Promise<Response> => {
    const [, sha256, name] = /\/media\/public\/([0-9a-f]{64})\/([^/]+)$/.exec(new URL(request.url).pathname) ?? []
    let filename: string
    try {
      filename = decodeURIComponent(name ?? '')
    } catch {
      return notFound()
    }
    const file = sha256 && filename ? args.find(sha256, filename) : undefined
    if (!file) return notFound()
    const path = publicFilePath(args.mediaDir, file)
    const size = (await stat(path).catch(() => undefined))?.size
    if (size === undefined) return notFound()
    const headers = new Headers({
      'content-type': file.mime,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      // Withdrawing takes effect within minutes, though the bytes of an address never change.
      'cache-control': 'public, max-age=300, s-maxage=60',
      'access-control-allow-origin': '*',
      'accept-ranges': 'bytes',
      etag: `"${file.sha256}"`,
    })
    if (!SHOWN.test(file.mime)) headers.set('content-disposition', 'attachment')
    const etag = `"${file.sha256}"`
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers })
    // A part of what the asker holds is of use only while it is the same (RFC 9110 section 13.1.5).
    const held = request.headers.get('if-range')
    const range = held === null || held.trim() === etag ? rangeOf(request.headers.get('range'), size) : undefined
    if (range === 'bad') {
      headers.set('content-range', `bytes */${size}`)
      return new Response(null, { status: 416, headers })
    }
    const { start, end } = range ?? { start: 0, end: size - 1 }
    headers.set('content-length', String(end - start + 1))
    if (range) headers.set('content-range', `bytes ${start}-${end}/${size}`)
    const body =
      request.method === 'HEAD' ? null : (Readable.toWeb(createReadStream(path, { start, end })) as unknown as BodyInit)
    return new Response(body, { status: range ? 206 : 200, headers })
  }
