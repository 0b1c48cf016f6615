import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runDue } from '../../plugins/workflow/index.ts'
import { logRows } from '../support/logRows.ts'
import { type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine()
})
afterAll(() => spine.stop())

/** A document with a file at its last step, and a disk that refuses the public copy of the file. */
const atLastStep = async () => {
  const bytes = Buffer.from(`%PDF-1.4 ${Math.random()}`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const filename = `${sha256.slice(0, 12)}.pdf`
  mkdirSync(`${spine.dir}/media/public`, { recursive: true })
  writeFileSync(`${spine.dir}/media/${filename}`, bytes)
  const file = await spine.payload.db.create({
    collection: 'media',
    data: { filename, mimeType: 'application/pdf', filesize: bytes.length, sha256, url: `/x/${filename}` },
  })
  const { id, key } = await spine.draft({ file: (file as { id: string }).id })
  for (const [person, action] of [
    ['an', 'submit'],
    ['binh', 'approve'],
    ['chi', 'approve'],
  ] as const)
    await spine.step(person, id, action)
  const publicFile = `${spine.dir}/media/public/${sha256}/${filename}`
  const blocked = path.dirname(publicFile)
  return {
    id,
    key,
    publicFile,
    block: () => writeFileSync(blocked, 'a file in the place of the folder'),
    clear: () => rmSync(blocked),
  }
}
const rowsOf = async (key: string) => (await logRows(spine.payload)).filter((row) => row.document === key)

it('asks to try again when the disk does not take a file, and does not send the text back', async () => {
  const { id, key, publicFile, block, clear } = await atLastStep()
  block()
  const { seq } = await spine.view('dung', id)
  const answer = await spine.act('dung', id, 'approve', { expected: seq })
  expect(answer).toMatchObject({ status: 503, body: { errors: [{ code: 'TRY_AGAIN' }] } })
  expect(JSON.stringify(answer.body)).toContain('xin thử lại sau ít phút')
  expect(await spine.view('dung', id)).toMatchObject({ seq, state: 'in_review' })
  expect(await rowsOf(key)).toHaveLength(0)
  clear()
  expect(await spine.step('dung', id, 'approve')).toMatchObject({ state: 'published' })
  expect(existsSync(publicFile)).toBe(true)
})

it('puts off what has come due until the disk takes its files, and shows the document meanwhile', async () => {
  const { id, key, publicFile, block, clear } = await atLastStep()
  await spine.step('dung', id, 'schedule', { at: '2026-11-23T05:00:00.000Z' })
  // The copy reserved with the decision was lost since.
  rmSync(path.dirname(publicFile), { recursive: true, force: true })
  block()
  spine.clock.set('2026-11-23T06:00:00.000Z')
  await runDue(spine)
  expect(await spine.view('dung', id)).toMatchObject({ state: 'scheduled' })
  expect(await rowsOf(key)).toHaveLength(0)
  clear()
  await runDue(spine)
  expect(await spine.view('dung', id)).toMatchObject({ state: 'published' })
  expect(await rowsOf(key)).toHaveLength(1)
  expect(existsSync(publicFile)).toBe(true)
})
