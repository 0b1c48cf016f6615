import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFeedback } from './feedback.ts'

const ID = 'a1'.repeat(16)

describe('a feedback report', () => {
  it('is read by its fields, whatever their case', () => {
    const text = `FEEDBACK-TYPE: Abuse\r\nUser-Agent: x/1\r\nVersion: 1\r\nOriginal-Mail-From: <no-reply+${ID}@example.vn>\r\n`
    expect(readFeedback(text)).toEqual({ type: 'abuse', meaning: 'complaint', ids: [ID] })
  })

  it.each([
    [`Original-Envelope-Id: ${ID}`, [ID]],
    [`Original-Envelope-Id: ${ID.toUpperCase()}`, [ID]],
    [`Original-Mail-From: no-reply+${ID}@example.vn`, [ID]],
    ['Original-Mail-From: no-reply@example.vn', []],
    ['Original-Mail-From: <>', []],
    [`Original-Mail-From: ${ID}0@example.vn`, []],
  ])('names the mail by %s', (line, ids) => {
    expect(readFeedback(`Feedback-Type: abuse\n${line}\n`)?.ids).toEqual(ids)
  })

  it.each([
    ['abuse', 'complaint'],
    ['opt-out', 'complaint'],
    ['fraud', 'alarm'],
    ['virus', 'alarm'],
    ['not-spam', 'nothing'],
    ['auth-failure', 'nothing'],
    ['other', 'nothing'],
    ['toString', 'nothing'],
  ])('of type %s is a %s', (type, meaning) => {
    expect(readFeedback(`Feedback-Type: ${type}`)?.meaning).toBe(meaning)
  })

  it.each(['', 'Version: 1', 'Feedback-Type:', `Feedback-Type: abuse\n${'x'.repeat(70_000)}`])(
    'is none in %.30j',
    (text) => {
      expect(readFeedback(text)).toBeNull()
    },
  )

  it('of any text is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const id of readFeedback(`Feedback-Type: abuse\n${text}`)?.ids ?? []) expect(id).toMatch(/^[0-9a-f]{32}$/)
      }),
    )
  })
})
