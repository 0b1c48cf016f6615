import { z } from 'zod'
import { canonicalJson, sha256 } from '../../../plugins/publications/index.ts'

/** Version of the form of backups. */
export const FORMAT = 1

/** Name of a backup's folder: its instant, without the signs that a file system may refuse. */
const NAME = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3}Z)$/

export const nameOf = (at: Date): string => at.toISOString().replace(/[:.]/g, '-')

/** The instant of a backup by the name of its folder; `undefined` for every other name. */
export const instantOf = (name: string): Date | undefined => {
  const [, hour, minutes, seconds, rest] = NAME.exec(name) ?? []
  const at = hour ? new Date(`${hour}:${minutes}:${seconds}.${rest}`) : undefined
  return at && !Number.isNaN(at.getTime()) ? at : undefined
}

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().min(0)
/** Below the backup's folder, at most one folder deep; never out of it. */
const fileName = z.string().regex(/^([a-z]+\/)?[A-Za-z0-9][A-Za-z0-9._-]*$/)

const facts = z.strictObject({
  format: z.literal(FORMAT),
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  /** Version of the software that made it. */
  version: z.string(),
  /** Name of the newest migration of that software: rows fit where it is the same. */
  schema: z.string(),
  /** Mark of the system; empty when it had none. */
  instance: z.string(),
  database: z.enum(['SQLite', 'MongoDB']),
  /** Tells whether a secret is the one of the system, without telling it. */
  secret: hash,
  /** Rows by file. */
  rows: z.record(fileName, count),
  /** SHA-256 of every file of the folder but this one. */
  files: z.record(fileName, hash),
  /** What the store of media holds of it. */
  media: z.strictObject({ files: count, bytes: count }),
})
export type Facts = z.infer<typeof facts>

/** A manifest as written: its facts, and a checksum of them. */
const sealed = facts.extend({ seal: hash })

const sealOf = (manifest: Facts): string => sha256(canonicalJson(manifest))

/** The text of a manifest. */
export const manifestText = (manifest: Facts): string =>
  `${JSON.stringify({ ...manifest, seal: sealOf(manifest) }, null, 2)}\n`

/** Why a manifest is none: `format` when another version wrote it. */
export type Unreadable = 'damaged' | 'format'

/** Reads a manifest. Pure; any text gives an answer. */
export const readManifest = (text: string): { manifest: Facts } | { fault: Unreadable } => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { fault: 'damaged' }
  }
  const stated = z.object({ format: z.number() }).safeParse(value)
  if (stated.success && stated.data.format !== FORMAT) return { fault: 'format' }
  const parsed = sealed.safeParse(value)
  if (!parsed.success) return { fault: 'damaged' }
  const { seal, ...manifest } = parsed.data
  return seal === sealOf(manifest) ? { manifest } : { fault: 'damaged' }
}
