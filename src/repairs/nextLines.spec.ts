import { expect, it } from 'vitest'
import { actionOutcome } from './actionOutcome.ts'
import { nextLines } from './nextLines.ts'

const printing = () => {
  const lines: [string, { msg: string; err?: unknown }][] = []
  const printer = { error: () => undefined, warn: () => undefined } as Pick<Console, 'error' | 'warn'>
  nextLines(
    { error: (line) => void lines.push(['error', line]), warn: (line) => void lines.push(['warn', line]) },
    printer,
  )
  return { lines, printer }
}

it('makes one line of an error, with the error, and one of words, without colours', () => {
  const { lines, printer } = printing()
  const err = new TypeError('x is not a function')
  printer.error('\u001b[31m⨯\u001b[39m', err)
  printer.warn('\u001b[33m⚠\u001b[39m Slow', 'page')
  expect(lines).toEqual([
    ['error', { msg: 'the admin failed', err }],
    ['warn', { msg: '⚠ Slow page' }],
  ])
})

it('leaves a call that reached no function to the line of its request, and tells of one that did', () => {
  const { lines, printer } = printing()
  actionOutcome.run({}, () => printer.error('⨯', new Error('Connection closed.')))
  expect(lines).toEqual([])
  actionOutcome.run({ name: 'form-state' }, () => printer.error('⨯', new Error('broken')))
  expect(lines).toHaveLength(1)
})
