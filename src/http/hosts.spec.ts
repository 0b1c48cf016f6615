import { describe, expect, it } from 'vitest'
import { hostTest } from './hosts.ts'

describe('in production', () => {
  const isKnown = hostTest({ publicUrl: 'https://soanthao.example.gov.vn', demo: false })

  it.each(['soanthao.example.gov.vn', 'SoanThao.example.gov.vn', 'soanthao.example.gov.vn:443'])(
    'answers for %s',
    (host) => {
      expect(isKnown(host)).toBe(true)
    },
  )

  it.each([
    undefined,
    '',
    'example.gov.vn',
    'evil.example',
    'soanthao.example.gov.vn:8443',
    'soanthao.example.gov.vn.evil.example',
    'localhost:3000',
    '127.0.0.1',
    'soanthao.example.gov.vn@evil.example',
    'soanthao.example.gov.vn, evil.example',
  ])('refuses %s', (host) => {
    expect(isKnown(host)).toBe(false)
  })
})

describe('in the demo', () => {
  const isKnown = hostTest({ publicUrl: 'http://127.0.0.1:3000', demo: true })

  it.each(['127.0.0.1:3000', 'localhost:3000', '[::1]:3000', 'localhost:8080'])('answers for %s', (host) => {
    expect(isKnown(host)).toBe(true)
  })

  it.each(['evil.example:3000', 'localhost.evil.example:3000', '127.0.0.1.nip.example'])('refuses %s', (host) => {
    expect(isKnown(host)).toBe(false)
  })
})
