import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Publication } from '../../plugins/publications/index.ts'
import { reconcile, runDue, verify } from '../../plugins/workflow/index.ts'
import { logRowsOf } from '../support/logRows.ts'
import { type Spine, startSpine } from '../support/spine.ts'

const MORNING = '2026-11-23T03:00:00.000Z'
const NOON = '2026-11-23T05:00:00.000Z'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine({ at: MORNING })
})
beforeEach(() => spine.clock.set(MORNING))
afterAll(() => spine.stop())

const rows = (key: string): Promise<Publication[]> => logRowsOf(spine.payload, 'letters', key)
const toHead = async (data: Record<string, unknown> = {}) => {
  const draft = await spine.draft(data)
  await spine.step('an', draft.id, 'submit')
  await spine.step('binh', draft.id, 'approve')
  await spine.step('chi', draft.id, 'approve')
  return draft
}
const due = () => runDue({ payload: spine.payload })

describe('a scheduled publication', () => {
  it('is the last approval with a time, stands by its hash, and is carried out once when the time has come', async () => {
    const { id, key } = await toHead()
    const scheduled = await spine.step('dung', id, 'schedule', { at: NOON })
    expect(scheduled).toMatchObject({ state: 'scheduled', publishAt: NOON })
    spine.clock.set('2026-11-23T04:59:59.999Z')
    await due()
    expect(await rows(key)).toEqual([])
    spine.clock.set('2026-11-23T09:00:00.000Z')
    await Promise.all([due(), due(), due()])
    expect(await rows(key)).toMatchObject([
      { kind: 'published', edition: 1, contentHash: scheduled.contentHash, at: '2026-11-23T09:00:00.000Z' },
    ])
    expect(await spine.view('an', id)).toMatchObject({ state: 'published', publishAt: null })
  })

  it('may come with the approval itself', async () => {
    const { id } = await toHead()
    expect(await spine.step('dung', id, 'approve', { at: '2026-11-23T12:00:00+07:00' })).toMatchObject({
      state: 'scheduled',
      publishAt: NOON,
    })
  })

  it('is refused without a time, in the past, before the last step, and for who may not approve', async () => {
    const { id } = await toHead()
    const { seq: expected } = await spine.view('dung', id)
    for (const at of [undefined, 'ngày mai', '2026-11-23T02:00:00Z'])
      expect(await spine.act('dung', id, 'schedule', { expected, at })).toMatchObject({
        status: 422,
        body: { errors: [{ code: 'CONTENT_INVALID', fields: [{ path: 'at' }] }] },
      })
    expect((await spine.act('chi', id, 'schedule', { expected, at: NOON })).status).toBe(403)
    expect((await spine.act('an', id, 'schedule', { expected, at: NOON })).status).toBe(403)
    const early = await spine.draft()
    await spine.step('an', early.id, 'submit')
    expect(await spine.act('binh', early.id, 'schedule', { expected: 1, at: NOON })).toMatchObject({
      status: 409,
      body: { errors: [{ code: 'WORKFLOW_WRONG_STATE' }] },
    })
    expect((await spine.act('binh', early.id, 'approve', { expected: 1, at: NOON })).status).toBe(409)
  })

  it('can be taken back; the text then waits for a head, who publishes it, sets another time or returns it', async () => {
    const { id, key } = await toHead()
    await spine.step('dung', id, 'schedule', { at: NOON })
    expect((await spine.act('an', id, 'unschedule', { expected: 4 })).status).toBe(403)
    expect(await spine.step('em', id, 'unschedule')).toMatchObject({ state: 'approved', publishAt: null })
    spine.clock.set('2026-11-23T06:00:00.000Z')
    await due()
    expect(await rows(key)).toEqual([])
    expect(await spine.step('em', id, 'schedule', { at: '2026-11-23T07:00:00Z' })).toMatchObject({ state: 'scheduled' })
    await spine.step('em', id, 'unschedule')
    expect(await spine.step('dung', id, 'return', { reason: 'Sửa lại ngày.' })).toMatchObject({ state: 'draft' })
    expect(await rows(key)).toEqual([])
  })

  it('holds the working copy still, and publishes what was approved', async () => {
    const { id, key } = await toHead()
    const { contentHash } = await spine.step('dung', id, 'schedule', { at: NOON })
    const saved = await spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens.an, body: { title: 'Khác' } })
    expect(saved).toMatchObject({ status: 409, body: { errors: [{ code: 'WORKFLOW_FROZEN' }] } })
    spine.clock.set(NOON)
    await due()
    expect((await rows(key)).map((row) => row.contentHash)).toEqual([contentHash])
  })

  it('that cannot be carried out says so in the trail and waits for people', async () => {
    const { id, key } = await toHead()
    const { contentHash } = await spine.step('dung', id, 'schedule', { at: NOON })
    const { payload } = spine
    const where = { hash: { equals: contentHash } }
    const content = await payload.db.findOne<{ id: string; bytes: string }>({ collection: 'contents', where })
    const set = (bytes: string | null) =>
      payload.db.updateOne({ collection: 'contents', id: content!.id, data: { bytes } })
    await set(null)
    spine.clock.set(NOON)
    await due()
    const view = await spine.view('dung', id)
    expect(view).toMatchObject({ state: 'approved', publishAt: null })
    expect((view.timeline as { type: string }[]).at(-1)).toMatchObject({ type: 'publicationFailed', by: 'Hệ thống' })
    expect(await rows(key)).toEqual([])
    await set(content!.bytes)
    expect(await spine.step('em', id, 'publish')).toMatchObject({ state: 'published' })
  })

  it('is found again after a stop between the decision and its projection', async () => {
    const { id, key } = await toHead()
    await spine.step('dung', id, 'schedule', { at: NOON })
    await spine.payload.db.updateOne({
      collection: 'workflow-runs',
      where: { key: { equals: key } },
      data: { dueAt: '', seq: 3 },
    })
    spine.clock.set(NOON)
    await reconcile({ payload: spine.payload })
    await due()
    expect(await rows(key)).toHaveLength(1)
  })
})

describe('an edition with an end', () => {
  it('expires by itself when its day is over in Viet Nam, once, and may be published anew', async () => {
    const { id, key } = await toHead({ expiresOn: '2026-11-24' })
    expect(await spine.step('dung', id, 'approve')).toMatchObject({ state: 'published' })
    spine.clock.set('2026-11-24T16:59:59.999Z')
    await due()
    expect(await rows(key)).toHaveLength(1)
    spine.clock.set('2026-11-24T17:00:00.000Z')
    await Promise.all([due(), due()])
    expect((await rows(key)).map(({ kind }) => kind)).toEqual(['published', 'expired'])
    expect(await spine.view('an', id)).toMatchObject({ state: 'expired', url: null })
    const patch = { expiresOn: '2027-01-01' }
    expect((await spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens.an, body: patch })).status).toBe(200)
    await spine.publish(id)
    expect((await rows(key)).map(({ kind, edition }) => [kind, edition])).toEqual([
      ['published', 1],
      ['expired', 1],
      ['published', 2],
    ])
  })
})

it('all of it passes the audit', async () => {
  expect((await verify({ payload: spine.payload, anchorsDir: `${spine.dir}/none` })).faults).toEqual([])
})
