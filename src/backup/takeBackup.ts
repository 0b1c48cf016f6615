import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { flushFolder } from '../../lib/files/flushFolder.ts'
import type { Clock } from '../../lib/time/clock.ts'
import { readMark } from '../../plugins/instance/index.ts'
import { sha256 } from '../../plugins/publications/index.ts'
import type { Environment } from '../config/environment.ts'
import { schemaName } from '../config/schema.ts'
import { writeLines, writeRows } from '../transfer/index.ts'
import { type Facts, FORMAT, manifestText, nameOf } from './core/manifest.ts'
import { keptOf, type Retention } from './core/retention.ts'
import { BackupFault, explained } from './fault.ts'
import { type Backup, backupsIn, clearHalves, MANIFEST, newestIn, openFolder, PART } from './folder.ts'
import { type Held, takeLock } from './lock.ts'
import { type Kept, keepMedia, MEDIA_LIST, type MediaFile, mediaListOf, sweepStore } from './media.ts'
import { fingerprintOf, softwareVersion, toldSettings } from './settings.ts'
import { type Opener, openSource } from './source.ts'

export const ANCHORS = 'anchors'
export const SETTINGS = 'settings.json'
export const SECRET = 'secret'
const LOCK = 'lock'

/** Points at which a backup may be cut off; tests kill it there. */
export type Step = 'began' | 'rows written' | 'media kept' | 'all written' | 'manifest written' | 'named'

export interface BackupReport {
  name: string
  path: string
  rows: number
  media: Kept
  /** Half backups that were cleared away. */
  cleared: number
  /** Backups that were removed by the rule of how long they are kept, and files that only they named. */
  removed: {
    backups: string[]
    files: number
    /** Whether no file was removed, because a list of a backup that is kept cannot be read. */
    unreadable: boolean
  }
}

interface Order {
  environment: Environment
  /** Variables that the settings are read from. */
  env: Readonly<Record<string, string | undefined>>
  open: Opener
  clock: Clock
  folder: string
  withSecret: boolean
  /** How long backups are kept; none is removed without it. */
  keep?: Retention
  onRow?: (done: number) => void
  onStep?: (step: Step) => void | Promise<void>
}

/** Writes a file for good. @returns its SHA-256 */
const write = async (file: string, text: string): Promise<string> => {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return sha256(text)
}

/** Copies the anchors, which tell later whether a log was cut off. @returns their names below the backup, with hashes */
const keepAnchors = async (from: string, to: string): Promise<Record<string, string>> => {
  const names = (await readdir(from).catch(() => [])).filter((name) => name.endsWith('.json'))
  await mkdir(to, { mode: 0o700 })
  const found: Record<string, string> = {}
  for (const name of names)
    found[`${ANCHORS}/${name}`] = await write(path.join(to, name), await readFile(path.join(from, name), 'utf8'))
  await flushFolder(to)
  return found
}

/** The list of the backup before; empty where there is none that can be read, and every file is read again then. */
async function* listBefore(before: Backup | undefined): AsyncGenerator<MediaFile> {
  if (!before) return
  try {
    yield* mediaListOf(before.path)
  } catch {
    return
  }
}

/** Writes everything but the manifest. */
const fill = async (order: Order, part: string, before: Backup | undefined) => {
  const { environment, env, open: opener, clock, folder, withSecret, onRow, onStep } = order
  const { databaseUri, dataDir, mediaDir, secret } = environment
  const source = await openSource({ environment, open: opener, folder: part })
  // The snapshot is one moment; of a server's database everything is at least as new as this.
  const at = clock.now().toISOString()
  let written: Awaited<ReturnType<typeof writeRows>>
  let instance: string
  try {
    written = await writeRows({ payload: source.payload, folder: part, compress: true, onRow })
    instance = (await readMark(source.payload))?.id ?? ''
  } finally {
    await source.close()
  }
  await onStep?.('rows written')
  const kept: Kept = { files: 0, bytes: 0, copied: 0, copiedBytes: 0 }
  // After the rows, so that every file that they name is there.
  const media = await writeLines({
    file: path.join(part, MEDIA_LIST),
    pages: keepMedia({ mediaDir, root: folder, before: listBefore(before), kept }),
  })
  await onStep?.('media kept')
  const files = {
    ...written.files,
    [MEDIA_LIST]: media.sha256,
    ...(await keepAnchors(path.join(dataDir, ANCHORS), path.join(part, ANCHORS))),
    [SETTINGS]: await write(path.join(part, SETTINGS), `${JSON.stringify(toldSettings(env), null, 2)}\n`),
    ...(withSecret ? { [SECRET]: await write(path.join(part, SECRET), `${secret}\n`) } : {}),
  }
  const facts: Facts = {
    format: FORMAT,
    at,
    version: await softwareVersion(),
    schema: schemaName(),
    instance,
    database: databaseUri.startsWith('file:') ? 'SQLite' : 'MongoDB',
    secret: fingerprintOf(secret),
    rows: written.rows,
    files,
    media: { files: kept.files, bytes: kept.bytes },
  }
  return { facts, kept }
}

/** Removes what is not kept any longer, and files that nothing names then. */
const prune = async (folder: string, keep: Retention): Promise<BackupReport['removed']> => {
  const all = await backupsIn(folder)
  const kept = new Set(
    keptOf(
      all.map(({ at }) => at),
      keep,
    ).map((at) => at.getTime()),
  )
  const removed = all.filter(({ at }) => !kept.has(at.getTime()))
  for (const backup of removed) {
    // Half from here on: what is cut off is cleared by the next run.
    await rename(backup.path, `${backup.path}${PART}`)
    await rm(`${backup.path}${PART}`, { recursive: true, force: true })
  }
  await flushFolder(folder)
  const lists = all.filter(({ at }) => kept.has(at.getTime())).map((backup) => backup.path)
  // A backup that was just made is whole, whatever became of an older one.
  const files = await sweepStore(folder, lists).catch(() => undefined)
  return { backups: removed.map(({ name }) => name), files: files ?? 0, unreadable: files === undefined }
}

const backUp = async (order: Order, held: Held): Promise<BackupReport> => {
  const { clock, folder, keep, onStep } = order
  const cleared = await clearHalves(folder)
  const before = await newestIn(folder)
  const name = nameOf(clock.now())
  const part = path.join(folder, `${name}${PART}`)
  await mkdir(part, { mode: 0o700 })
  await onStep?.('began')
  let filled: Awaited<ReturnType<typeof fill>>
  try {
    filled = await fill(order, part, before)
    await onStep?.('all written')
    await held.check()
    await write(path.join(part, `${MANIFEST}${PART}`), manifestText(filled.facts))
    await rename(path.join(part, `${MANIFEST}${PART}`), path.join(part, MANIFEST))
    await flushFolder(part)
    await onStep?.('manifest written')
    await rename(part, path.join(folder, name))
    await flushFolder(folder)
    await onStep?.('named')
  } catch (error) {
    // Room for the next one; where even this fails, that clears it.
    await rm(part, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
  const removed = keep ? await prune(folder, keep) : { backups: [], files: 0, unreadable: false }
  const rows = Object.values(filled.facts.rows).reduce((sum, count) => sum + count, 0)
  return { name, path: path.join(folder, name), rows, media: filled.kept, cleared, removed }
}

/**
 * Backs up a system that may serve and publish meanwhile: rows, media files, anchors, settings. A backup is whole or not
 * there: its manifest, with the hash of every file, is written last. Killed anywhere, the backups before stay as they
 * were, and the next run clears away what is half.
 *
 * Of SQLite the rows are of one moment. Of MongoDB they are read one collection after another, what names something
 * before what it names, and each log in the order of its numbers: no row misses what it names, and no log has a gap.
 *
 * @throws BackupFault that says what to do
 */
export const takeBackup = async (order: Order): Promise<BackupReport> => {
  const { folder } = order
  try {
    await openFolder(folder)
    const held = await takeLock(path.join(folder, LOCK))
    if (!held)
      throw new BackupFault(
        `Một lần sao lưu khác đang ghi vào ${folder}; xin đợi cho xong.`,
        `Another backup is being written to ${folder}; wait until it has ended.`,
        'busy',
      )
    try {
      return await backUp(order, held)
    } finally {
      await held.release()
    }
  } catch (error) {
    throw explained(error, folder)
  }
}
