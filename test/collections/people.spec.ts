import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD, type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeEach(async () => {
  portal = await startPortal()
})
afterEach(() => portal.stop())

type Row = Record<string, unknown> & { id: string; sessions?: { id: string }[] }
const rowOf = async (login: string): Promise<Row> => {
  const { docs } = await portal.payload.find({
    collection: 'users',
    where: { email: { equals: `${login}@demo.local` } },
    showHiddenFields: true,
    depth: 0,
  })
  return docs[0] as unknown as Row
}
const session = (login: string, password = PASSWORD) => portal.login(`${login}@demo.local`, password)
const works = async (token: string) => (await portal.rest('GET', '/directives', { token })).status === 200
const change = async (login: string, body: Record<string, unknown>, token: string) =>
  portal.rest('PATCH', `/users/${(await rowOf(login)).id}`, { token, body })

describe('sessions', () => {
  it('carry the person and nothing that the person refers to, because every request reads it', async () => {
    const { unit } = (await rowOf('author')) as unknown as { unit: string | { id: string } }
    const { body } = await portal.rest('GET', '/users/me', { token: await portal.as('author') })
    expect((body.user as { unit: unknown }).unit).toBe(typeof unit === 'string' ? unit : unit.id)
  })

  it.each([
    ['role', { role: 'editor' }],
    ['activity', { active: false }],
    ['address', { email: 'khac@demo.local' }],
    ['password', { password: 'mat-khau-moi' }],
  ])('end at once, all of them, when an administrator changes the %s', async (_, body) => {
    const sessions = [await session('author'), await session('author')]
    const other = await session('author2')
    expect((await change('author', body, await portal.as('admin'))).status).toBe(200)
    for (const token of sessions) expect(await works(token)).toBe(false)
    expect(await works(other)).toBe(true)
  })

  it('end at once when people change their own password, the one they did it in too', async () => {
    const [here, elsewhere] = [await session('author'), await session('author')]
    expect((await change('author', { password: 'mat-khau-moi' }, here)).status).toBe(200)
    expect(await works(here)).toBe(false)
    expect(await works(elsewhere)).toBe(false)
    expect(await works(await session('author', 'mat-khau-moi'))).toBe(true)
  })

  it('end at once when the password is reset by mail', async () => {
    const before = await session('author')
    const token = await portal.payload.forgotPassword({
      collection: 'users',
      data: { email: 'author@demo.local' },
      disableEmail: true,
    })
    const reset = (password: string) => portal.rest('POST', '/users/reset-password', { body: { token, password } })
    expect((await reset('ngan')).status).toBe(422)
    expect((await reset('mat-khau-moi')).status).toBe(200)
    expect(await works(before)).toBe(false)
    expect((await reset('mat-khau-khac')).status).toBeGreaterThanOrEqual(400)
  })

  it('stay when somebody corrects a name', async () => {
    const token = await session('author')
    expect((await change('author', { name: 'Sơn Thị Hạnh Phúc' }, token)).status).toBe(200)
    expect(await works(token)).toBe(true)
  })

  it('cannot be opened by somebody who left, and the answer says whom to ask', async () => {
    await change('author', { active: false }, await portal.as('admin'))
    const { status, body } = await portal.rest('POST', '/users/login', {
      body: { email: 'author@demo.local', password: PASSWORD },
    })
    expect(status).toBe(401)
    expect((body.errors as { message: string }[])[0]?.message).toContain('quản trị viên')
  })
})

describe('power', () => {
  const claims = {
    role: 'head',
    title: 'Trưởng ban',
    unit: null,
    active: true,
    email: 'khac@demo.local',
    sessions: [{ id: 'x', createdAt: '2026-01-01', expiresAt: '2036-01-01' }],
    loginAttempts: 7,
    lockUntil: '2036-01-01T00:00:00.000Z',
    hash: 'x',
    salt: 'x',
    resetPasswordToken: 'x',
    resetPasswordExpiration: '2036-01-01T00:00:00.000Z',
  }
  const own = [...Object.keys(claims), 'id']

  it.each(['author', 'head', 'auditor', 'mail'])('is not taken by the %s over their own row', async (login) => {
    const token = await session(login)
    const pick = async () => {
      const row = await rowOf(login)
      return Object.fromEntries(own.map((field) => [field, row[field]]))
    }
    const before = await pick()
    expect((await change(login, claims, token)).status).toBe(200)
    expect(await pick()).toEqual(before)
  })

  it('is not taken by administrators over themselves', async () => {
    const token = await session('admin')
    await change('admin', { role: 'head', active: false }, token)
    expect(await rowOf('admin')).toMatchObject({ role: 'admin', active: true })
    expect(await works(token)).toBe(true)
    expect((await portal.rest('DELETE', `/users/${(await rowOf('admin')).id}`, { token })).status).toBe(403)
  })

  it.each(['author', 'head', 'auditor'] as const)('over others is not for the %s', async (login) => {
    const token = await portal.as(login)
    const { id } = await rowOf('author2')
    const person = { email: 'moi@demo.local', password: 'mat-khau-dai', name: 'Mới', role: 'admin' }
    expect((await portal.rest('POST', '/users', { token, body: person })).status).toBe(403)
    expect((await portal.rest('PATCH', `/users/${id}`, { token, body: { name: 'x' } })).status).toBe(403)
    expect((await portal.rest('PATCH', '/users?where[id][exists]=true', { token, body: { name: 'x' } })).status).toBe(
      403,
    )
    expect((await portal.rest('DELETE', `/users/${id}`, { token })).status).toBe(403)
    expect((await portal.rest('POST', '/users/unlock', { token, body: { email: 'admin@demo.local' } })).status).toBe(
      403,
    )
  })
})

describe('other people', () => {
  it('show their name, title and unit, and neither address nor secrets', async () => {
    for (const login of ['head', 'deputy'] as const) await portal.as(login)
    const { body } = await portal.rest('GET', '/users', { token: await portal.as('author') })
    const heads = (body.docs as Row[]).filter((row) => row.role === 'head')
    expect(heads).toHaveLength(2)
    for (const row of heads) {
      expect(row.name).toBeTruthy()
      expect(row.sessions ?? []).toEqual([])
      for (const field of ['email', 'hash', 'salt', 'resetPasswordToken', 'loginAttempts', 'lockUntil'])
        expect(row[field], field).toBeUndefined()
    }
  })

  it.each(['hash', 'salt', 'email', 'sessions.id', 'resetPasswordToken', 'loginAttempts', 'lockUntil'])(
    'are not found by their %s, directly or through what they wrote',
    async (field) => {
      const token = await portal.as('author')
      for (const url of [
        `/users?where[${field}][exists]=true`,
        `/users?sort=${field}`,
        `/users/count?where[${field}][exists]=true`,
        `/directives?where[createdBy.${field}][exists]=true`,
        `/directives/versions?where[version.createdBy.${field}][exists]=true`,
        `/directives?sort=createdBy.${field}`,
        `/directives?sort=title,-createdBy__${field.replace('.', '__')}`,
        `/directives/versions?sort=-version.createdBy.${field}`,
      ])
        expect((await portal.rest('GET', url, { token })).status, url).toBe(400)
    },
  )
})

it('lists can still be sorted by what may be read, through relations too', async () => {
  for (const sort of ['title', '-issuedOn', 'createdBy.name', 'issuer.territory.name', 'implementationPeriod.fromYear'])
    expect((await portal.rest('GET', `/directives?sort=${sort}`, { token: await portal.as('author') })).status).toBe(
      200,
    )
})

describe('a password', () => {
  it.each(['ngan', 'x'.repeat(201)])('of the wrong length is refused with a sentence', async (password) => {
    const { status, body } = await change('author', { password }, await portal.as('author'))
    expect(status).toBe(422)
    expect((body.errors as { fields: { path: string; message: string }[] }[])[0]?.fields).toMatchObject([
      { path: 'password', message: expect.stringContaining('12') },
    ])
  })

  it.each(['password-12345', 'congbo-2026-moi', 'author-cua-toi', 'abababababab'])(
    'that everybody would try is refused wherever it is set: %s',
    async (password) => {
      const refused = { status: 422, body: { errors: [{ code: 'CONTENT_INVALID', fields: [{ path: 'password' }] }] } }
      const admin = await portal.as('admin')
      const person = { email: 'author@demo.vn', password, name: 'Mới', role: 'contributor' }
      expect(await portal.rest('POST', '/users', { token: admin, body: person })).toMatchObject(refused)
      expect(await change('author', { password }, admin)).toMatchObject(refused)
      expect(await change('author', { password }, await portal.as('author'))).toMatchObject(refused)
      const data = { email: 'author@demo.local' }
      const token = await portal.payload.forgotPassword({ collection: 'users', data, disableEmail: true })
      expect(await portal.rest('POST', '/users/reset-password', { body: { token, password } })).toMatchObject(refused)
      const good = { token, password: 'bốn chữ tình cờ' }
      expect((await portal.rest('POST', '/users/reset-password', { body: good })).status).toBe(200)
    },
  )

  it('opens the door however its letters are composed', async () => {
    const words = 'mật khẩu gõ bằng tiếng Việt'
    for (const set of ['NFC', 'NFD'] as const) {
      const password = `${words} ${set}`
      expect((await change('author', { password: password.normalize(set) }, await portal.as('admin'))).status).toBe(200)
      for (const typed of ['NFC', 'NFD'] as const)
        expect(await works(await session('author', password.normalize(typed)))).toBe(true)
    }
  })

  it('tried wrongly from very many places locks the account, until an administrator opens it', async () => {
    const attempt = (password: string) =>
      portal.rest('POST', '/users/login', { body: { email: 'author@demo.local', password } })
    for (let count = 0; count < 30; count += 1) expect((await attempt('sai-mat-khau')).status).toBe(401)
    const locked = await attempt(PASSWORD)
    expect(locked).toMatchObject({ status: 401, body: { errors: [{ code: 'LOGIN_LOCKED' }] } })
    const token = await portal.as('admin')
    await portal.rest('POST', '/users/unlock', { token, body: { email: 'author@demo.local' } })
    expect((await attempt(PASSWORD)).status).toBe(200)
  })
})
