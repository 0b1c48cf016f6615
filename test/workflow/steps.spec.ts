import { afterEach, describe, expect, it } from 'vitest'
import { defineWorkflow, type Step, verify, type WorkflowDefinition } from '../../plugins/workflow/index.ts'
import { logRowsOf } from '../support/logRows.ts'
import { chain, type Flows, type Person, type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
afterEach(() => spine.stop())

const title = (vi: string) => ({ vi, en: vi })
const flow = (steps: Step[], more: Partial<WorkflowDefinition> = {}): WorkflowDefinition =>
  defineWorkflow({ ...chain, name: 'other', steps, ...more })
const approving = (more: Partial<Step>): Step => ({
  name: 'approve',
  title: title('Duyệt'),
  kind: 'approve',
  by: { role: 'head' },
  ...more,
})
const start = async (steps: Step[], more: Flows = {}) => {
  spine = await startSpine({ flows: { definitions: { letters: flow(steps) }, ...more } })
  return spine
}
const act = async (person: Person, id: string, action: string, body: object = {}) => {
  const { seq: expected } = await spine.view(person, id)
  const { status, body: answer } = await spine.act(person, id, action, { expected, ...body })
  return (answer.errors as { code: string }[] | undefined)?.[0]?.code ?? status
}
const waiting = async (person: Person) =>
  (await spine.rest('GET', '/workflow/tasks/waiting', { token: spine.tokens[person] })).body.waiting
const unitFor = async (code: string, ...people: Person[]) => {
  const unit = await spine.payload.db.create({ collection: 'units', data: { code } })
  for (const person of people)
    await spine.payload.db.updateOne({
      collection: 'users',
      where: { id: { equals: spine.ids[person] } },
      data: { unit: unit.id },
    })
}
const submitted = async () => {
  const letter = await spine.draft()
  await spine.step('an', letter.id, 'submit')
  return letter
}
const faults = async () => (await verify({ payload: spine.payload, anchorsDir: `${spine.dir}/anchors` })).faults

describe('a step is decided', () => {
  it('by the people of a unit, whatever their role, and of a role within it', async () => {
    await start([
      approving({ name: 'first', by: { unit: 'so-y-te', title: title('Sở Y tế') } }),
      approving({ by: { unit: 'so-y-te', role: 'head', title: title('Lãnh đạo Sở Y tế') } }),
    ])
    await unitFor('so-y-te', 'giam', 'em')
    const { id } = await submitted()
    expect(await spine.view('giam', id)).toMatchObject({ steps: [{ role: 'Sở Y tế' }, { role: 'Lãnh đạo Sở Y tế' }] })
    expect([await waiting('giam'), await waiting('dung')]).toEqual([1, 0])
    expect(await act('dung', id, 'approve')).toBe('WORKFLOW_NOT_YOUR_STEP')
    expect(await act('giam', id, 'approve')).toBe(200)
    expect([await waiting('giam'), await waiting('em'), await waiting('dung')]).toEqual([0, 1, 0])
    expect(await act('dung', id, 'approve')).toBe('WORKFLOW_NOT_YOUR_STEP')
    expect(await act('em', id, 'approve')).toBe(200)
    expect(await spine.view('an', id)).toMatchObject({ state: 'published' })
  })

  it('by one named person alone', async () => {
    await start([approving({ by: { person: 'em@example.org', title: title('Bà Em') } })])
    const { id } = await submitted()
    expect([await waiting('dung'), await waiting('em')]).toEqual([0, 1])
    expect(await act('dung', id, 'approve')).toBe('WORKFLOW_NOT_YOUR_STEP')
    expect(await act('em', id, 'approve')).toBe(200)
  })

  it('by everyone of a group: the last approval clears it, and whoever wrote the text is not waited for', async () => {
    await start([approving({ by: { role: 'head' }, quorum: 'all' })])
    const { id } = await submitted()
    expect(await act('dung', id, 'approve')).toBe(200)
    expect(await spine.view('an', id)).toMatchObject({ state: 'in_review' })
    expect(await act('dung', id, 'approve')).toBe('WORKFLOW_CONFLICT_OF_DUTY')
    expect(await act('em', id, 'approve')).toBe(200)
    expect(await spine.view('an', id)).toMatchObject({ state: 'published' })

    const own = await spine.draft()
    await spine.rest('PATCH', `/letters/${own.id}`, { token: spine.tokens.dung, body: { title: 'Dung sửa' } })
    await spine.step('an', own.id, 'submit')
    expect(await act('em', own.id, 'approve')).toBe(200)
    expect(await spine.view('an', own.id)).toMatchObject({ state: 'published' })
    expect(await faults()).toEqual([])
  })

  it('by groups side by side, in any order, each once', async () => {
    await start([approving({ parallel: [{ name: 'law', by: { role: 'secretary' } }] })])
    const { id, key } = await submitted()
    expect([await waiting('dung'), await waiting('chi')]).toEqual([1, 1])
    expect(await act('chi', id, 'approve')).toBe(200)
    expect([await waiting('dung'), await waiting('chi')]).toEqual([1, 0])
    expect(await spine.view('an', id)).toMatchObject({
      state: 'in_review',
      final: true,
      steps: [{ groups: [{ done: false }, { done: true }] }],
    })
    expect(await act('dung', id, 'approve')).toBe(200)
    expect(await logRowsOf(spine.payload, 'letters', key)).toMatchObject([{ kind: 'published' }])
    expect(await faults()).toEqual([])
  })

  it('once every item of its checklist is ticked; the ticks are kept with the decision', async () => {
    const checklist = [
      { name: 'number', title: title('Số, ký hiệu đúng') },
      { name: 'signed', title: title('Có bản ký') },
    ]
    await start([approving({ checklist })])
    const { id } = await submitted()
    const { seq: expected } = await spine.view('dung', id)
    expect(await spine.act('dung', id, 'approve', { expected, checklist: ['number'] })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'CONTENT_INVALID', fields: [{ path: 'checklist.signed' }] }] },
    })
    expect(await spine.view('dung', id)).toMatchObject({ state: 'in_review', seq: expected })
    expect(await act('dung', id, 'approve', { checklist: ['signed', 'number'] })).toBe(200)
    const { docs } = await spine.payload.db.find<{ id: string; data: string }>({
      collection: 'workflow-events',
      where: { type: { equals: 'approved' } },
    })
    expect(JSON.parse(docs[0]!.data)).toMatchObject({ checklist: ['number', 'signed'] })
  })

  it('once, although the text changed since, when only what it ignores was changed', async () => {
    const edit: Step = { name: 'edit', title: title('Biên tập'), kind: 'edit', by: { role: 'editor' } }
    const steps = (ignores?: string[]): Step[] => [
      approving({ name: 'law', by: { role: 'secretary' }, ...(ignores ? { ignores } : {}) }),
      edit,
      approving({}),
    ]
    await start(steps(['issuedOn']))
    const { id } = await submitted()
    expect(await act('chi', id, 'approve')).toBe(200)
    const change = (body: object) => spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens.binh, body })
    await change({ issuedOn: '2026-11-30' })
    expect(await act('binh', id, 'approve')).toBe(200)
    expect(await spine.view('an', id)).toMatchObject({ step: 'approve' })

    await spine.step('dung', id, 'return', { reason: 'Xem lại' })
    await spine.step('an', id, 'submit')
    expect(await act('chi', id, 'approve')).toBe(200)
    await change({ issuedOn: '2026-12-01', title: 'Tên khác' })
    expect(await act('binh', id, 'approve')).toBe(200)
    expect(await spine.view('an', id)).toMatchObject({ step: 'law' })
  })
})

describe('a document follows', () => {
  const one = (role: string, name: string) => ({ ...flow([approving({ by: { role } })]), name })
  const variants: Flows['variants'] = {
    letters: [
      { when: { translationOnly: true }, follow: one('secretary', 'translations') },
      { when: { fields: { tags: ['gap'] } }, follow: one('editor', 'tagged') },
      { when: { correction: true }, follow: { ...one('head', 'corrections'), authors: ['secretary'] } },
    ],
  }
  const stepsOf = async (id: string) => (await spine.view('an', id)).steps as { role: string }[]

  it('the definition that fits its text when it is submitted, and keeps it', async () => {
    await start([approving({})], { variants })
    const { body } = await spine.rest('POST', '/tags', {
      token: spine.tokens.binh,
      body: { slug: 'gap', title: 'Gấp' },
    })
    const { id } = await spine.draft({ tags: [(body.doc as { id: string }).id] })
    await spine.step('an', id, 'submit')
    expect(await stepsOf(id)).toMatchObject([{ role: 'editor' }])
    await spine.step('binh', id, 'approve')
    expect(await spine.view('an', id)).toMatchObject({ state: 'published' })

    const save = (locale: string, body: object) =>
      spine.rest('PATCH', `/letters/${id}?locale=${locale}`, { token: spine.tokens.an, body })
    await save('km', { title: 'សេចក្តីជូនដំណឹង' })
    await spine.step('an', id, 'submit')
    expect(await stepsOf(id)).toMatchObject([{ role: 'secretary' }])
    await spine.step('an', id, 'recall')
    await save('vi', { title: 'Tên mới' })
    await spine.step('an', id, 'submit')
    expect(await stepsOf(id)).toMatchObject([{ role: 'editor' }])
  })

  it('the definition for corrections, which others may submit', async () => {
    await start([approving({})], { variants })
    const { id } = await submitted()
    await spine.step('dung', id, 'approve')
    await spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens.an, body: { title: 'Tên đúng' } })
    expect(await act('an', id, 'correct', { note: 'Đính chính tên' })).toBe('FORBIDDEN')
    expect(await act('chi', id, 'correct', { note: 'Đính chính tên' })).toBe(200)
  })

  it('no definition with another authority: such a portal does not start', async () => {
    const follow = { ...one('editor', 'taken over'), authority: 'editor' }
    await expect(
      startSpine({ flows: { variants: { letters: [{ when: { correction: true }, follow }] } } }),
    ).rejects.toThrow('must have the authority of "chain"')
    spine = await startSpine()
  })
})
