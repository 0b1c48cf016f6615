import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loggedPath } from './logs.ts'

describe('a path in the log', () => {
  it.each([
    ['/api/directives?where[title]=x', '/api/directives'],
    ['/u/3q2-7wQ9dEfGhJkLmNpQrS', '/u/***'],
    ['/subscriptions/confirm/3q2-7wQ9dEfGhJk?x=1', '/subscriptions/confirm/***'],
    ['/admin/reset/0123456789abcdef', '/admin/reset/***'],
    ['/api/users/someone@example.vn', '/api/users/***'],
    ['/api/users/someone%40example.vn', '/api/users/***'],
    ['/admin/collections/directives/1', '/admin/collections/directives/1'],
  ])('of %s is %s', (url, path) => {
    expect(loggedPath(url)).toBe(path)
  })

  it('never holds a query, a long segment, or more than 200 characters', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.string(), (path, query) => {
        const logged = loggedPath(`${path}/?${query}`)
        expect(logged.length).toBeLessThanOrEqual(200)
        expect(logged).not.toContain('?')
        for (const segment of logged.split('/')) expect(segment.length).toBeLessThanOrEqual(64)
      }),
    )
  })
})
