import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { checkFile, type Fault, publicFilePath } from '../../publications/index.ts'
import { isKnown } from '../httpAnswers.ts'
import type { FileRow } from '../readCatalogue.ts'

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

/** The public files, to be served and to be looked at again. */
export interface MediaServer {
  handle(request: Request): Promise<Response>
  /** Looks again at the files that were not as they were approved. */
  recheck(): Promise<void>
}

/**
 * Serves the files of live editions by checksum. A file that no live edition shows is not there, and neither is one
 * whose bytes are not those of its checksum any more. Paths are built from what the catalogue holds, never from the
 * request.
 *
 * @param args.onFault told of a file that is not as it was approved, each time it is met
 * @param args.onMended told when it is again
 */
export const serveMedia = (args: {
  mediaDir: string
  find: (sha256: string, filename: string) => FileRow | undefined
  onFault: (fault: Fault) => void
  onMended: (fault: Fault) => void
}): MediaServer => {
  const broken = new Map<string, { file: FileRow; fault: Fault }>()

  /** The size of a file that is as it was approved. */
  const soundSize = async (file: FileRow): Promise<number | undefined> => {
    const place = `${file.sha256}/${file.filename}`
    const path = publicFilePath(args.mediaDir, file)
    // One that the disk does not give is not there.
    const found = await checkFile(path, file.sha256).catch(() => ({ what: 'missing' as const }))
    const before = broken.get(place)
    if ('size' in found) {
      broken.delete(place)
      if (before) args.onMended(before.fault)
      return found.size
    }
    const { collection, document } = file
    const fault: Fault = { store: 'files', place, what: found.what, documents: [{ collection, document }] }
    broken.set(place, { file, fault })
    args.onFault(fault)
    return undefined
  }

  const handle = async (request: Request): Promise<Response> => {
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
    const size = await soundSize(file)
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
  return {
    handle,
    recheck: async () => {
      for (const [place, { file, fault }] of [...broken]) {
        if (args.find(file.sha256, file.filename)) await soundSize(file)
        else if (broken.delete(place)) args.onMended(fault)
      }
    },
  }
}
