import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { reconcile, runDue, verify } from '../../plugins/workflow/index.ts'
import { appendEvent } from '../../plugins/workflow/store/stream.ts'
import { loadStream } from '../../plugins/workflow/useCases/load.ts'
import { logRowsOf } from '../support/logRows.ts'
import { type Spine, startSpine } from '../support/spine.ts'

/** A Friday, nine in the morning in Viet Nam. */
const FRIDAY = '2026-11-27T02:00:00.000Z'
/** Eight working hours later: a Monday, nine in the morning. */
const MONDAY = '2026-11-30T02:00:00.000Z'
/** Sixteen working hours later. */
const TUESDAY = '2026-12-01T02:00:00.000Z'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine({ at: FRIDAY })
})
beforeEach(() => spine.clock.set(FRIDAY))
afterAll(() => spine.stop())

const WHY = { reason: 'Bão số 9' }
const rows = (key: string) => logRowsOf(spine.payload, 'letters', key)
const kinds = async (key: string) => (await rows(key)).map(({ kind }) => kind)
const stepsIn = async (key: string) => (await rows(key)).map(({ capacities }) => JSON.parse(capacities) as object[])
const publicLetter = async (data = {}) => {
  const letter = await spine.draft(data)
  await spine.publish(letter.id)
  return letter
}
const rename = async (id: string, title: string) => {
  const { status } = await spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens.an, body: { title } })
  expect(status).toBe(200)
}
const code = async (...asked: Parameters<Spine['act']>) => {
  const [person, id, action, body] = asked
  const { seq: expected } = await spine.view(person, id)
  const answer = await spine.act(person, id, action, { expected, ...body })
  return (answer.body.errors as { code: string }[] | undefined)?.[0]?.code ?? answer.status
}

describe('an urgent publication', () => {
  it('is public at once, on a text of their own too, and says by when somebody must ratify it', async () => {
    const { id, key } = await spine.draft()
    await spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens.dung, body: { title: 'Báo động khẩn' } })
    const view = await spine.step('dung', id, 'publish-urgently', WHY)
    expect(view).toMatchObject({ state: 'published', edition: 1, unratified: true, ratifyBy: MONDAY })
    expect(await rows(key)).toMatchObject([{ kind: 'published', edition: 1 }])
    expect(await stepsIn(key)).toEqual([
      [
        {
          step: 'publish-urgently',
          title: { vi: 'Công bố khẩn', en: 'Urgent publication' },
          capacity: 'Chức danh dung',
          at: FRIDAY,
          awaits: true,
        },
      ],
    ])
  })

  it('ends an open round, which nobody can decide on any more', async () => {
    const { id } = await spine.draft()
    await spine.step('an', id, 'submit')
    await spine.step('dung', id, 'publish-urgently', WHY)
    expect(await code('binh', id, 'approve')).toBe('WORKFLOW_WRONG_STATE')
  })

  it('is ratified by another head alone', async () => {
    const { id } = await spine.draft()
    await spine.step('dung', id, 'publish-urgently', WHY)
    expect(await code('dung', id, 'ratify')).toBe('WORKFLOW_CONFLICT_OF_DUTY')
    expect(await code('chi', id, 'ratify')).toBe('FORBIDDEN')
    expect(await spine.step('em', id, 'ratify')).toMatchObject({ unratified: false, ratifyBy: null })
    spine.clock.set(TUESDAY)
    await runDue(spine)
    expect(await spine.view('em', id)).toMatchObject({ state: 'published' })
  })

  it('is ratified in the log of publications, by a capacity and no name', async () => {
    const { id, key } = await spine.draft()
    await spine.step('dung', id, 'publish-urgently', WHY)
    const { contentHash } = (await rows(key))[0]!
    spine.clock.set(MONDAY)
    await spine.step('em', id, 'ratify', { comment: 'Đồng ý' })
    expect((await rows(key)).slice(1)).toMatchObject([
      { kind: 'ratified', edition: 1, contentHash, changeNote: null, at: MONDAY },
    ])
    const ratification = {
      step: 'ratified',
      title: { vi: 'Phê chuẩn', en: 'Ratification' },
      capacity: 'Chức danh em',
      at: MONDAY,
      ratifies: 'publication',
    }
    expect((await stepsIn(key)).at(-1)).toEqual([ratification])
    expect(await reconcile(spine)).toBe(0)
    expect((await verify({ payload: spine.payload, anchorsDir: '' })).faults).toEqual([])
  })

  it('that was written before ratifications were public gets its row from the trail', async () => {
    const { id, key } = await spine.draft()
    await spine.step('dung', id, 'publish-urgently', WHY)
    const { seq, head } = (await loadStream(spine.payload, `letters:${key}`)).state
    const by = { id: spine.ids.em, role: 'head', name: 'em', capacity: 'Chức danh em' }
    const event = { type: 'ratified', event: 1, by, at: FRIDAY } as const
    await appendEvent({ payload: spine.payload, document: `letters:${key}`, event, expected: seq, head })
    expect(await reconcile(spine)).toBe(1)
    expect(await kinds(key)).toEqual(['published', 'ratified'])
  })

  it('waits over the weekend, then people are told, and in the end it is withdrawn by itself', async () => {
    const { id, key } = await spine.draft()
    await spine.step('dung', id, 'publish-urgently', WHY)
    spine.clock.set('2026-11-29T10:00:00.000Z')
    await runDue(spine)
    expect(await kinds(key)).toEqual(['published'])
    spine.clock.set(MONDAY)
    await runDue(spine)
    const told = await spine.view('em', id)
    expect(told.timeline).toMatchObject([{ type: 'publishedUrgently' }, { type: 'escalated' }])
    expect(told.state).toBe('published')
    spine.clock.set(TUESDAY)
    await Promise.all([runDue(spine), runDue(spine)])
    expect(await kinds(key)).toEqual(['published', 'withdrawn'])
    expect(await spine.view('em', id)).toMatchObject({ state: 'withdrawn', unratified: false })
  })

  it('that was withdrawn by itself comes back by neither who published it nor who wrote it', async () => {
    const { id } = await spine.draft()
    await spine.step('dung', id, 'publish-urgently', WHY)
    spine.clock.set(TUESDAY)
    await runDue(spine)
    expect(await code('dung', id, 'restore', WHY)).toBe('WORKFLOW_CONFLICT_OF_DUTY')
    expect(await spine.step('em', id, 'restore', WHY)).toMatchObject({ state: 'published' })
  })

  it('makes nobody an approver of what they wrote, until somebody ratifies it', async () => {
    const write = (id: string, title: string) =>
      spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens.dung, body: { title } })
    const toHead = async (ratified: boolean) => {
      const { id } = await spine.draft()
      await write(id, 'Lãnh đạo tự soạn')
      await spine.step('dung', id, 'publish-urgently', WHY)
      if (ratified) await spine.step('em', id, 'ratify')
      await rename(id, 'Cộng tác viên sửa một dấu phẩy')
      await spine.step('an', id, 'submit')
      for (const person of ['binh', 'chi'] as const) await spine.step(person, id, 'approve')
      return code('dung', id, 'approve')
    }
    expect(await toHead(false)).toBe('WORKFLOW_CONFLICT_OF_DUTY')
    expect(await toHead(true)).toBe(200)
  })

  it('is settled by an edition that went through every approval', async () => {
    const { id } = await spine.draft()
    await spine.step('dung', id, 'publish-urgently', WHY)
    await rename(id, 'Bản đủ các bước')
    await spine.publish(id)
    expect(await spine.view('em', id)).toMatchObject({ edition: 2, unratified: false })
  })

  it('is refused for an incomplete text, and nothing is left of it', async () => {
    const { id, key } = await spine.draft({ title: 'thiếu' })
    expect(await code('dung', id, 'publish-urgently', WHY)).toBe('CONTENT_INVALID')
    expect(await spine.view('dung', id)).toMatchObject({ state: 'draft', seq: 0 })
    expect(await rows(key)).toEqual([])
  })

  it('happens once, whoever presses at the same moment', async () => {
    const { id, key } = await spine.draft()
    const answers = await Promise.all(
      (['dung', 'em', 'dung', 'em'] as const).map((person) =>
        spine.act(person, id, 'publish-urgently', { ...WHY, expected: 0 }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect(await kinds(key)).toEqual(['published'])
  })
})

describe('a correction', () => {
  it('goes through every approval and is published with its dated note', async () => {
    const { id, key } = await publicLetter()
    await rename(id, 'Thư đã đính chính')
    await spine.step('an', id, 'correct', { note: 'Đính chính tên người ký' })
    await spine.step('binh', id, 'approve')
    await spine.step('chi', id, 'approve')
    await spine.step('dung', id, 'approve')
    expect((await rows(key)).at(-1)).toMatchObject({
      kind: 'corrected',
      edition: 2,
      major: false,
      changeNote: 'Đính chính tên người ký',
    })
  })

  it('may be told to everybody', async () => {
    const { id, key } = await publicLetter()
    await rename(id, 'Thư đính chính lớn')
    await spine.step('an', id, 'correct', { note: 'Đính chính mức phạt', major: true })
    for (const person of ['binh', 'chi', 'dung'] as const) await spine.step(person, id, 'approve')
    expect((await rows(key)).at(-1)).toMatchObject({ kind: 'corrected', major: true })
  })
})

describe('a withdrawn text', () => {
  it('may lead on to the one that replaces it, at once or later', async () => {
    const other = await publicLetter({ slug: 'thu-thay-the' })
    const { id, key } = await publicLetter()
    const view = await spine.step('dung', id, 'withdraw', {
      ...WHY,
      redirectTo: 'https://so-tu-phap.example/thu/thu-thay-the/?tu=trang-cu',
    })
    expect(view).toMatchObject({ state: 'withdrawn', redirectTo: '/thu/thu-thay-the', unratified: true })
    expect((await rows(key)).slice(1)).toMatchObject([
      { kind: 'withdrawn', changeNote: 'Bão số 9' },
      { kind: 'redirected', url: '/thu/thu-thay-the', changeNote: 'Bão số 9' },
    ])
    await spine.step('em', other.id, 'withdraw', WHY)
    const later = await publicLetter()
    await spine.step('em', later.id, 'withdraw', WHY)
    expect(await code('em', later.id, 'redirect', { to: '/thu/thu-thay-the' })).toBe('CONTENT_INVALID')
  })

  it('leads on although the process died between the two', async () => {
    await publicLetter({ slug: 'thu-sau-su-co' })
    const { key } = await publicLetter()
    const document = `letters:${key}`
    const { state } = await loadStream(spine.payload, document)
    const by = { id: spine.ids.dung, role: 'head', name: 'dung', capacity: '' }
    const leadsTo = '/thu/thu-sau-su-co'
    await appendEvent({
      payload: spine.payload,
      document,
      event: { type: 'withdrawn', by, at: FRIDAY, edition: 1, reason: 'Bão', leadsTo },
      expected: state.seq,
      head: state.head,
    })
    await reconcile(spine)
    await reconcile(spine)
    expect((await rows(key)).slice(1)).toMatchObject([{ kind: 'withdrawn' }, { kind: 'redirected', url: leadsTo }])
  })

  it('returns as the same edition, by another head', async () => {
    const { id, key } = await publicLetter()
    const { contentHash } = await spine.view('an', id)
    await spine.step('dung', id, 'withdraw', WHY)
    await rename(id, 'Bản làm việc đã khác')
    expect(await code('dung', id, 'restore', WHY)).toBe('WORKFLOW_CONFLICT_OF_DUTY')
    expect(await spine.step('em', id, 'restore', WHY)).toMatchObject({
      state: 'published',
      edition: 1,
      contentHash,
      unratified: false,
    })
    expect((await rows(key)).at(-1)).toMatchObject({ kind: 'restored', edition: 1, contentHash })
  })

  it('is told to be looked at when nobody ratified it, and stays withdrawn', async () => {
    const { id } = await publicLetter()
    await spine.step('dung', id, 'withdraw', WHY)
    spine.clock.set('2026-12-30T02:00:00.000Z')
    await runDue(spine)
    const view = await spine.view('em', id)
    expect(view.timeline).toMatchObject([...Array(5).fill({}), { type: 'withdrawn' }, { type: 'escalated' }])
    expect(view).toMatchObject({ state: 'withdrawn', unratified: true })
    await spine.step('em', id, 'ratify')
  })
})

describe('a text that a head lets expire', () => {
  it('says why in public, and lasts when it is restored although its day has passed', async () => {
    const { id, key } = await publicLetter({ expiresOn: '2026-11-27' })
    await spine.step('dung', id, 'expire', { reason: 'Đã xong' })
    expect((await rows(key)).at(-1)).toMatchObject({ kind: 'expired', changeNote: 'Đã xong' })
    spine.clock.set(MONDAY)
    await spine.step('em', id, 'restore', WHY)
    await runDue(spine)
    expect(await spine.view('em', id)).toMatchObject({ state: 'published' })
  })
})

describe('a step', () => {
  const atSecretary = async () => {
    const { id } = await spine.draft()
    await spine.step('an', id, 'submit')
    await spine.step('binh', id, 'approve')
    await spine.step('chi', id, 'approve')
    return id
  }

  it('that somebody has claimed is theirs for a working day, and free again afterwards', async () => {
    const id = await atSecretary()
    expect(await spine.step('em', id, 'claim')).toMatchObject({ claim: { mine: true, until: MONDAY } })
    expect(await code('dung', id, 'approve')).toBe('WORKFLOW_CLAIMED')
    expect((await spine.view('dung', id)).claim).toMatchObject({ by: 'em', mine: false })
    spine.clock.set('2026-11-30T02:00:00.001Z')
    expect((await spine.view('dung', id)).claim).toBeNull()
    await spine.step('dung', id, 'approve')
  })

  it('can be released, and given to somebody who may decide there', async () => {
    const id = await atSecretary()
    await spine.step('em', id, 'claim')
    await spine.step('em', id, 'release')
    expect(await code('dung', id, 'assign', { to: 'chi@example.org' })).toBe('CONTENT_INVALID')
    await spine.step('dung', id, 'assign', { to: ' Em@Example.org ' })
    expect(await code('dung', id, 'approve')).toBe('WORKFLOW_CLAIMED')
    await spine.step('em', id, 'approve')
  })

  it('is not given to who left', async () => {
    const id = await atSecretary()
    const setActive = (active: boolean) =>
      spine.payload.update({ collection: 'users', id: spine.ids.em, data: { active }, overrideAccess: true })
    await setActive(false)
    expect(await code('dung', id, 'assign', { to: 'em@example.org' })).toBe('CONTENT_INVALID')
    await setActive(true)
  })
})

it('the trail bears all of it out', async () => {
  const { payload, dir } = spine
  expect((await verify({ payload, anchorsDir: `${dir}/none` })).faults).toEqual([])
})
