import type { TypedUser } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keepAnchor, recordAccounts, takeAnchor, verify } from '../../plugins/workflow/index.ts'
import { type Person, type Spine, startSpine } from '../support/spine.ts'

const NOW = '2026-11-27T02:00:00.000Z'
const TOMORROW = '2026-11-28T02:00:00.000Z'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine({ at: NOW, flows: { powerRests: 24 } })
  // The office is older than the log of powers.
  await spine.payload.db.deleteMany({ collection: 'workflow-powers', where: {} })
  expect(await recordAccounts(spine.payload)).toBeGreaterThan(0)
  expect(await recordAccounts(spine.payload)).toBe(0)
})
beforeEach(() => spine.clock.set(NOW))
afterAll(() => spine.stop())

const as = (person: Person) =>
  ({ id: spine.ids[person], collection: 'users', role: 'admin', name: person }) as unknown as TypedUser
let hired = 0
/** A new account, made by a person or by the system. Returns how its owner logs in. */
const hire = async (role: string, by?: Person) => {
  hired += 1
  const email = `moi-${hired}@example.org`
  const { id } = await spine.payload.create({
    collection: 'users',
    data: { email, password: 'mat-khau-dai', name: `Mới ${hired}`, role, title: '' },
    ...(by ? { user: as(by) } : {}),
  })
  return { id: String(id), email }
}
const login = async (email: string, password = 'mat-khau-dai') =>
  (await spine.rest('POST', '/users/login', { body: { email, password } })).body.token as string
const change = (id: string, data: object, by?: Person) =>
  spine.payload.update({ collection: 'users', id, data, ...(by ? { user: as(by) } : {}) })
const atHead = async () => {
  const { id } = await spine.draft()
  await spine.step('an', id, 'submit')
  await spine.step('binh', id, 'approve')
  await spine.step('chi', id, 'approve')
  return id
}
/** The answer to an approval with a token. */
const approve = async (token: string, id: string) => {
  const { seq: expected } = await spine.view('dung', id)
  const { status, body } = await spine.rest('POST', `/workflow/letters/${id}/approve`, { token, body: { expected } })
  return (body.errors as { code: string }[] | undefined)?.[0]?.code ?? status
}
const confirm = async (by: Person | string, id: string) => {
  const token = by in spine.tokens ? spine.tokens[by as Person] : by
  const { status, body } = await spine.rest('POST', `/workflow/people/${id}/confirm`, { token, body: {} })
  return (body.errors as { code: string }[] | undefined)?.[0]?.code ?? status
}

describe('a role that decides', () => {
  it.each([['quan' as const], [undefined]])('granted by %s decides nothing for a day', async (by) => {
    const { id, email } = await hire('head', by)
    const token = await login(email)
    const letter = await atHead()
    expect(await approve(token, letter)).toBe('WORKFLOW_POWER_RESTS')
    spine.clock.set(TOMORROW)
    expect(await approve(token, letter)).toBe(200)
    expect(await confirm('dung', id)).toBe('WORKFLOW_WRONG_STATE')
  })

  it('decides at once when a head confirmed it, who neither granted it nor holds it', async () => {
    const { id, email } = await hire('head', 'em')
    const token = await login(email)
    expect(await confirm(token, id)).toBe('FORBIDDEN')
    expect(await confirm('chi', id)).toBe('FORBIDDEN')
    expect(await confirm('em', id)).toBe('WORKFLOW_CONFLICT_OF_DUTY')
    expect(await confirm('dung', id)).toBe(200)
    expect(await approve(token, await atHead())).toBe(200)
  })

  it('also for who had another role before, and for who comes back', async () => {
    const { id, email } = await hire('contributor', 'quan')
    const token = await login(email)
    await change(id, { role: 'head' }, 'quan')
    expect(await approve(token, await atHead())).toBe('WORKFLOW_POWER_RESTS')
    expect(await confirm('dung', id)).toBe(200)
    await change(id, { active: false }, 'quan')
    await change(id, { active: true }, 'quan')
    expect(await approve(token, await atHead())).toBe('WORKFLOW_POWER_RESTS')
  })
})

describe('the account of a head', () => {
  const established = async () => {
    const made = await hire('head', 'quan')
    expect(await confirm('dung', made.id)).toBe(200)
    return made
  }

  it('decides nothing for a day once somebody else set its password or its address', async () => {
    for (const data of [{ password: 'mat-khau-khac' }, { email: `doi-${hired}@example.org` }]) {
      const { id, email } = await established()
      await change(id, data, 'quan')
      const token = await login(data.email ?? email, data.password)
      expect(await approve(token, await atHead())).toBe('WORKFLOW_POWER_RESTS')
    }
  })

  it('keeps its power when its owner sets the password, by hand or by the mailed link', async () => {
    const { id, email } = await established()
    await spine.payload.update({
      collection: 'users',
      id,
      data: { password: 'cua-toi-thoi' },
      user: { id, collection: 'users', role: 'head' } as unknown as TypedUser,
    })
    expect(await approve(await login(email, 'cua-toi-thoi'), await atHead())).toBe(200)
    const link = await spine.payload.forgotPassword({ collection: 'users', data: { email }, disableEmail: true })
    await spine.rest('POST', '/users/reset-password', { body: { token: link, password: 'qua-duong-thu' } })
    expect(await approve(await login(email, 'qua-duong-thu'), await atHead())).toBe(200)
  })

  it('gains nothing from a mailed link while a new address rests', async () => {
    const { id } = await established()
    const email = `chiem-${hired}@example.org`
    await change(id, { email }, 'quan')
    const link = await spine.payload.forgotPassword({ collection: 'users', data: { email }, disableEmail: true })
    await spine.rest('POST', '/users/reset-password', { body: { token: link, password: 'qua-duong-thu' } })
    expect(await approve(await login(email, 'qua-duong-thu'), await atHead())).toBe('WORKFLOW_POWER_RESTS')
  })

  it('decides nothing when it was changed past every hook, and rests a day once that is found', async () => {
    const { id, email } = await hire('contributor', 'quan')
    const token = await login(email)
    const where = { id: { equals: id } }
    await spine.payload.db.updateOne({ collection: 'users', where, data: { role: 'head' } })
    const letter = await atHead()
    expect(await approve(token, letter)).toBe('WORKFLOW_POWER_RESTS')
    expect(await recordAccounts(spine.payload)).toBe(1)
    expect(await approve(token, letter)).toBe('WORKFLOW_POWER_RESTS')
    spine.clock.set(TOMORROW)
    expect(await approve(token, letter)).toBe(200)
  })

  it('lends nobody a power that rests', async () => {
    const { id, email } = await established()
    const token = await login(email)
    const body = {
      to: spine.ids.quan,
      steps: ['approve'],
      validFrom: NOW,
      validTo: '2026-12-11T00:00:00.000Z',
      authority: '15/QĐ-BBT',
      capacity: 'KT.',
    }
    expect((await spine.rest('POST', '/delegations', { token, body })).status).toBe(201)
    await change(id, { password: 'mat-khau-khac' }, 'quan')
    expect(await approve(spine.tokens.quan, await atHead())).toBe('WORKFLOW_NOT_YOUR_STEP')
  })
})

it('that was cut off is missed, once the day had its anchor', async () => {
  const { payload, clock, dir } = spine
  const { id } = await hire('head', 'quan')
  await keepAnchor(`${dir}/cut`, await takeAnchor({ payload, clock }))
  const audit = async () => (await verify({ payload, anchorsDir: `${dir}/cut` })).faults
  expect(await audit()).toEqual([])
  await payload.db.deleteMany({ collection: 'workflow-powers', where: { document: { equals: `users:${id}` } } })
  expect(await audit()).toMatchObject([{ store: 'workflow-powers', place: `workflow-powers/users:${id}#1` }])
  await recordAccounts(payload)
})

it('tells who may do what, since when and why not yet, and leaves a chain that the audit checks', async () => {
  const { id } = await hire('head', 'quan')
  const { body } = await spine.rest('GET', '/workflow/people', { token: spine.tokens.dung })
  expect((body.people as { id: string }[]).find((one) => one.id === id)).toMatchObject({
    rests: true,
    restsUntil: TOMORROW,
    changedBy: 'quan',
    mayDo: expect.arrayContaining([expect.stringContaining('Duyệt')]),
  })
  expect(body).not.toMatchObject({ people: [{ email: expect.anything() }] })
  expect((await verify({ payload: spine.payload, anchorsDir: `${spine.dir}/anchors` })).faults).toEqual([])
})
