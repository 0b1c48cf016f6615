import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFirstRegister, openDoor } from './loginWall.ts'

const ask = (method: string, path: string, headers = {}) => openDoor({ method, path, headers, users: 'users' })
const OPEN = ['login', 'logout', 'forgot-password', 'reset-password', 'refresh-token']

describe('without a login', () => {
  it.each(OPEN)('POST /api/users/%s is open', (name) => {
    expect(ask('POST', `/api/users/${name}`)).toBe(name)
  })

  it('GET and HEAD /api/users/me are open', () => {
    expect(ask('GET', '/api/users/me')).toBe('me')
    expect(ask('HEAD', '/api/users/me')).toBe('me')
  })

  it.each([
    ['GET', '/api/users/login'],
    ['PATCH', '/api/users/login'],
    ['POST', '/api/users/me'],
    ['POST', '/api/users/unlock'],
    ['POST', '/api/users'],
    ['POST', '/api/people/login'],
    ['POST', '/api/users/login/'],
    ['POST', '/api//users/login'],
    ['POST', '/api/users/%6Cogin'],
    ['POST', '/API/users/login'],
    ['OPTIONS', '/api/users/login'],
  ])('%s %s is closed', (method, path) => {
    expect(ask(method, path)).toBeUndefined()
  })

  it.each(['x-http-method-override', 'x-payload-http-method-override'])('%s closes every door', (name) => {
    expect(ask('POST', '/api/users/login', { [name]: 'GET' })).toBeUndefined()
  })

  it('nothing else is open, whatever it is called', () => {
    fc.assert(
      fc.property(fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'), fc.webPath(), (method, path) => {
        expect(ask(method, `/api${path}`)).toBeUndefined()
      }),
    )
  })
})

describe('registering a first user over the web', () => {
  it.each([
    '/api/users/first-register',
    '/api/users/FIRST-register/',
    '/api//users//first-register',
    '/api/users/first%2Dregister',
  ])('is recognised as %s', (path) => {
    expect(isFirstRegister(path, 'users')).toBe(true)
  })

  it.each(['/api/users/login', '/api/users/%E0%A4%A', '/api/people/first-register'])('is not %s', (path) => {
    expect(isFirstRegister(path, 'users')).toBe(false)
  })
})
