import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify, type WorkflowDefinition } from '../../plugins/workflow/index.ts'
import { logRowsOf } from '../support/logRows.ts'
import { chain, type Person, type Spine, startSpine } from '../support/spine.ts'
import { underDefinition } from '../support/underDefinition.ts'

const WHY = { reason: 'Quy chế duyệt mới' }
const [edit, confirm, approve] = chain.steps as [
  WorkflowDefinition['steps'][number],
  WorkflowDefinition['steps'][number],
  WorkflowDefinition['steps'][number],
]
/** Before the secretaries confirmed. */
const OLD: WorkflowDefinition = { ...chain, name: 'old', steps: [edit, approve] }
/** Letters of one day go past the secretaries. */
const SHORT: WorkflowDefinition = { ...chain, name: 'short', steps: [edit, approve] }

let spine: Spine
beforeAll(async () => {
  const variants = { letters: [{ when: { fields: { issuedOn: ['2026-11-01'] } }, follow: SHORT }] }
  spine = await startSpine({ flows: { variants } })
})
afterAll(() => spine.stop())

const code = async (person: Person, id: string, action: string, body: object = {}) => {
  const { seq: expected } = await spine.view(person, id)
  const answer = await spine.act(person, id, action, { expected, ...body })
  return (answer.body.errors as { code: string }[] | undefined)?.[0]?.code ?? answer.status
}
const faults = async () => (await verify({ payload: spine.payload, anchorsDir: `${spine.dir}/none` })).faults
/** A letter that waits for the heads, by a chain that is in force no more. */
const old = (data?: Record<string, unknown>) =>
  underDefinition(spine.payload, 'letters', OLD, async () => {
    const letter = await spine.draft(data)
    await spine.step('an', letter.id, 'submit')
    await spine.step('binh', letter.id, 'approve')
    return letter
  })
const outdated = async (person: Person) => {
  const { body } = await spine.rest('GET', '/workflow/definitions', { token: spine.tokens[person] })
  return (body.definitions as { when: object | null; outdated: { id: string }[] }[]).flatMap((line) => line.outdated)
}

describe('a running text', () => {
  it('keeps its workflow until somebody of the authority moves it, and then goes the new way to its end', async () => {
    const { id, key } = await old({ title: 'Thư theo quy trình cũ' })
    expect(await spine.view('an', id)).toMatchObject({ outdated: true, step: 'approve', final: true })
    expect(await outdated('chi')).toEqual([{ collection: 'letters', id, title: 'Thư theo quy trình cũ' }])
    expect(await code('chi', id, 'move', WHY)).toBe('FORBIDDEN')
    expect(await code('dung', id, 'move')).toBe('WORKFLOW_REASON_MISSING')
    spine.clock.set('2026-11-24T03:00:00.000Z')
    const moved = await spine.step('dung', id, 'move', WHY)
    expect(moved).toMatchObject({ outdated: false, step: 'confirm', dueBy: '2026-11-25T03:00:00.000Z' })
    expect((moved.timeline as object[]).at(-1)).toMatchObject({
      type: 'moved',
      by: 'dung',
      step: confirm.title.vi,
      ...WHY,
    })
    expect(await outdated('chi')).toEqual([])
    expect(await code('dung', id, 'move', WHY)).toBe('WORKFLOW_WRONG_STATE')
    expect(await code('dung', id, 'approve')).toBe('WORKFLOW_NOT_YOUR_STEP')
    await spine.step('chi', id, 'approve')
    expect(await spine.step('dung', id, 'approve')).toMatchObject({ state: 'published', outdated: false })
    const [row] = await logRowsOf(spine.payload, 'letters', key)
    expect(JSON.parse(row!.capacities).map(({ step }: { step: string }) => step)).toEqual([
      'edit',
      'confirm',
      'approve',
    ])
    expect(await faults()).toEqual([])
  })

  it('follows the workflow that its frozen text asks for', async () => {
    const { id } = await spine.draft({ issuedOn: '2026-11-01' })
    await spine.step('an', id, 'submit')
    expect(await spine.view('an', id)).toMatchObject({ outdated: false, steps: [{}, {}] })
    const body = { issuedOn: '2026-11-02' }
    await spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens.binh, body })
    // Until it is passed on, what was submitted is what counts.
    expect(await spine.view('an', id)).toMatchObject({ outdated: false })
    await spine.step('binh', id, 'approve')
    expect(await spine.view('an', id)).toMatchObject({ outdated: true })
    expect((await outdated('dung')).map((one) => one.id)).toEqual([id])
    expect(await spine.step('dung', id, 'move', WHY)).toMatchObject({ outdated: false, step: 'confirm' })
    expect(await faults()).toEqual([])
  })

  it('loses its time, its claim and the approvals that count no more', async () => {
    const { id } = await old()
    await spine.step('dung', id, 'schedule', { at: '2026-12-01T03:00:00.000Z' })
    expect(await spine.view('an', id)).toMatchObject({ state: 'scheduled', outdated: true })
    expect(await spine.step('em', id, 'move', WHY)).toMatchObject({
      state: 'in_review',
      step: 'confirm',
      publishAt: null,
      claim: null,
    })
    expect(await faults()).toEqual([])
  })

  it('is not moved before it is submitted', async () => {
    const { id } = await spine.draft()
    expect(await code('dung', id, 'move', WHY)).toBe('WORKFLOW_WRONG_STATE')
    expect(await spine.view('dung', id)).toMatchObject({ outdated: false, seq: 0 })
  })
})
