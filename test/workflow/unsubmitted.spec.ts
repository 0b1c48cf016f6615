import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine()
})
afterAll(() => spine.stop())

/** What lists show of a document, and what a save of it answers. */
const noted = async (id: string) => {
  const row = await spine.payload.findByID({ collection: 'letters', id })
  return (row as unknown as { unsubmittedChanges?: boolean }).unsubmittedChanges === true
}
const save = async (id: string, data: Record<string, unknown>, locale = 'vi') => {
  const before = await spine.payload.findByID({ collection: 'letters', id })
  const { status, body } = await spine.rest('PATCH', `/letters/${id}?locale=${locale}`, {
    token: spine.tokens.an,
    body: data,
  })
  expect(status).toBe(200)
  const doc = body.doc as { unsubmittedChanges?: boolean; updatedAt: string }
  expect(await noted(id)).toBe(doc.unsubmittedChanges === true)
  expect(Date.parse(doc.updatedAt)).toBeGreaterThanOrEqual(Date.parse(before.updatedAt))
  return doc.unsubmittedChanges === true
}
const published = async () => {
  const { id } = await spine.draft({ title: 'Thư mời họp', issuedOn: '2026-11-02' })
  expect(await save(id, { issuedOn: '2026-11-03' })).toBe(false)
  await spine.publish(id)
  expect(await noted(id)).toBe(false)
  return id
}

describe('a list of documents', () => {
  it('tells that a public text was changed and not submitted, in any language, and forgets what was changed back', async () => {
    const id = await published()
    expect(await save(id, { note: 'Chỉ để nhớ' })).toBe(false)
    expect(await save(id, { issuedOn: '2026-11-04' })).toBe(true)
    expect(await save(id, { note: 'Vẫn còn sửa đổi' })).toBe(true)
    expect(await save(id, { issuedOn: '2026-11-03' })).toBe(false)
    expect(await save(id, { title: 'លិខិតអញ្ជើញ' }, 'km')).toBe(true)
  })

  it('tells it again after the changes were recalled, and no more once they are public', async () => {
    const id = await published()
    expect(await save(id, { title: 'Thư mời họp (sửa giờ)' })).toBe(true)
    await spine.step('an', id, 'submit', { changeNote: 'Sửa giờ họp' })
    await spine.step('an', id, 'recall')
    expect(await noted(id)).toBe(true)
    await spine.step('an', id, 'submit', { changeNote: 'Sửa giờ họp' })
    await spine.step('binh', id, 'approve')
    await spine.step('chi', id, 'approve')
    await spine.step('dung', id, 'approve')
    expect(await noted(id)).toBe(false)
  })

  it('keeps what was changed at the step of editing for the case that the text comes back', async () => {
    const id = await published()
    await save(id, { title: 'Thư mời họp lần hai' })
    await spine.step('an', id, 'submit', { changeNote: 'Họp lần hai' })
    const { status } = await spine.rest('PATCH', `/letters/${id}`, {
      token: spine.tokens.binh,
      body: { title: 'Thư mời họp' },
    })
    expect([status, await noted(id)]).toEqual([200, false])
  })

  it('believes nobody who sends the note', async () => {
    const id = await published()
    expect(await save(id, { unsubmittedChanges: true })).toBe(false)
  })
})
