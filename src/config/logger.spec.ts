import { Writable } from 'node:stream'
import { APIError } from 'payload'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { logger } from './logger.ts'

/** What one error leaves in the log. */
const logged = (err: unknown): { level: number; msg?: string; err?: { stack?: string } }[] => {
  const lines: string[] = []
  const destination = new Writable({
    write: (chunk, _, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  const made = logger('production')
  if (typeof made === 'string' || !('options' in made)) throw new Error('a logger of options was expected')
  pino(made.options, destination).error({ err })
  return lines.map((line) => JSON.parse(line))
}

it('says in one line, without stack and sentence, what a client did wrong', () => {
  const lines = logged(new APIError('Số 84/KH-UBND đã có.', 422, { code: 'CONTENT_INVALID' }, true))
  expect(lines).toEqual([expect.objectContaining({ level: 30, msg: 'refused', code: 'CONTENT_INVALID', status: 422 })])
  expect(JSON.stringify(lines)).not.toMatch(/KH-UBND|stack/)
})

it.each([
  ['a fault of the server', new APIError('Hỏng.', 500, { code: 'INTERNAL' }, true)],
  ['what is not for the public', new APIError('Hỏng.', 400, undefined, false)],
  ['anything else', new TypeError('x is not a function')],
])('keeps the stack of %s', (_, err) => {
  const [line] = logged(err)
  expect(line?.level).toBe(50)
  expect(line?.err?.stack).toContain('logger.spec')
})
