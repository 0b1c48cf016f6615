import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bounceAddress, senderOf } from '../mail/sender.ts'
import { reportRecipient } from './reportRecipient.ts'

const sender = senderOf('Công Bố <no-reply@example.vn>')
const ID = '0123456789abcdef'.repeat(2)

describe('the recipient of a report', () => {
  it.each([
    [`no-reply+${ID}@example.vn`, ID],
    [`No-Reply+${ID.toUpperCase()}@EXAMPLE.vn`, ID],
    ['no-reply@example.vn', undefined],
    [`no-reply+${ID}0@example.vn`, undefined],
    [`other+${ID}@example.vn`, undefined],
    [`no-reply+${ID}@example.org`, undefined],
    [`no-reply+${ID}@example.vn.org`, undefined],
    [`no-reply+${ID}@example.vn\r\nX: y`, undefined],
    ['', undefined],
  ])('%j names the mail %s', (address, id) => {
    expect(reportRecipient(address, sender)).toBe(id)
  })

  it('names each mail by the address that it was sent from', () => {
    const digits = fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 32, maxLength: 32 })
    fc.assert(
      fc.property(digits, (id) => {
        expect(reportRecipient(bounceAddress(sender, id.join('')), sender)).toBe(id.join(''))
      }),
    )
  })
})
