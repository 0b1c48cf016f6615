import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../plugins/workflow/index.ts'
import { backupAt, verifyBackup } from '../../src/backup/index.ts'
import { composeMounts } from '../../src/http/mounts.ts'
import { newerSchema } from '../../src/process/schemas.ts'
import { seedDemo } from '../../src/seed/index.ts'
import type { System } from '../../src/system.ts'
import { PASSWORD, type Portal, startPortal } from '../support/portal.ts'
import { backUp, type EmptyPlace, emptyPlace, openAt, restoreTo, rowsIn, startOnSqlite } from './support/systems.ts'

const onMongo = process.env.TEST_DATABASE === 'mongodb'
/** From which database into which. */
const WAYS: ['SQLite' | 'MongoDB', 'SQLite' | 'MongoDB'][] = onMongo
  ? [
      ['SQLite', 'MongoDB'],
      ['MongoDB', 'SQLite'],
    ]
  : [['SQLite', 'SQLite']]

const QUERY = `{ directives { docs { id url title contentHash edition files { url sha256 } body { html } } }
  notices { docs { id url title contentHash } } videos { docs { url title contentHash } }
  publications { seq kind url contentHash at } }`

const filesIn = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.')) return []
    const file = path.join(dir, entry.name)
    return entry.isDirectory() ? filesIn(file) : [file]
  })

const publicAnswer = async (system: System): Promise<unknown> => {
  const served = await composeMounts(system)
  try {
    const graphql = served.mounts.find((mount) => mount.path === '/graphql' && mount.method !== 'GET')!
    const response = await graphql.handle(
      new Request('http://127.0.0.1:3000/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: QUERY }),
      }),
      {},
    )
    return await response.json()
  } finally {
    await served.close()
  }
}

describe.each(WAYS)('a backup of %s restored into %s', (from, to) => {
  let source: Portal
  let place: EmptyPlace
  let folder: string
  let restored: System

  beforeAll(async () => {
    source = from === 'SQLite' ? await startOnSqlite() : await startPortal()
    await seedDemo({ payload: source.payload })
    // Ends a line for some readers of lines, but not for JSON.
    await source.payload.create({
      collection: 'notices',
      data: { title: 'Hai dòng\u2028một tên' },
      overrideAccess: true,
    })
    // More than are read at a time.
    for (let index = 0; index < 1_001; index += 1) {
      const data = { emailHmac: `hmac-${index}`, cause: 'hard', at: '2026-11-23T03:00:00.000Z' }
      await source.payload.db.create({ collection: 'suppressions', data })
    }
    folder = path.join(source.dir, 'backups')
    await backUp(source, folder)
    place = emptyPlace(to === 'SQLite' ? 'SQLite' : undefined)
    // Whoever looked at the place by a command first has used nothing.
    const opened = await openAt(place.environment)
    expect(await newerSchema(opened.payload)).toBeUndefined()
    await opened.payload.destroy()
    expect(await restoreTo(place, folder)).toMatchObject({ anew: false, sameSecret: true, faults: [] })
    restored = await openAt(place.environment)
  })
  afterAll(async () => {
    await restored.payload.destroy()
    await place.remove()
    await source.stop()
  })

  it('is whole by its own report', async () => {
    const facts = await verifyBackup(await backupAt(folder))
    expect(facts.database).toBe(from)
    expect(facts.rows['publications.jsonl.gz']).toBeGreaterThan(8)
    expect(facts.media.files).toBeGreaterThan(5)
  })

  it('has every row with its id', async () => {
    for (const { slug } of source.config.collections) {
      if (slug.startsWith('payload-')) continue
      const ids = async (system: Pick<System, 'payload'>) => (await rowsIn(system.payload, slug)).map(({ id }) => id)
      expect([slug, await ids(restored)]).toEqual([slug, await ids(source)])
    }
  })

  it.each([
    ['publications', ['seq', 'key', 'hash', 'prev', 'contentHash']],
    ['contents', ['hash', 'bytes']],
    ['workflow-events', ['document', 'seq', 'data', 'hash', 'prev']],
    ['users', ['email', 'hash', 'salt', 'role']],
    ['notices', ['key', 'title']],
  ])('has every hash of %s', async (collection, names) => {
    const facts = async (system: Pick<System, 'payload'>) =>
      (await rowsIn(system.payload, collection)).map((row) => names.map((name) => row[name] ?? null))
    expect(await facts(restored)).toEqual(await facts(source))
  })

  it('has every file with its bytes, and shares those that two names have', () => {
    const names = (dir: string) => filesIn(dir).map((file) => path.relative(dir, file))
    const { mediaDir: before } = source.environment
    const { mediaDir: after } = place.environment
    expect(names(after)).toEqual(names(before))
    for (const name of names(before))
      expect(readFileSync(path.join(after, name)).equals(readFileSync(path.join(before, name)))).toBe(true)
    const inodes = new Set(filesIn(after).map((file) => statSync(file).ino))
    expect(inodes.size).toBeLessThan(names(after).length)
  })

  it('passes the audit', async () => {
    const { payload } = restored
    const { faults, publications } = await verify({ payload, anchorsDir: path.join(place.dir, 'data/anchors') })
    expect(faults).toEqual([])
    expect(publications).toBeGreaterThan(8)
  })

  it('answers the public as before', async () => {
    const answer = await publicAnswer(restored)
    expect(answer).toEqual(await publicAnswer(source))
    expect(JSON.stringify(answer)).toContain('contentHash')
  })

  it('lets people log in with their passwords', async () => {
    const { token } = await restored.payload.login({
      collection: 'users',
      data: { email: 'author@demo.local', password: PASSWORD },
    })
    expect(token).toBeTypeOf('string')
  })

  it('is backed up again without a single file being copied', async () => {
    const again = await backUp({ environment: place.environment, clock: source.clock }, path.join(place.dir, 'again'))
    expect(again.media.files).toBeGreaterThan(5)
    source.clock.set('2026-11-24T03:00:00.000Z')
    const third = await backUp({ environment: place.environment, clock: source.clock }, path.join(place.dir, 'again'))
    expect(third.media).toMatchObject({ files: again.media.files, copied: 0 })
  })

  it('is not restored over what is there, and nothing is touched', async () => {
    const before = await rowsIn(restored.payload, 'publications')
    await expect(restoreTo(place, folder)).rejects.toThrow(/không ghi đè|nothing is overwritten/)
    expect(await rowsIn(restored.payload, 'publications')).toEqual(before)
  })
})
