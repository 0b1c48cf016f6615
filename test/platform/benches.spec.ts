import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { letterPortal } from '../../bench/made/letters.ts'
import { questions } from '../../bench/made/questions.ts'

it.each([true, false])('the portal on which the approval is measured starts (approval: %s)', async (approval) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'congbo-bench-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const payload = await letterPortal(dir, approval)
  onTestFinished(() => payload.destroy())
  const { id } = await payload.create({ collection: 'letters', data: { title: 'Thư', slug: 'thu' } })
  await payload.update({ collection: 'letters', id, data: { title: 'Thư sửa' } })
  expect(await payload.findByID({ collection: 'letters', id })).toMatchObject({ title: 'Thư sửa' })
})

it('the search is measured by questions of which hardly two are equal', () => {
  const next = questions(1)
  const asked = Array.from({ length: 2_000 }, next)
  expect(new Set(asked).size).toBeGreaterThan(1_700)
})
