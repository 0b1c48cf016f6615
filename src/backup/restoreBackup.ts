import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { markRestored } from '../../plugins/instance/index.ts'
import { type AuditFault, verify } from '../../plugins/workflow/index.ts'
import type { Environment } from '../config/environment.ts'
import { schemaName } from '../config/schema.ts'
import type { System } from '../system.ts'
import { ForeignId, loadRows } from '../transfer/index.ts'
import type { Facts } from './core/manifest.ts'
import { BackupFault } from './fault.ts'
import { type Backup, backupAt } from './folder.ts'
import { takeLock } from './lock.ts'
import { clearPlace, holdingOf } from './place.ts'
import { checkMediaPlace, restoreMedia } from './restoreFiles.ts'
import { RESTORING } from './restoring.ts'
import { fingerprintOf } from './settings.ts'
import { ANCHORS } from './takeBackup.ts'
import { verifyBackup } from './verifyBackup.ts'

/** Points at which a restore may be cut off; tests kill it there. */
export type RestoreStep = 'marked' | 'rows loaded' | 'media restored' | 'audited' | 'ended'

export interface RestoreReport {
  name: string
  at: string
  rows: number
  media: number
  /** Whether what a restore left half was cleared away first. */
  anew: boolean
  /** Whether PAYLOAD_SECRET is the one of the system that was backed up. */
  sameSecret: boolean
  faults: AuditFault[]
}

interface Order {
  environment: Environment
  /** Opens the configured database. */
  open: () => Promise<System>
  folder: string
  onRow?: (done: number, of: number) => void
  onStep?: (step: RestoreStep) => void | Promise<void>
}

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, count) => all + count, 0)

/** Refuses what this software cannot read as it was written. */
const mustFit = ({ schema, version }: Facts, name: string): void => {
  if (schema !== schemaName())
    throw new BackupFault(
      `Bản sao lưu ${name} do phiên bản ${version} tạo (${schema}); xin cài phiên bản đó, khôi phục, rồi mới nâng cấp.`,
      `The backup ${name} was made by version ${version} (${schema}); install that version, restore, then upgrade.`,
    )
}

/** Makes sure that nothing is overwritten. @returns whether half of a restore was cleared away */
const emptyPlace = async (backup: Backup, { databaseUri, mediaDir, dataDir }: Environment): Promise<boolean> => {
  const holding = await holdingOf(databaseUri)
  if (typeof holding === 'object')
    throw new BackupFault(
      `Cơ sở dữ liệu đích đã có dữ liệu (${holding.table}); không ghi đè. Xin đặt DATABASE_URI là một cơ sở dữ liệu trống.`,
      `The database holds rows already (${holding.table}), and nothing is overwritten. Set DATABASE_URI to an empty one.`,
    )
  await checkMediaPlace(backup.path, mediaDir)
  if (holding === 'half') await clearPlace(databaseUri)
  // The read catalogue of whatever ran here before; it is made anew.
  await rm(path.join(dataDir, 'read'), { recursive: true, force: true })
  return holding === 'half'
}

const restoreAnchors = async (backup: Backup, { files }: Facts, dir: string): Promise<void> => {
  const names = Object.keys(files).filter((file) => file.startsWith(`${ANCHORS}/`))
  if (names.length) await mkdir(dir, { recursive: true })
  for (const name of names) {
    const to = path.join(dir, path.basename(name))
    const text = await readFile(path.join(backup.path, name))
    await writeFile(`${to}.part`, text, { mode: 0o600 })
    await rename(`${to}.part`, to)
  }
}

const fillPlace = async (order: Order & { payload: Payload; backup: Backup; root: string; facts: Facts }) => {
  const { payload, environment, backup, root, facts, onRow, onStep } = order
  const { mediaDir, dataDir } = environment
  const anchorsDir = path.join(dataDir, ANCHORS)
  await loadRows({ payload, folder: backup.path, written: facts, onRow })
  await onStep?.('rows loaded')
  const media = await restoreMedia({ backup: backup.path, root, mediaDir })
  await restoreAnchors(backup, facts, anchorsDir)
  await onStep?.('media restored')
  const { faults } = await verify({ payload, anchorsDir })
  await markRestored({ payload, from: facts.instance })
  await onStep?.('audited')
  return { media, faults }
}

const restoreInto = async (order: Order): Promise<RestoreReport> => {
  const { environment, open, folder, onStep } = order
  const { backup, root } = await backupAt(folder)
  const facts = await verifyBackup({ backup, root, logs: false })
  mustFit(facts, backup.name)
  const anew = await emptyPlace(backup, environment)
  const { payload } = await open()
  try {
    await payload.kv.set(RESTORING, { backup: backup.name })
    await onStep?.('marked')
    const { media, faults } = await fillPlace({ ...order, payload, backup, root, facts })
    await payload.kv.delete(RESTORING)
    await onStep?.('ended')
    const sameSecret = facts.secret === fingerprintOf(environment.secret)
    return { name: backup.name, at: facts.at, rows: sum(facts.rows), media, anew, sameSecret, faults }
  } catch (error) {
    if (!(error instanceof ForeignId)) throw error
    throw new BackupFault(
      `Dữ liệu do bản thử cũ tạo, mã ${error.message} không chuyển được sang MongoDB; xin khôi phục vào SQLite.`,
      `The rows were made by an early trial; the id ${error.message} cannot be moved to MongoDB. Restore into SQLite.`,
    )
  } finally {
    await payload.destroy()
  }
}

/**
 * Restores a backup into an empty place, SQLite or MongoDB, whatever it was made of: every id, hash and file as it was.
 * Nothing is overwritten. A mark in the database says that the restore has not ended; a server does not start on it, and
 * the next restore starts anew. At the end every log is verified, and the system knows that it is a copy.
 *
 * @throws BackupFault that says what to do, before anything is written
 */
export const restoreBackup = async (order: Order): Promise<RestoreReport> => {
  const { dataDir } = order.environment
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const held = await takeLock(path.join(dataDir, 'restore.lock'))
  if (!held)
    throw new BackupFault(
      'Một lần khôi phục khác đang chạy ở đây; xin đợi cho xong.',
      'Another restore is running here; wait until it has ended.',
      'busy',
    )
  try {
    return await restoreInto(order)
  } finally {
    await held.release()
  }
}
