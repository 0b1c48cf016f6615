import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import {
  createOperation,
  executeAccess,
  type Payload,
  type PayloadRequest,
  sanitizePopulateParam,
  sanitizeSelectParam,
} from 'payload'
import { flushFolder } from '../../lib/files/flushFolder.ts'
import { inPassingFolder } from '../../lib/files/passingFolder.ts'
import { slugOf } from '../../lib/text/slug.ts'
import { turns } from '../../lib/turns.ts'
import { BOUNDS, UPLOAD_KINDS } from '../../src/portal/uploads.ts'
import { askReader } from './askReader.ts'
import { type Accepted, type Measured, PREVIEW_SIZE } from './finding.ts'
import { placeFile } from './place.ts'
import { keepStream, type Received, receive } from './receive.ts'
import { isOfMachine, refusedUpload } from './refusals.ts'
import { contextWith, type StoredFile } from './storedFile.ts'

const LARGEST = Math.max(...UPLOAD_KINDS.map((kind) => kind.largest))

/** Device names that Windows reserves. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** File name without extension, in plain ASCII. */
export const stemOf = (name: string): string => {
  const stem = slugOf(path.parse(name).name) || 'tep'
  return DEVICE.test(stem) ? `${stem}-tep` : stem
}

export type MediaRow = Record<string, unknown> & { id: string | number; filename: string }

/** The only way to add a file to the media library. */
export interface UploadStore {
  /**
   * Stores the file and its fields from a request of a person who may add files.
   *
   * @throws APIError with a stable code and a message; neither row nor file remains then
   */
  fromRequest(req: PayloadRequest): Promise<MediaRow>
  /**
   * Stores a file of this machine as the request's user.
   *
   * @param args.path source path; the file stays there
   * @throws as above
   */
  fromFile(args: { req: PayloadRequest; path: string; data: Record<string, unknown> }): Promise<MediaRow>
  /** Removes temporary files that uploads of dead processes left more than an hour ago. */
  sweep(): Promise<void>
}

/** Upload store of a running system. */
export const uploadsOf = (payload: Payload): UploadStore =>
  payload.collections.media!.config.custom!.uploads as UploadStore

interface Finished {
  accepted: Accepted
  measured: Measured
}

/** An unknown text layer of a PDF is stored as a state of its own: it may be a scan. */
const facts = ({ size, sha256 }: Received, { accepted, measured }: Finished): Omit<StoredFile, 'filename'> => {
  const { mimeType, width, height } = accepted
  return {
    mimeType,
    filesize: size,
    sha256,
    ...(width && height ? { width, height } : {}),
    ...(mimeType === 'application/pdf' ? { textLayer: measured.textLayer ?? 'unknown' } : {}),
    ...(measured.durationSeconds === undefined ? {} : { durationSeconds: measured.durationSeconds }),
  }
}

/** The image that the reader wrote without metadata, as if it had been received. */
const cleaned = ({ name }: Received, folder: string): Promise<Received> =>
  keepStream(createReadStream(path.join(folder, 'cleaned')), { file: path.join(folder, 'published'), name })

const sha256Of = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

/** The uploading user; all uploads by this machine itself count as one person. */
const personOf = ({ user }: PayloadRequest): string => String(user?.id ?? '')

/**
 * Receives, inspects and places files. It writes their rows last, in a short transaction: slow or unbounded work (the
 * connection, decoding, a hostile file) happens before it and in another process.
 *
 * @param args.mediaDir absolute folder of the files
 * @param args.program path of the built `reader.ts`
 */
export const uploadStore = ({ mediaDir, program }: { mediaDir: string; program: string }): UploadStore => {
  const incoming = path.join(mediaDir, '.incoming')
  const { place, turn } = turns({
    places: BOUNDS.underWay,
    share: BOUNDS.underWayOfOne,
    atOnce: BOUNDS.readAtOnce,
  })

  /** Names the file and its smaller versions. Adds each to `placed` as soon as it is placed. */
  const placeAll = async (args: {
    req: PayloadRequest
    received: Received
    found: Finished
    folder: string
    placed: string[]
  }): Promise<StoredFile> => {
    const { req, received, found, folder, placed } = args
    const { extension } = found.accepted
    const { preview } = found.measured
    const sizes = found.accepted.sizes ?? preview ?? []
    const put = async (from: string, stem: string, extension: string, isTaken: (name: string) => Promise<boolean>) => {
      const name = await placeFile({ from, folder: mediaDir, stem, extension, isTaken })
      placed.push(path.join(mediaDir, name))
      return name
    }
    const filename = await put(received.file, stemOf(received.name), extension, async (name) =>
      Boolean(await req.payload.db.findOne({ collection: 'media', where: { filename: { equals: name } } })),
    )
    const copies: NonNullable<StoredFile['sizes']> = {}
    for (const size of sizes) {
      const { name, ...measures } = size
      const stem = `${path.parse(filename).name}-${size.width}x${size.height}`
      const copy = await put(path.join(folder, `${name}.webp`), stem, 'webp', async () => false)
      copies[name] = { ...measures, mimeType: 'image/webp', filename: copy }
    }
    await flushFolder(mediaDir)
    const shown = preview && copies[PREVIEW_SIZE]
    return {
      filename,
      ...facts(received, found),
      ...(sizes.length ? { sizes: copies } : {}),
      // Not what the reader says: a hostile file may speak for it.
      ...(shown ? { previewSha256: await sha256Of(path.join(mediaDir, shown.filename)) } : {}),
    }
  }

  const store = async (args: {
    req: PayloadRequest
    received: Received
    data: Record<string, unknown>
    folder: string
  }): Promise<MediaRow> => {
    const { req, data, folder } = args
    const order = { file: args.received.file, folder }
    const found = await turn(personOf(req), () => askReader({ program, order }))
    if ('fault' in found) throw refusedUpload(req, found.fault, { ...found, name: args.received.name })
    const received = found.accepted.cleaned ? await cleaned(args.received, folder) : args.received
    const placed: string[] = []
    try {
      req.context = contextWith(req.context, await placeAll({ req, received, found, folder, placed }))
      const { depth, populate, select } = req.query ?? {}
      return (await createOperation({
        collection: req.payload.collections.media!,
        data: data,
        req,
        depth: depth === undefined ? undefined : Number(depth),
        populate: sanitizePopulateParam(populate),
        select: sanitizeSelectParam(select),
        overrideAccess: false,
      })) as unknown as MediaRow
    } catch (error) {
      await Promise.all(placed.map((file) => rm(file, { force: true })))
      throw error
    }
  }

  const inPlace = async (req: PayloadRequest, work: (folder: string) => Promise<MediaRow>): Promise<MediaRow> => {
    // Check access before the file is received or inspected.
    await executeAccess({ req }, req.payload.collections.media!.config.access.create)
    try {
      const row = await place(personOf(req), () => inPassingFolder(incoming, work))
      if ('done' in row) return row.done
      throw refusedUpload(req, row.refused === 'share' ? 'share' : 'busy')
    } catch (error) {
      if (!isOfMachine(error)) throw error
      req.payload.logger.error({ msg: 'an upload could not be kept', err: error })
      throw refusedUpload(req, 'unsaved')
    }
  }

  return {
    sweep: () => inPassingFolder(incoming, async () => undefined),
    fromRequest: (req) =>
      inPlace(req, async (folder) => {
        const { received, data } = await receive(req, { folder, largest: LARGEST })
        return store({ req, received, data, folder })
      }),
    fromFile: ({ req, path: source, data }) =>
      inPlace(req, async (folder) => {
        const received = await keepStream(createReadStream(source), {
          file: path.join(folder, 'file'),
          name: path.basename(source),
        })
        return store({ req, received, data, folder })
      }),
  }
}
