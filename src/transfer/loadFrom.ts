import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { FORMAT, MANIFEST, type Manifest, movedCollections } from './format.ts'
import { ForeignId, loadRows } from './loadRows.ts'

/** Why a folder cannot be loaded: `message` says what to do, in Vietnamese and English. */
export class CannotLoad extends Error {
  override name = 'CannotLoad'
}

const readManifest = async (folder: string): Promise<Manifest> => {
  let text: string
  try {
    text = await readFile(path.join(folder, MANIFEST), 'utf8')
  } catch {
    throw new CannotLoad(`Thư mục này không phải bản xuất: thiếu ${MANIFEST}. / No export: ${MANIFEST} is missing.`)
  }
  const manifest = JSON.parse(text) as Manifest
  if (manifest.format !== FORMAT)
    throw new CannotLoad(
      'Bản xuất do phiên bản khác tạo; xin dùng đúng phiên bản. / The export was made by another version; use that one.',
    )
  return manifest
}

/** Refuses a folder that is not whole before anything is written. */
const checkFiles = async (folder: string, manifest: Manifest): Promise<void> => {
  for (const [file, sha256] of Object.entries(manifest.files)) {
    const hash = createHash('sha256')
    try {
      for await (const chunk of createReadStream(path.join(folder, path.basename(file)))) hash.update(chunk as Buffer)
    } catch {
      throw new CannotLoad(`Thiếu tệp ${file} trong bản xuất. / The file ${file} is missing.`)
    }
    if (hash.digest('hex') !== sha256)
      throw new CannotLoad(`Tệp ${file} đã bị thay đổi sau khi xuất. / The file ${file} was changed after the export.`)
  }
}

const checkEmpty = async (payload: Payload): Promise<void> => {
  for (const collection of movedCollections(payload.config))
    if ((await payload.db.count({ collection })).totalDocs)
      throw new CannotLoad(
        `Cơ sở dữ liệu đích đã có dữ liệu (${collection}); chỉ nạp được vào cơ sở dữ liệu trống. / The database holds rows (${collection}); load into an empty one.`,
      )
}

/**
 * Loads a folder that `exportTo` wrote into an empty database of either kind. Everything that is hashed or points to
 * something stays what it was: ids, keys, content, logs, versions.
 *
 * @param args.onRow called with how many rows of all were written
 * @throws CannotLoad before anything is written, when the folder is not whole or the database not empty
 */
export const loadFrom = async (args: {
  payload: Payload
  folder: string
  onRow?: (done: number, of: number) => void
}): Promise<Manifest> => {
  const { payload, folder, onRow } = args
  const manifest = await readManifest(folder)
  await checkFiles(folder, manifest)
  await checkEmpty(payload)
  try {
    await loadRows({ payload, folder, written: manifest, onRow })
  } catch (error) {
    if (!(error instanceof ForeignId)) throw error
    throw new CannotLoad(
      `Dữ liệu do bản thử cũ tạo, mã ${error.message} không chuyển được. / The rows were made by an early trial; the id ${error.message} cannot be moved.`,
    )
  }
  return manifest
}
