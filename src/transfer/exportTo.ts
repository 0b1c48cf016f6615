import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { FORMAT, MANIFEST, type Manifest } from './format.ts'
import { writeRows } from './writeRows.ts'

/** Somebody else's files must not be mixed with the export. */
export class FolderNotEmpty extends Error {
  override name = 'FolderNotEmpty'
}

/**
 * Writes everything that a system holds in its database into a folder, one row a line, so that it can be loaded into
 * an empty database of either kind: rows with their ids, all languages, every version, the facts of the portal. Files
 * of the media library and anchors are no rows; they are copied beside it. Nobody should be writing meanwhile.
 *
 * @param args.onRow called with how many rows were written
 * @throws FolderNotEmpty when the folder holds something
 */
export const exportTo = async (args: {
  payload: Payload
  folder: string
  at: Date
  onRow?: (done: number) => void
}): Promise<Manifest> => {
  const { payload, folder, at, onRow } = args
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length) throw new FolderNotEmpty(folder)
  const written = await writeRows({ payload, folder, compress: false, onRow })
  const manifest: Manifest = { format: FORMAT, at: at.toISOString(), ...written }
  await writeFile(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  return manifest
}
