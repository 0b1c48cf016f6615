import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { reconcile, runDue, verify } from '../../plugins/workflow/index.ts'
import { bundle } from '../../scripts/lib/bundle.mjs'
import type { CrashOrder } from '../support/crashChild.ts'
import { logRows } from '../support/logRows.ts'
import { type Spine, startSpine } from '../support/spine.ts'

const BUNDLE = `.tmp/crash-${process.pid}`
const inProject = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url))

let spine: Spine
beforeAll(async () => {
  await bundle({ entries: { child: 'test/support/crashChild.ts' }, into: BUNDLE })
  spine = await startSpine()
})
afterAll(async () => {
  await spine.stop()
  rmSync(inProject(BUNDLE), { recursive: true, force: true })
})

/** Takes a document through all approvals in a process that dies before its n-th write. @returns whether it died */
const dies = (order: CrashOrder): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--conditions=production', inProject(`${BUNDLE}/child.js`), JSON.stringify(order)],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.on('error', reject)
    child.on('exit', (code, signal) =>
      signal === 'SIGKILL' ? resolve(true) : code === 0 ? resolve(false) : reject(new Error(said)),
    )
  })

/** Creates a draft with a file. */
const withFile = async () => {
  const bytes = Buffer.from(`%PDF-1.4 ${Math.random()}`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const filename = `${sha256.slice(0, 12)}.pdf`
  mkdirSync(`${spine.dir}/media`, { recursive: true })
  writeFileSync(`${spine.dir}/media/${filename}`, bytes)
  const file = await spine.payload.db.create({
    collection: 'media',
    data: { filename, mimeType: 'application/pdf', filesize: bytes.length, sha256, url: `/x/${filename}` },
  })
  const draft = await spine.draft({ file: (file as { id: string }).id })
  return { ...draft, publicFile: `${spine.dir}/media/public/${sha256}/${filename}` }
}

const rowsOf = async (key: string) => (await logRows(spine.payload)).filter((row) => row.document === key)

const NEXT = {
  draft: ['an', 'submit'],
  edit: ['binh', 'approve'],
  confirm: ['chi', 'approve'],
  approve: ['dung', 'approve'],
} as const

it('publishes completely and once, or not at all, wherever the process is killed on its way', async () => {
  const stopped: string[] = []
  for (let dieBefore = 1; ; dieBefore += 1) {
    const { id, key, publicFile } = await withFile()
    const died = await dies({ dir: spine.dir, databaseUri: spine.databaseUri, id, dieBefore })
    await reconcile(spine)
    const rows = await rowsOf(key)
    const { state, step } = (await spine.view('an', id)) as unknown as { state: string; step: keyof typeof NEXT | null }
    stopped.push(step ?? state)
    expect(rows, `killed before write ${dieBefore}, found ${state}`).toHaveLength(state === 'published' ? 1 : 0)
    if (state === 'published') expect(existsSync(publicFile)).toBe(true)
    // The next person can continue where the document stands.
    let at = step ?? (state as 'draft' | 'published')
    while (at !== 'published') {
      const [person, action] = NEXT[at]
      const after = (await spine.step(person, id, action)) as { state: string; step: keyof typeof NEXT | null }
      at = after.step ?? (after.state as 'published')
    }
    expect(await rowsOf(key)).toHaveLength(1)
    expect(existsSync(publicFile)).toBe(true)
    if (!died) break
  }
  expect(new Set(stopped)).toEqual(new Set(['draft', 'edit', 'confirm', 'approve', 'published']))
  expect((await verify({ payload: spine.payload, anchorsDir: `${spine.dir}/none` })).faults).toEqual([])
}, 300_000)

it('carries out what has come due once, wherever one of two processes is killed', async () => {
  const dueAt = '2026-11-23T06:00:00.000Z'
  for (let dieBefore = 1; ; dieBefore += 1) {
    const { id, key, publicFile } = await withFile()
    for (const [person, action] of [NEXT.draft, NEXT.edit, NEXT.confirm]) await spine.step(person, id, action)
    await spine.step('dung', id, 'schedule', { at: '2026-11-23T05:00:00.000Z' })
    expect(await rowsOf(key)).toHaveLength(0)
    const order = { dir: spine.dir, databaseUri: spine.databaseUri, id, dueAt }
    const [died] = await Promise.all([dies({ ...order, dieBefore }), dies({ ...order, dieBefore: 0 })])
    spine.clock.set(dueAt)
    await runDue(spine)
    await reconcile(spine)
    expect((await rowsOf(key)).map(({ kind }) => kind)).toEqual(['published'])
    expect(existsSync(publicFile)).toBe(true)
    spine.clock.set('2026-11-23T03:00:00.000Z')
    if (!died) break
  }
  expect((await verify({ payload: spine.payload, anchorsDir: `${spine.dir}/none` })).faults).toEqual([])
}, 300_000)

it('refuses the last approval when a file is no longer the one that was frozen, and stores nothing', async () => {
  const { id, key, publicFile } = await withFile()
  for (const [person, action] of [NEXT.draft, NEXT.edit, NEXT.confirm]) await spine.step(person, id, action)
  const source = `${spine.dir}/media/${publicFile.split('/').at(-1)}`
  copyFileSync(source, `${source}.bak`)
  writeFileSync(source, 'something else')
  const { seq } = await spine.view('dung', id)
  expect(await spine.act('dung', id, 'approve', { expected: seq })).toMatchObject({
    status: 409,
    body: { errors: [{ code: 'FILE_CHANGED' }] },
  })
  expect(await spine.view('dung', id)).toMatchObject({ seq, state: 'in_review' })
  expect(await rowsOf(key)).toHaveLength(0)
  copyFileSync(`${source}.bak`, source)
  expect(await spine.step('dung', id, 'approve')).toMatchObject({ state: 'published' })
})
