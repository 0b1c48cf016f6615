import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { inPassingFolder } from '../../../lib/files/passingFolder.ts'
import { turns } from '../../../lib/turns.ts'
import { isKnown, notThere, refused } from '../httpAnswers.ts'
import type { FileRow } from '../readCatalogue.ts'
import { EXTENSIONS, nameOfSize, PICTURE_TYPES, type PictureSize, sizesOf } from './sizes.ts'

/** Pictures made at the same time; each takes a processor for up to a second. */
const AT_ONCE = 2
/** Pictures being made or waiting; whoever comes later is told to come again. */
const MOST_UNDER_WAY = 32
const RETRY_AFTER_S = '5'
/** Uploads of more pixels are refused (`BOUNDS.pixels` of the portal). */
const MOST_PIXELS = 60_000_000
const LONGEST_S = 20

const PARTS = '.parts'

/** Low effort: an AVIF of 1,280 pixels takes a fraction of a second, and is a little larger. */
const FORMATS = {
  avif: { quality: 55, effort: 2 },
  webp: { quality: 78 },
  jpg: { quality: 80, mozjpeg: true },
} as const

/** Offers published pictures in sizes for websites. */
export interface SizedPictures {
  handle(request: Request): Promise<Response>
  /** Deletes the versions of pictures that are no longer shown. */
  sweep(): Promise<void>
}

const busy = (): Response => {
  const response = refused(
    503,
    'PICTURES_BUSY',
    'Nhiều ảnh đang được chuẩn bị; xin thử lại sau vài giây.',
    'Many pictures are being prepared; try again in a few seconds.',
  )
  response.headers.set('retry-after', RETRY_AFTER_S)
  return response
}

const make = async (original: string, { width, height, extension }: PictureSize): Promise<Buffer> => {
  const image = sharp(original, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize({ width, height, fit: 'fill' })
    .timeout({ seconds: LONGEST_S })
  if (extension === 'avif') return image.avif(FORMATS.avif).toBuffer()
  if (extension === 'webp') return image.webp(FORMATS.webp).toBuffer()
  return image.flatten({ background: 'white' }).jpeg(FORMATS.jpg).toBuffer()
}

/**
 * Serves smaller versions of the pictures of live editions, `/media/sized/<sha256>/<filename>/640.avif`. A version is
 * made from the approved bytes when it is first asked for, and kept; it is served as long as its picture is shown. Only
 * the offered sizes exist.
 *
 * @param args.dir absolute folder for the versions; it may be deleted at any time
 * @param args.widths offered widths, in pixels
 * @param args.find a picture that is shown
 * @param args.original path of its bytes, if they are the approved ones
 */
export const serveSizedPictures = (args: {
  dir: string
  widths: readonly number[]
  find: (sha256: string, filename: string) => FileRow | undefined
  original: (file: FileRow) => Promise<string | undefined>
}): SizedPictures => {
  const { dir, widths, find, original } = args
  const queue = turns({ places: MOST_UNDER_WAY, share: MOST_UNDER_WAY, atOnce: AT_ONCE })
  const making = new Map<string, Promise<Buffer | 'busy' | undefined>>()
  const folderOf = (sha256: string, filename: string) => path.join(dir, sha256, filename)

  const sizeNamed = async (source: string, name: string): Promise<PictureSize | undefined> => {
    const { autoOrient } = await sharp(source, { limitInputPixels: MOST_PIXELS }).metadata()
    return sizesOf(autoOrient, widths).find((size) => nameOfSize(size) === name)
  }
  const keep = async (target: string, bytes: Buffer): Promise<void> => {
    const parts = path.join(dir, PARTS)
    await mkdir(path.dirname(target), { recursive: true })
    await inPassingFolder(parts, async (folder) => {
      const part = path.join(folder, 'picture')
      await writeFile(part, bytes)
      await rename(part, target)
    })
  }
  const made = async (file: FileRow, name: string, target: string): Promise<Buffer | 'busy' | undefined> => {
    const outcome = await queue.place('', () =>
      queue.turn('', async () => {
        const source = await original(file)
        const size = source && (await sizeNamed(source, name))
        if (!size) return undefined
        const bytes = await make(source, size)
        // A full disk costs time, not the picture.
        await keep(target, bytes).catch(() => {})
        return bytes
      }),
    )
    return 'refused' in outcome ? 'busy' : outcome.done
  }

  const handle: SizedPictures['handle'] = async (request) => {
    const [, sha256, encoded, name] =
      /\/media\/sized\/([0-9a-f]{64})\/([^/]+)\/(\d{1,5}\.[a-z]{3,4})$/.exec(new URL(request.url).pathname) ?? []
    const extension = EXTENSIONS.find((one) => name?.endsWith(`.${one}`))
    let filename: string
    try {
      filename = decodeURIComponent(encoded ?? '')
    } catch {
      return notThere()
    }
    const file = sha256 && filename && extension ? find(sha256, filename) : undefined
    if (!file?.mime.startsWith('image/')) return notThere()
    const etag = `"${sha256!.slice(0, 32)}-${name}"`
    const headers = {
      'content-type': PICTURE_TYPES[extension!],
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      // Short for the same reason as that of the picture itself: a withdrawal takes effect within minutes.
      'cache-control': 'public, max-age=300, s-maxage=60',
      'access-control-allow-origin': '*',
      etag,
    }
    const target = path.join(folderOf(file.sha256, file.filename), name!)
    const kept = await readFile(target).catch(() => undefined)
    if (kept && isKnown(request, etag)) return new Response(null, { status: 304, headers })
    let bytes: Buffer | 'busy' | undefined = kept
    if (!bytes) {
      const ongoing = making.get(target) ?? made(file, name!, target).finally(() => making.delete(target))
      making.set(target, ongoing)
      bytes = await ongoing
    }
    if (bytes === 'busy') return busy()
    if (!bytes) return notThere()
    const body = request.method === 'HEAD' ? null : new Uint8Array(bytes)
    return new Response(body, { headers: { ...headers, 'content-length': String(bytes.length) } })
  }

  const inside = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])
  return {
    handle,
    sweep: async () => {
      for (const sha256 of await inside(dir)) {
        if (sha256 === PARTS) continue
        const names = await inside(path.join(dir, sha256))
        const gone = names.filter((name) => !find(sha256, name))
        for (const name of gone) await rm(path.join(dir, sha256, name), { recursive: true, force: true })
        if (gone.length === names.length) await rm(path.join(dir, sha256), { recursive: true, force: true })
      }
    },
  }
}
