import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enhancedCode, type Meaning, meaningOf } from './mailStatus.ts'

describe('the meaning of a refusal', () => {
  it.each<[string | undefined, string, Meaning]>([
    // The remote server's own specific code wins over the status of the report.
    ['5.1.1', 'smtp; 552 5.2.2 mailbox over its limit', 'soft'],
    ['5.0.0', 'smtp; 550 5.7.26 unauthenticated', 'ours'],
    ['5.0.0', 'smtp; 550 5.1.1 no such person', 'gone'],
    ['5.0.0', 'smtp; 550-5.1.1 the account you tried to reach', 'gone'],
    ['5.4.0', 'smtp; 556 5.1.10 null MX', 'gone'],
    ['5.1.1', 'smtp; 550 5.7.1 listed', 'ours'],
    ['4.4.7', 'smtp; 550 5.1.2 bad domain', 'gone'],
    // Where the reply has none, or only a general one, the status counts.
    ['5.1.1', '', 'gone'],
    ['5.1.3', 'smtp; 501 syntax', 'gone'],
    ['5.2.2', 'smtp; 550 5.0.0 refused', 'soft'],
    ['5.7.0', 'x-unix; refused', 'ours'],
    ['5.3.4', '', 'content'],
    ['4.7.1', '', 'ours'],
    ['5.6.1', '', 'content'],
    // Words that contradict a suppression outweigh a status without a code beside them.
    ['5.1.1', 'smtp; 550 mailbox full', 'soft'],
    ['5.1.1', 'smtp; 554 blocked by Spamhaus', 'ours'],
    ['5.1.1', 'smtp; 550 unknown user', 'gone'],
    // Words alone.
    ['5.0.0', 'smtp; 550 user unknown', 'gone'],
    [undefined, '550 No such recipient here', 'gone'],
    [undefined, '550 Requested action not taken: mailbox unavailable', 'soft'],
    [undefined, '552 requested action aborted', 'soft'],
    [undefined, '554 message rejected due to local policy', 'ours'],
    [undefined, '450 user unknown for now', 'soft'],
    [undefined, 'connection to 10.5.1.1 timed out', 'soft'],
    [undefined, '', 'soft'],
  ])('status %s with %j is %s', (status, reply, meaning) => {
    expect(meaningOf({ reply, ...(status === undefined ? {} : { status }) })).toBe(meaning)
  })

  it('never suppresses for a reason that is ours or a full mailbox, whatever stands around it', () => {
    const words = fc.string({ maxLength: 60 }).filter((text) => !/\d/.test(text))
    const code = fc.constantFrom('5.7.1', '5.7.26', '5.7.606', '4.7.0', '5.2.2', '5.2.3')
    fc.assert(
      fc.property(words, code, words, fc.constantFrom('5.0.0', '5.1.1', '5.1.2'), (before, enhanced, after, status) => {
        expect(meaningOf({ reply: `smtp; 550 ${enhanced} ${before} ${after}`, status })).not.toBe('gone')
      }),
    )
  })
})

describe('enhancedCode', () => {
  it.each([
    ['550 5.1.1 unknown', '5.1.1'],
    ['host mx[10.5.1.1] said: 550 5.0.0 no, 5.2.1 disabled', '5.2.1'],
    ['550 5.0.0 no', '5.0.0'],
    ['192.5.1.1 and 5.1.1.9', undefined],
    ['no mailbox (#5.1.1)', '5.1.1'],
    ['5.1.1.', '5.1.1'],
  ])('of %j is %s', (reply, code) => {
    expect(enhancedCode(reply)).toBe(code)
  })
})
