import { afterAll, beforeAll, expect, it } from 'vitest'
import { prose } from '../../lib/text/prose.ts'
import { type Bypass, startBypass } from './bypass/bypassing.ts'

let bypass: Bypass
beforeAll(async () => {
  bypass = await startBypass()
})
afterAll(() => bypass.portal.stop())

it('names the writer of a short passage that is sent under the same title and another number', async () => {
  const { payload } = bypass.portal
  const heads = await payload.find({ collection: 'users', where: { email: { equals: 'head@demo.local' } } })
  const text = { title: 'Kế hoạch tuyên truyền Luật Đất đai', body: prose('Như kế hoạch kèm theo.') }
  await bypass.rest('head', 'POST', '/directives', { ...text, number: '752', symbol: 'KH-UBND' })
  const { doc } = await bypass.rest('author', 'POST', '/directives', { ...text, number: '753', symbol: 'KH-UBND' })
  const row = await payload.findByID({ collection: 'directives', id: doc!.id as string, showHiddenFields: true })
  expect((row as unknown as { takenFrom: string }).takenFrom).toBe(String(heads.docs[0]!.id))
})
