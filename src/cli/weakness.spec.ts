import { describe, expect, it } from 'vitest'
import { weakness } from './weakness.ts'

const email = 'thanhtra@example.gov.vn'

describe('a password for an account made by hand', () => {
  it.each([
    '',
    'ngắn quá',
    'aaaaaaaaaaaaaaaa',
    'abababababab',
    'password12345678',
    'congbo-demo-2026',
    'Thanhtra-29/11/2026',
  ])('is refused when it is %s', (password) => {
    expect(weakness({ password, email })).toMatch(/password/)
  })

  it.each(['bốn chữ tình cờ nào đó', 'x7#kQ-92.vLpW'])('may be %s', (password) => {
    expect(weakness({ password, email })).toBeUndefined()
  })
})
