import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lastSeq, readContents } from '../../plugins/publications/index.ts'
import { logRows } from '../support/logRows.ts'
import { type Person, type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine()
})
afterAll(() => spine.stop())

describe('from draft to published', () => {
  it('publishes exactly the text that was frozen, once, after the last approval', async () => {
    const { id, key, slug } = await spine.draft()
    const before = await lastSeq(spine)
    await spine.step('an', id, 'submit')
    await spine.step('binh', id, 'approve')
    await spine.step('chi', id, 'approve')
    expect(await lastSeq(spine)).toBe(before)
    const done = await spine.step('dung', id, 'approve')
    expect(done).toMatchObject({ state: 'published', edition: 1, url: `/thu/${slug}` })
    const rows = await logRows(spine.payload, before)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      kind: 'published',
      collection: 'letters',
      document: key,
      edition: 1,
      slug,
      contentHash: done.contentHash,
    })
    const contents = await readContents({ payload: spine.payload, hashes: [rows[0]!.contentHash] })
    expect(contents.get(rows[0]!.contentHash)).toMatchObject({
      fields: { slug, title: { '@vi': expect.stringContaining('Thư số') } },
    })
    expect(JSON.stringify([...contents.values()])).not.toContain('CANARY')
  })

  it('answers who may do what, and why not', async () => {
    const { id } = await spine.draft()
    const fresh = await spine.view('an', id)
    expect(fresh).toMatchObject({ state: 'draft', seq: 0, step: null, edition: 0, timeline: [] })
    const allowed = fresh.allowed as { action: string; ok: boolean; because?: string }[]
    expect(allowed.find((one) => one.action === 'submit')).toEqual({ action: 'submit', ok: true })
    expect(allowed.find((one) => one.action === 'approve')).toMatchObject({ ok: false, because: expect.any(String) })
  })

  it('refuses an action without a login, without `expected`, on a stale state, without a reason', async () => {
    const { id } = await spine.draft()
    expect((await spine.rest('POST', `/workflow/letters/${id}/submit`, { body: { expected: 0 } })).status).toBe(401)
    expect(await spine.act('an', id, 'submit', {})).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'WORKFLOW_EXPECTED_MISSING' }] },
    })
    await spine.step('an', id, 'submit')
    expect(await spine.act('binh', id, 'approve', { expected: 0 })).toMatchObject({
      status: 409,
      body: { errors: [{ code: 'WORKFLOW_STALE', seq: 1, happened: [{ seq: 1, type: 'submitted', by: 'an' }] }] },
    })
    expect(await spine.act('binh', id, 'return', { expected: 1 })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'WORKFLOW_REASON_MISSING' }] },
    })
    expect(await spine.act('chi', id, 'approve', { expected: 1 })).toMatchObject({
      status: 403,
      body: { errors: [{ code: 'WORKFLOW_NOT_YOUR_STEP' }] },
    })
    expect(await spine.act('quan', id, 'approve', { expected: 1 })).toMatchObject({ status: 403 })
  })

  it('says of whom changed the text at the edit step that they did, and of nobody else', async () => {
    const { id } = await spine.draft()
    const retitle = async (person: Person, title: string) => {
      const edit = await spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens[person], body: { title } })
      expect(edit.status).toBe(200)
    }
    await spine.step('an', id, 'submit')
    await spine.step('binh', id, 'approve')
    await spine.step('chi', id, 'return', { reason: 'Thiếu ngày.' })
    await retitle('an', 'Thư có ngày')
    await spine.step('an', id, 'submit')
    await retitle('binh', 'Thư có ngày và giờ')
    await spine.step('binh', id, 'approve')
    const { timeline } = await spine.view('giam', id)
    const said = (timeline as { type: string; textChanged?: boolean }[]).map(({ type, textChanged }) => [
      type,
      textChanged,
    ])
    expect(said).toEqual([
      ['submitted', undefined],
      ['passed', undefined],
      ['returned', undefined],
      ['submitted', undefined],
      ['passed', true],
    ])
  })

  it('lets one of many parallel approvals win', async () => {
    const { id } = await spine.draft()
    await spine.step('an', id, 'submit')
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => spine.act('binh', id, 'approve', { expected: 1 })),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(11)
    expect(await spine.view('an', id)).toMatchObject({ seq: 2 })
  })

  it("refuses the approval of a head who edited the text, and takes the deputy's", async () => {
    const { id } = await spine.draft()
    const edit = await spine.rest('PATCH', `/letters/${id}`, {
      token: spine.tokens.dung,
      body: { title: 'Thư do lãnh đạo sửa' },
    })
    expect(edit.status).toBe(200)
    await spine.step('an', id, 'submit')
    await spine.step('binh', id, 'approve')
    await spine.step('chi', id, 'approve')
    const { seq } = await spine.view('dung', id)
    expect(await spine.act('dung', id, 'approve', { expected: seq })).toMatchObject({
      status: 403,
      body: { errors: [{ code: 'WORKFLOW_CONFLICT_OF_DUTY' }] },
    })
    expect(await spine.act('em', id, 'approve', { expected: seq })).toMatchObject({ status: 200 })
  })

  it('counts contributors since the last edition only', async () => {
    const { id } = await spine.draft()
    await spine.rest('PATCH', `/letters/${id}`, {
      token: spine.tokens.em,
      body: { title: 'Phó trưởng ban sửa lần một' },
    })
    await spine.publish(id)
    await spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens.an, body: { title: 'Sửa cho bản hai' } })
    await spine.step('an', id, 'submit')
    await spine.step('binh', id, 'approve')
    await spine.step('chi', id, 'approve')
    expect(await spine.step('em', id, 'approve')).toMatchObject({ state: 'published', edition: 2 })
  })

  it('refuses an incomplete text and names the field', async () => {
    const { id } = await spine.draft({ title: 'thiếu' })
    expect(await spine.act('an', id, 'submit', { expected: 0 })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'CONTENT_INVALID', fields: [{ path: 'title', message: 'Thiếu tên (vi).' }] }] },
    })
  })

  it('withdraws with a public reason, and keeps the document from being deleted', async () => {
    const { id, key } = await spine.draft()
    await spine.publish(id)
    expect(await spine.step('dung', id, 'withdraw', { reason: 'Ban hành nhầm' })).toMatchObject({
      state: 'withdrawn',
      url: null,
    })
    const rows = await logRows(spine.payload)
    expect(rows.at(-1)).toMatchObject({ kind: 'withdrawn', document: key, changeNote: 'Ban hành nhầm', edition: 1 })
    expect((await spine.rest('DELETE', `/letters/${id}`, { token: spine.tokens.an })).status).toBe(403)
  })

  it('shows what waits for whom', async () => {
    const { id } = await spine.draft()
    await spine.step('an', id, 'submit')
    const group = async (person: 'binh' | 'an') =>
      (await spine.rest('GET', '/workflow/tasks', { token: spine.tokens[person] })).body as {
        mine: { id: string }[]
        group: { id: string }[]
      }
    expect((await group('binh')).group.map((task) => task.id)).toContain(id)
    await spine.step('binh', id, 'return', { reason: 'Thiếu căn cứ' })
    expect((await group('binh')).group.map((task) => task.id)).not.toContain(id)
    const mine = async () => (await group('an')).mine.find((task) => task.id === id)
    expect(await mine()).toMatchObject({
      back: { how: 'returned', by: expect.stringMatching(/./), reason: 'Thiếu căn cứ' },
    })
    await spine.step('an', id, 'submit')
    expect(await mine()).toBeUndefined()
    await spine.step('binh', id, 'refuse', { reason: 'Trùng văn bản khác' })
    expect(await mine()).toMatchObject({ back: { how: 'refused', reason: 'Trùng văn bản khác' } })
  })
})

describe('a text under approval', () => {
  it('stands still for everyone, and says so', async () => {
    const { id } = await spine.draft()
    await spine.step('an', id, 'submit')
    const change = (person: 'an' | 'binh' | 'dung') =>
      spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens[person], body: { title: 'Sửa lén' } })
    expect(await change('an')).toMatchObject({ status: 409, body: { errors: [{ code: 'WORKFLOW_FROZEN' }] } })
    expect((await change('binh')).status).toBe(200)
    await spine.step('binh', id, 'approve')
    for (const person of ['an', 'binh', 'dung'] as const) expect((await change(person)).status).toBe(409)
    await expect(
      spine.payload.update({ collection: 'letters', id, data: { title: 'Sửa lén' }, overrideAccess: true }),
    ).rejects.toThrow()
    expect((await spine.rest('DELETE', `/letters/${id}`, { token: spine.tokens.an })).status).toBe(409)
  })
})
