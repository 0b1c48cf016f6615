import { Writable } from 'node:stream'
import { APIError } from 'payload'
import { pino } from 'pino'
import pretty from 'pino-pretty'
import { expect, it } from 'vitest'
import { type ActionOutcome, actionOutcome } from '../repairs/actionOutcome.ts'
import { FOR_PEOPLE, logger } from './logger.ts'

/** What one error leaves in the log. */
const logged = (err: unknown, { plain = false } = {}): { level: number; msg?: string; err?: { stack?: string } }[] => {
  const lines: string[] = []
  const destination = new Writable({
    write: (chunk, _, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  const made = logger('production')
  if (typeof made === 'string' || !('options' in made)) throw new Error('a logger of options was expected')
  pino(made.options, destination).error(plain ? err : { err })
  return lines.map((line) => JSON.parse(line))
}

it('says in one line, without stack and sentence, what a client did wrong', () => {
  const lines = logged(new APIError('Số 84/KH-UBND đã có.', 422, { code: 'CONTENT_INVALID' }, true))
  expect(lines).toEqual([expect.objectContaining({ level: 30, msg: 'refused', code: 'CONTENT_INVALID', status: 422 })])
  expect(JSON.stringify(lines)).not.toMatch(/KH-UBND|stack/)
})

it('says in one line what a server function of the admin was given, and lets its answer have that status', () => {
  const outcome: ActionOutcome = { name: 'form-state' }
  const [line, ...more] = actionOutcome.run(outcome, () => logged(new TypeError('x is not a function')))
  expect(line).toMatchObject({ level: 30, msg: 'refused', function: 'form-state', status: 400 })
  expect([more, outcome.status]).toEqual([[], 400])
})

it('keeps the fault of a database within a server function', () => {
  const outcome: ActionOutcome = { name: 'form-state' }
  const error = Object.assign(new Error('SQLITE_BUSY'), { name: 'LibsqlError' })
  const [line] = actionOutcome.run(outcome, () => logged(error))
  expect([line?.level, outcome.status]).toEqual([50, 500])
})

it('lets no words begin a line, or steer a terminal', () => {
  const [line] = logged('a\n[12:00:00] \u001b[31mERROR: forged', { plain: true })
  expect(line?.msg).toBe('a\\u000a[12:00:00] \\u001b[31mERROR: forged')
})

it.each([
  ['a relation to nothing', Object.assign(new Error(), { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' })],
  ['a value that cannot be bound', new TypeError('undefined cannot be passed')],
])('says in one line that no database could take %s', (_, cause) => {
  const error = Object.assign(new Error('Failed query: select ?\nparams: Bản thảo\u0000'), { cause })
  const lines = logged(error)
  expect(lines).toEqual([expect.objectContaining({ level: 30, msg: 'refused', code: 'BAD_REQUEST', status: 400 })])
  expect(JSON.stringify(lines)).not.toMatch(/Bản thảo|stack/)
})

it.each([true, false])('keeps no parameters of a failed query (thrown alone: %s)', (plain) => {
  const cause = Object.assign(new Error('SQLITE_BUSY'), { code: 'SQLITE_BUSY' })
  const error = Object.assign(new Error('Failed query: select ?\nparams: Bản thảo\u0000\nhai'), {
    cause,
    params: ['Bản thảo'],
  })
  const [line, ...more] = logged(error, { plain })
  expect([line?.level, line?.msg, more]).toEqual([50, 'Failed query: select ?', []])
  expect(JSON.stringify(line)).not.toMatch(/Bản thảo/)
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

it('prints an error in one line for people too', () => {
  const lines: string[] = []
  const destination = new Writable({
    write: (chunk, _, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  const made = logger('demo')
  if (typeof made === 'string' || !('options' in made)) throw new Error('a logger of options was expected')
  const log = pino(made.options, pretty({ ...FOR_PEOPLE, colorize: false, destination, sync: true }))
  log.error({
    err: Object.assign(new Error('Failed query: a\nparams: DRAFT\u0000\nb'), {
      cause: Object.assign(new Error('c'), { code: 'SQLITE_BUSY' }),
    }),
  })
  log.error(new Error('d\ne'))
  const printed = lines.join('').trimEnd().split('\n')
  expect(printed).toHaveLength(2)
  expect(printed.join('')).not.toContain('DRAFT')
  expect(printed[0]).toContain('logger.spec')
})
