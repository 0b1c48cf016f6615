import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { checkFile, type Fault, publicFilePath } from '../publications/index.ts'
import { isKnown } from './httpAnswers.ts'
import type { FileRow } from './readCatalogue.ts'

const SHOWN = /^(image\/(jpeg|png|webp|gif|avif)|application\/pdf|video\/(mp4|webm)|text\/vtt)$/

/**
 * Policies of files: no response runs anything. Browsers show no PDF in a sandbox; websites show one in place, and as it
 * is public anyway, any may.
 */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; sandbox"
const PDF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors *"

const notFound = () =>
  Response.json(
    { errors: [{ code: 'NOT_FOUND', message: 'Không có tệp này. / There is no such file.' }] },
    { status: 404, headers: { 'cache-control': 'no-store' } },
  )

/** Parses a single byte range (RFC 9110 section 14). A request for several ranges gets the whole file. */
const rangeOf = (header: string | null, size: number): { start: number; end: number } | 'bad' | undefined => {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!found || (!found[1] && !found[2])) return undefined
  // A range whose end precedes its start is invalid and must be ignored (RFC 9110 section 14.1.1).
  if (found[1] && found[2] && Number(found[2]) < Number(found[1])) return undefined
  const start = found[1] ? Number(found[1]) : Math.max(0, size - Number(found[2]))
  const end = found[1] && found[2] ? Math.min(Number(found[2]), size - 1) : size - 1
  return start > end || start >= size ? 'bad' : { start, end }
}

/** Serves public files and rechecks them. */
export interface PublicFileServer {
  handle(request: Request): Promise<Response>
  /** Path of a file whose bytes match its checksum; `undefined` if it is missing or changed. */
  soundPath(file: FileRow): Promise<string | undefined>
  /** Rechecks the files that failed verification. */
  recheck(): Promise<void>
}

/**
 * Serves the files of live editions by checksum. Answers 404 for a file that no live edition shows, and for one whose
 * bytes no longer match its checksum. Paths are built from catalogue rows, never from the request.
 *
 * @param args.onFault called each time a file fails verification
 * @param args.onMended called when such a file is valid again
 */
export const servePublicFiles = (args: {
  mediaDir: string
  find: (sha256: string, filename: string) => FileRow | undefined
  onFault: (fault: Fault) => void
  onMended: (fault: Fault) => void
}): PublicFileServer => {
  const broken = new Map<string, { file: FileRow; fault: Fault }>()

  /** Size of a file that matches its checksum; `undefined` if it is missing or changed. */
  const soundSize = async (file: FileRow): Promise<number | undefined> => {
    const place = `${file.sha256}/${file.filename}`
    const path = publicFilePath(args.mediaDir, file)
    // A read error counts as a missing file.
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
      'content-security-policy': file.mime === 'application/pdf' ? PDF_POLICY : POLICY,
      'cross-origin-resource-policy': 'cross-origin',
      // The bytes never change, but a short cache lifetime makes a withdrawal take effect within minutes.
      'cache-control': 'public, max-age=300, s-maxage=60',
      'access-control-allow-origin': '*',
      'accept-ranges': 'bytes',
      etag: `"${file.sha256}"`,
    })
    if (!SHOWN.test(file.mime)) headers.set('content-disposition', 'attachment')
    const etag = `"${file.sha256}"`
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers })
    // A range may only be combined with a partial copy of the same file (RFC 9110 section 13.1.5).
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
    soundPath: async (file) =>
      (await soundSize(file)) === undefined ? undefined : publicFilePath(args.mediaDir, file),
    recheck: async () => {
      for (const [place, { file, fault }] of [...broken]) {
        if (args.find(file.sha256, file.filename)) await soundSize(file)
        else if (broken.delete(place)) args.onMended(fault)
      }
    },
  }
}
