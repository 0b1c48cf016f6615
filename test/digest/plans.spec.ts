import type { Client, InArgs } from '@libsql/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outboxHealth, retainOnce, tick } from '../../plugins/digest/index.ts'
import { receivedBy } from '../../plugins/digest/outbox/received.ts'
import { startPortal as startRealPortal } from '../support/portal.ts'
import { enrol } from './support/enrol.ts'
import { type Mailbox, startMailbox } from './support/mailbox.ts'
import { type Portal, startPortal } from './support/portal.ts'

let mailbox: Mailbox
let portal: Portal
beforeEach(async () => {
  mailbox = await startMailbox()
  portal = await startPortal({
    smtpUrl: mailbox.url,
    retention: [{ name: 'deliveries', since: '2026-01-01', months: 13, basis: 'test' }],
  })
})
afterEach(async () => {
  await portal.stop()
  await mailbox.close()
})

const TABLES = /\b(deliveries|subscriptions|subscribers|suppressions|digest_runs|digest_tokens)\b/

/** Conditions that hold for a great part of a table; an index on one of them alone finds nothing in it. */
const WIDE = /USING (?:COVERING )?INDEX \w+ \((kind|state|lane|cadence|carry)=\?\)$/
/** Of these there are few at any time: what workers hold, what waits for the next digest or for a confirmation. */
const NARROW: Record<string, readonly unknown[]> = {
  state: ['claimed', 'handing', 'replaced', 'open', 'frozen', 'enumerated'],
  carry: [1],
}

/** Whether a line of a plan looks through rows that nobody asked for, or sorts more than it gives. */
const isSlow = (sql: string, args: unknown[], line: string): boolean => {
  if (/^SCAN (?!made\b|\d|CONSTANT)/.test(line)) return true
  const isLimited = /\blimit\b/i.test(sql)
  if (isLimited && line === 'USE TEMP B-TREE FOR ORDER BY') return true
  const [, column = ''] = WIDE.exec(line) ?? []
  if (!column || isLimited) return false
  const narrow = [...(NARROW[column] ?? []), ...(sql.includes('"subscribers"') ? ['pending'] : [])]
  return !args.some((arg) => narrow.includes(arg))
}

/** People in a page: the plan of a query with so long a list may be another one. */
const LISTED = 200
const LIST = /("?(?:subscriber|ref|key)"? in \()(\?(?:, \?)*)\)/i

/** The same query about a page of people. */
const ofManyPeople = (sql: string, args: unknown[]): [string, unknown[]] => {
  const found = LIST.exec(sql)
  if (!found) return [sql, args]
  const before = sql.slice(0, found.index).split('?').length - 1
  const listed = found[2]!.split('?').length - 1
  const many = Array.from({ length: LISTED }, (_, index) => args[before + (index % listed)])
  return [
    sql.replace(LIST, `$1${many.map(() => '?').join(', ')})`),
    [...args.slice(0, before), ...many, ...args.slice(before + listed)],
  ]
}

/** The statements that touch the tables of the digests, with what was bound to them, while something is done. */
const statementsOf = async (work: () => Promise<unknown>): Promise<Map<string, unknown[]>> => {
  const db = portal.payload.db as unknown as { client: Client }
  const seen = new Map<string, unknown[]>()
  const real = db.client
  const note = (given: unknown) => {
    const { sql, args = [] } = (typeof given === 'string' ? { sql: given } : given) as { sql: string; args?: unknown[] }
    if (TABLES.test(sql) && /^\s*(select|update|delete)/i.test(sql)) seen.set(sql, args)
  }
  const client = new Proxy(real, {
    get: (target, name, receiver) => {
      if (name !== 'execute') return Reflect.get(target, name, receiver)
      return (given: unknown, more?: unknown) => {
        note(more === undefined ? given : { sql: given, args: more })
        return (target.execute as (...args: unknown[]) => unknown)(given, ...(more === undefined ? [] : [more]))
      }
    },
  })
  const drizzle = (portal.payload.db as unknown as { drizzle: { session: { client: Client } } }).drizzle
  db.client = client
  drizzle.session.client = client
  try {
    await work()
  } finally {
    db.client = real
    drizzle.session.client = real
  }
  return seen
}

describe('every query that the outbox makes', () => {
  it('finds its rows by an index, and sorts none', async () => {
    await enrol(portal, ['an', 'binh'])
    await enrol(portal, ['chi'], 'immediate')
    await enrol(portal, ['dung'], 'weekly')
    await portal.publish({ document: 'a' })
    await portal.publish({ document: 'b' })
    const statements = await statementsOf(async () => {
      for (const instant of ['2026-11-24T00:30:00.000Z', '2026-11-24T11:30:00.000Z', '2026-11-30T00:30:00.000Z']) {
        portal.clock.set(instant)
        await portal.subscribe('em@example.vn')
        await tick(portal)
        await portal.publish({ document: 'a', kind: 'withdrawn' })
        await portal.publish({ document: 'b', kind: 'corrected', edition: 2, changeNote: 'x' })
      }
    })
    for (const [sql, args] of await statementsOf(async () => {
      await retainOnce({ payload: portal.payload, clock: portal.clock, dryRun: false })
      await outboxHealth(portal.payload, portal.clock.now())
      await receivedBy(
        portal.payload,
        ['0'.repeat(32)],
        new Map([['daily:2026-11-23', new Set(['notices:a'])]]),
        new Set(),
      )
    }))
      statements.set(sql, args)
    expect(statements.size).toBeGreaterThan(20)
    // On the tables as a server has them: which of two indexes SQLite takes depends on all there are.
    const real = await startRealPortal({ empty: true })
    const { client } = real.payload.db as unknown as { client: Client }
    const slow: string[] = []
    for (const [sql, args] of [...statements, ...[...statements].map((one) => ofManyPeople(...one))]) {
      const { rows } = await client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args: args as InArgs })
      const plan = rows.map((row) => String(row.detail))
      if (plan.some((line) => isSlow(sql, args, line))) slow.push(`${sql}\n    ${plan.join('\n    ')}`)
    }
    await real.stop()
    expect(slow).toEqual([])
  })
})
