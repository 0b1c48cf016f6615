import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { isKnown, notThere } from '../httpAnswers.ts'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  // As text, so that browsers show it and do not offer to save it.
  '.md': 'text/plain',
}

interface Served {
  bytes: Buffer<ArrayBuffer>
  packed: Buffer<ArrayBuffer> | undefined
  etag: string
}

const GUIDE = path.join('docs', 'web-developers.md')

const read = async (file: string): Promise<Served | undefined> => {
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) return undefined
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`
  return { bytes, packed: await readFile(`${file}.gz`).catch(() => undefined), etag }
}

/**
 * Serves the files of the explorer, which the build put into one folder, and the guide for web developers. They are read
 * when the explorer is asked for the first time.
 *
 * @param dir absolute path of the folder
 * @param look style sheet in the colours of this portal
 */
export const explorerFiles = (dir: string, look: string) => {
  const known = new Map<string, Promise<Served | undefined>>()
  const made = Buffer.from(look)
  const find = (name: string): Promise<Served | undefined> => {
    if (name === 'look.css')
      return Promise.resolve({
        bytes: made,
        packed: undefined,
        etag: `"${createHash('sha256').update(made).digest('base64url').slice(0, 27)}"`,
      })
    return read(name === 'guide.md' ? path.resolve(GUIDE) : path.join(dir, name))
  }
  return async (request: Request): Promise<Response> => {
    const name = /([\w-]+\.(?:js|css|md))$/.exec(new URL(request.url).pathname)?.[1]
    if (!name) return notThere()
    const reading = known.get(name) ?? find(name)
    const found = await reading
    if (!found) return notThere()
    known.set(name, reading)
    const { bytes, packed, etag } = found
    const packs = packed !== undefined && /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
    const headers = {
      'content-type': `${TYPES[path.extname(name)]}; charset=utf-8`,
      // Names with a hash hold the same bytes for ever; the others are asked for again.
      'cache-control': /-[A-Z0-9]{8}\.\w+$/.test(name) ? 'public, max-age=31536000, immutable' : 'public, no-cache',
      'x-content-type-options': 'nosniff',
      etag,
      vary: 'accept-encoding',
      ...(packs ? { 'content-encoding': 'gzip' } : {}),
    }
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers })
    return new Response(packs ? packed : bytes, { headers })
  }
}
