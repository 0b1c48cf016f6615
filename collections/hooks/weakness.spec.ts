import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weakness } from './weakness.ts'

const email = 'thanhtra@example.gov.vn'

describe('a password for an account', () => {
  it.each([
    '',
    'ngắn quá',
    'aaaaaaaaaaaaaaaa',
    'password-12345',
    'mười một ký',
    'x1'.repeat(101),
    'abababababab',
    'password12345678',
    'congbo-demo-2026',
    'Thanhtra-29/11/2026',
  ])('is refused when it is %s', (password) => {
    expect(weakness({ password, email })).toMatchObject({
      vi: expect.stringMatching(/^Mật khẩu/),
      en: expect.stringMatching(/password/),
    })
  })

  it.each(['bốn chữ tình cờ nào đó', 'x7#kQ-92.vLpW'])('may be %s', (password) => {
    expect(weakness({ password, email })).toBeUndefined()
  })

  it('is judged the same however its letters are composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (password) => {
        const [composed, apart] = [password.normalize('NFC'), password.normalize('NFD')]
        expect(weakness({ password: apart, email })).toEqual(weakness({ password: composed, email }))
      }),
    )
  })
})
