import { createHash } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Facts, manifestText, readManifest } from '../../src/backup/core/manifest.ts'
import { backupAt, verifyBackup } from '../../src/backup/index.ts'
import { holdingOf } from '../../src/backup/place.ts'
import { seedDemo } from '../../src/seed/index.ts'
import { type Portal, startPortal } from '../support/portal.ts'
import { backUp, type EmptyPlace, emptyPlace, publishNotice, restoreTo } from './support/systems.ts'

let source: Portal
let dir: string
let whole: string
/** A copy that a test may damage. */
let folder: string
let place: EmptyPlace

beforeAll(async () => {
  source = await startPortal()
  await seedDemo({ payload: source.payload })
  dir = mkdtempSync(path.join(tmpdir(), 'congbo-damaged-'))
  whole = path.join(dir, 'whole')
  await backUp(source, whole, { withSecret: true })
})
afterAll(async () => {
  await source.stop()
  rmSync(dir, { recursive: true, force: true })
})
beforeEach(async () => {
  folder = path.join(dir, 'copy')
  await cp(whole, folder, { recursive: true, preserveTimestamps: true })
  place = emptyPlace('SQLite')
})
afterEach(async () => {
  await place.remove()
  rmSync(folder, { recursive: true, force: true })
})

const inBackup = async (name: string) => path.join((await backupAt(folder)).backup.path, name)
const firstStored = () => {
  const store = path.join(folder, 'media')
  const [part] = readdirSync(store)
  return path.join(store, part!, readdirSync(path.join(store, part!))[0]!)
}
const verifying = async () => verifyBackup(await backupAt(folder))

/** Both say the same sentence, and the restore writes nothing. */
const refused = async (says: RegExp) => {
  await expect(verifying()).rejects.toThrow(says)
  await expect(restoreTo(place, folder)).rejects.toThrow(says)
  expect(await holdingOf(place.environment.databaseUri)).toBe('nothing')
  expect(readdirSync(place.dir)).not.toContain('media')
}

describe('a backup that somebody or the disk changed is refused, and nothing is written', () => {
  it('its rows', async () => {
    appendFileSync(await inBackup('users.jsonl.gz'), 'x')
    await refused(/users\.jsonl\.gz was changed/)
  })

  it('its settings, its secret, its list of media', async () => {
    for (const name of ['settings.json', 'secret', 'media-files.jsonl.gz']) {
      const file = await inBackup(name)
      const before = readFileSync(file)
      appendFileSync(file, ' ')
      await refused(new RegExp(`${name} was changed`))
      writeFileSync(file, before)
    }
    await verifying()
  })

  it('a file that is gone', async () => {
    rmSync(await inBackup('contents.jsonl.gz'))
    await refused(/contents\.jsonl\.gz is missing/)
  })

  it('a sign of its manifest', async () => {
    const file = await inBackup('manifest.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"SQLite"', '"MongoDB"').replace('"0.1.0"', '"0.1.1"'))
    await refused(/manifest\.json was changed/)
  })

  it('a media file of the store, in its bytes, its length, or altogether', async () => {
    const stored = firstStored()
    const before = readFileSync(stored)
    chmodSync(stored, 0o600)
    writeFileSync(stored, Buffer.concat([Buffer.from([before[0]! ^ 1]), before.subarray(1)]))
    await refused(/was changed; delete it and back up again/)
    writeFileSync(stored, before.subarray(1))
    await refused(/was changed/)
    rmSync(stored)
    await refused(/is missing/)
  })
})

/** Writes rows and everything that hashes them, as somebody would who knows the format. */
const forge = async (file: string, change: (rows: Record<string, unknown>[]) => Record<string, unknown>[]) => {
  const at = await inBackup(file)
  const rows = gunzipSync(readFileSync(at)).toString().trim().split('\n')
  const changed = change(rows.map((row) => JSON.parse(row) as Record<string, unknown>))
  const bytes = gzipSync(changed.map((row) => `${JSON.stringify(row)}\n`).join(''))
  writeFileSync(at, bytes)
  const manifest = await inBackup('manifest.json')
  const read = readManifest(readFileSync(manifest, 'utf8')) as { manifest: Facts }
  const { files, rows: counts } = read.manifest
  writeFileSync(
    manifest,
    manifestText({
      ...read.manifest,
      files: { ...files, [file]: createHash('sha256').update(bytes).digest('hex') },
      rows: { ...counts, [file]: changed.length },
    }),
  )
}

describe('a backup whose logs were forged with every hash of its files', () => {
  it.each([
    ['publications.jsonl.gz', /publications publications#1|publications#1 \(changed\)/],
    ['workflow-events.jsonl.gz', /workflow-events .* \(changed\)/],
  ])('shows where in %s', async (file, says) => {
    await forge(file, (rows) => rows.map((row, index) => (index ? row : { ...row, at: '2020-01-01T00:00:00.000Z' })))
    await expect(verifying()).rejects.toThrow(says)
  })

  it('shows a row that was taken out, and a content that is another', async () => {
    await forge('publications.jsonl.gz', (rows) => rows.filter((_, index) => index !== 2))
    await expect(verifying()).rejects.toThrow(/#3 is missing/)
    await cp(whole, folder, { recursive: true })
    await forge('contents.jsonl.gz', (rows) => rows.map((row, index) => (index ? row : { ...row, bytes: '{}' })))
    await expect(verifying()).rejects.toThrow(/contents [0-9a-f]{64} \(changed\)/)
  })
})

describe('a folder that is no backup of this version', () => {
  it('of another format, or another schema, names the version to use', async () => {
    const manifest = await inBackup('manifest.json')
    const text = readFileSync(manifest, 'utf8')
    writeFileSync(manifest, text.replace('"format": 1', '"format": 2'))
    await refused(/was made by another version/)
    const read = readManifest(text) as { manifest: Facts }
    writeFileSync(manifest, manifestText({ ...read.manifest, schema: '20300101_000000_later', version: '9.9.9' }))
    await expect(restoreTo(place, folder)).rejects.toThrow(/version 9\.9\.9 .*install that version/)
    expect(await holdingOf(place.environment.databaseUri)).toBe('nothing')
  })

  it('half, empty, or somebody else’s says what to do', async () => {
    const { backup } = await backupAt(folder)
    rmSync(path.join(backup.path, 'manifest.json'))
    await expect(verifying()).rejects.toThrow(/half a backup/)
    renameSync(backup.path, `${backup.path}.part`)
    await expect(verifying()).rejects.toThrow(/half a backup/)
    await expect(backupAt(path.join(dir, 'nowhere'))).rejects.toThrow(/no backup in/)
    await expect(backUp(source, source.dir)).rejects.toThrow(/holds other files/)
  })
})

it('a restore overwrites no media file of another content', async () => {
  const { mediaDir } = place.environment
  const [name] = readdirSync(source.environment.mediaDir).filter((each) => each.includes('.') && !each.startsWith('.'))
  await cp(source.environment.mediaDir, mediaDir, { recursive: true })
  writeFileSync(path.join(mediaDir, name!), 'somebody else’s')
  await expect(restoreTo(place, folder)).rejects.toThrow(/is not overwritten/)
  expect(readFileSync(path.join(mediaDir, name!), 'utf8')).toBe('somebody else’s')
  expect(await holdingOf(place.environment.databaseUri)).toBe('nothing')
})

it('the secret is in a backup only when it is asked for, and then for its owner alone', async () => {
  const secret = await inBackup('secret')
  expect(readFileSync(secret, 'utf8').trim()).toBe(source.environment.secret)
  expect(statSync(secret).mode & 0o777).toBe(0o600)
  source.clock.set('2026-11-24T03:00:00.000Z')
  await backUp(source, folder, {
    env: { PUBLIC_URL: 'https://x.vn', SMTP_URL: 'smtp://a:hidden@x', METRICS_TOKEN: 'hidden' },
  })
  const { backup } = await backupAt(folder)
  const everything = readdirSync(backup.path)
    .filter((each) => statSync(path.join(backup.path, each)).isFile())
    .map((each) => readFileSync(path.join(backup.path, each)))
    .map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString())
    .join('\n')
  expect(everything).toContain('https://x.vn')
  expect(everything).not.toContain(source.environment.secret)
  expect(everything).not.toContain('hidden')
})

it('old backups go by the rule, and with them the files that only they named', async () => {
  const kept = path.join(dir, 'kept')
  const keep = { daily: 2, weekly: 0, monthly: 0 }
  const extra = path.join(source.environment.mediaDir, 'extra.txt')
  writeFileSync(extra, 'only in the first')
  for (const day of ['24', '25', '26']) {
    source.clock.set(`2026-11-${day}T18:30:00.000Z`)
    const report = await backUp(source, kept, { keep })
    rmSync(extra, { force: true })
    if (day === '26')
      expect(report.removed).toEqual({ backups: ['2026-11-24T18-30-00-000Z'], files: 1, unreadable: false })
  }
  await verifyBackup(await backupAt(kept))
  await publishNotice(source, 'Sau khi sao lưu')
})
