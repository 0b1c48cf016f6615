import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../plugins/workflow/index.ts'
import { seedDemo } from '../../src/seed/index.ts'
import { CannotLoad, exportTo, FolderNotEmpty, loadFrom } from '../../src/transfer/index.ts'
import { PASSWORD, type Portal, startPortal } from '../support/portal.ts'

/** The source system is always on SQLite, regardless of the suite's database. */
const startOnSqlite = async (): Promise<Portal> => {
  const asked = process.env.TEST_DATABASE
  delete process.env.TEST_DATABASE
  try {
    return await startPortal()
  } finally {
    if (asked) process.env.TEST_DATABASE = asked
  }
}

let from: Portal
let to: Portal
let folder: string

const all = async (portal: Portal, collection: string, sort: string) =>
  (await portal.payload.db.find({ collection, sort, limit: 0, pagination: false, locale: 'all' }))
    .docs as unknown as Record<string, unknown>[]
const pick = (rows: Record<string, unknown>[], ...names: string[]) =>
  rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])))

beforeAll(async () => {
  from = await startOnSqlite()
  await seedDemo({ payload: from.payload })
  // Titles without letters produce no slug.
  for (const title of ['…', '—'])
    for (const collection of ['notices', 'directives'])
      await from.payload.create({ collection, data: { title }, overrideAccess: true })
  folder = path.join(from.dir, 'export')
  await exportTo({ payload: from.payload, folder, at: from.clock.now() })
  to = await startPortal({ empty: true })
  await loadFrom({ payload: to.payload, folder })
})
afterAll(async () => {
  await from.stop()
  await to.stop()
})

describe('a system that moved to another database', () => {
  it.each([
    ['publications', 'seq', ['seq', 'key', 'hash', 'prev', 'contentHash']],
    ['contents', 'hash', ['hash', 'bytes']],
    ['workflow-events', 'hash', ['document', 'seq', 'actor', 'data', 'hash', 'prev']],
    ['addresses', 'address', ['address', 'document']],
    ['users', 'email', ['id', 'email', 'hash', 'salt', 'role']],
    ['directives', 'key', ['id', 'key', 'title', 'workUri', 'workflowState', 'issuer']],
    ['notices', 'key', ['id', 'key', 'title']],
    ['organisations', 'code', ['id', 'code', 'name', 'successors', 'parent']],
    ['media', 'filename', ['id', 'sha256', 'textLayer', 'durationSeconds', 'previewSha256']],
  ])('keeps every row of %s as it was', async (collection, sort, names) => {
    const before = pick(await all(from, collection, sort), ...names)
    expect(before.length).toBeGreaterThan(1)
    expect(pick(await all(to, collection, sort), ...names)).toEqual(before)
  })

  it('keeps every version with its editor, in order', async () => {
    const versions = async (portal: Portal) =>
      (
        await portal.payload.db.findVersions({
          collection: 'directives',
          sort: ['parent', 'createdAt'],
          limit: 0,
          pagination: false,
        })
      ).docs.map((row) => {
        const { parent, createdAt, version } = row as unknown as {
          parent: string
          createdAt: string
          version: { editedBy: string }
        }
        return { parent: String(parent), createdAt: new Date(createdAt).toISOString(), editedBy: version.editedBy }
      })
    expect(await versions(to)).toEqual(await versions(from))
  })

  it('passes the audit, save for the files that are copied beside it', async () => {
    const { faults, events, publications } = await verify({ payload: to.payload, anchorsDir: `${to.dir}/none` })
    expect(faults.filter(({ store }) => store !== 'files')).toEqual([])
    expect(events).toBeGreaterThan(20)
    expect(publications).toBeGreaterThan(8)
  })

  it('is exported again, though nobody has saved its settings yet', async () => {
    const again = path.join(to.dir, 'again')
    const { rows } = await exportTo({ payload: to.payload, folder: again, at: to.clock.now() })
    const before = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as { rows: object }
    expect(rows).toEqual(before.rows)
    expect(rows['globals.jsonl']).toBe(0)
  })

  it('goes on: people log in with their passwords, and a draft begun before is submitted', async () => {
    const token = await to.login('author@demo.local', PASSWORD)
    const { body } = await to.rest(
      'GET',
      '/directives?where[workflowState][equals]=draft&where[slug][exists]=true&depth=0&locale=vi',
      { token },
    )
    const [draft] = body.docs as { id: string; title: string }[]
    const saved = await to.rest('PATCH', `/directives/${draft!.id}?locale=vi`, {
      token,
      body: { title: `${draft!.title} (sửa)`, number: 12, issuedOn: '2026-11-20' },
    })
    expect(saved.status).toBe(200)
    const submitted = await to.rest('POST', `/workflow/directives/${draft!.id}/submit`, {
      token,
      body: { expected: 0 },
    })
    expect(submitted).toMatchObject({ status: 200, body: { state: 'in_review' } })
  })
})

describe('a load is refused before anything is written', () => {
  const empty = async (work: (portal: Portal) => Promise<void>) => {
    const portal = await startPortal({ empty: true })
    try {
      await work(portal)
      expect(await all(portal, 'users', 'id')).toEqual([])
    } finally {
      await portal.stop()
    }
  }

  it('into a database that holds something', async () => {
    await expect(loadFrom({ payload: from.payload, folder })).rejects.toThrow(CannotLoad)
  })

  it('from a folder that is no export, or whose file was changed', async () => {
    await empty(async ({ payload, dir }) => {
      await expect(loadFrom({ payload, folder: dir })).rejects.toThrow(/manifest/)
      const file = path.join(folder, 'users.jsonl')
      const whole = readFileSync(file)
      appendFileSync(file, '{}\n')
      await expect(loadFrom({ payload, folder })).rejects.toThrow(/users\.jsonl/)
      writeFileSync(file, whole)
    })
  })
})

it('an export is not written among other files', async () => {
  await expect(exportTo({ payload: from.payload, folder, at: from.clock.now() })).rejects.toThrow(FolderNotEmpty)
})

it('an export holds no open session', () => {
  expect(readFileSync(path.join(folder, 'users.jsonl'), 'utf8')).not.toMatch(/"sessions":\[\{/)
})
