import type { Client } from '@libsql/client'
import { describe, expect, it } from 'vitest'
import { growth } from '../../../plugins/digest/desk/growth.ts'
import { deskOverview } from '../../../plugins/digest/desk/overview.ts'
import { refusals } from '../../../plugins/digest/desk/refusals.ts'
import { tick } from '../../../plugins/digest/index.ts'
import { enrol } from '../support/enrol.ts'
import { at, eachOnItsOwn, portal } from '../support/standing.ts'

eachOnItsOwn()

/** Everything read from the database during some work, with how SQLite finds it. */
const plansOf = async (client: Client, work: () => Promise<unknown>): Promise<string[]> => {
  const { execute } = Object.getPrototypeOf(client) as Client
  const asked: Parameters<Client['execute']>[0][] = []
  // An own property covers the method of the class until it is deleted.
  Object.assign(client, {
    execute(this: Client, statement: Parameters<Client['execute']>[0]) {
      asked.push(statement)
      return execute.call(this, statement)
    },
  })
  try {
    await work()
  } finally {
    delete (client as Partial<Client>).execute
  }
  const plans: string[] = []
  for (const statement of asked) {
    const { sql, args = [] } = typeof statement === 'string' ? { sql: statement } : statement
    if (!/^\s*(select|with)\b/i.test(sql)) continue
    const { rows } = await client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
    plans.push(...rows.map(({ detail }) => String(detail)))
  }
  return plans
}

describe('what the desk asks SQLite', () => {
  it('never looks through all mails, subscribers or proofs', async () => {
    await enrol(portal, ['an', 'binh'])
    await portal.publish({ document: 'a' })
    await portal.subscribe('moi@example.vn')
    // One run in progress, one that is over.
    await at('2026-11-24T00:30:00.000Z')
    await portal.publish({ document: 'b' })
    portal.clock.set('2026-11-25T00:30:00.000Z')
    let plans: string[] = []
    const { client } = portal.payload.db as unknown as { client: Client }
    await tick({
      ...portal,
      onStep: async (step) => {
        if (step === 'delivery settled' && !plans.length)
          plans = await plansOf(client, async () => {
            await deskOverview(portal.payload, 'vi')
            await growth(portal.payload)
            await refusals(portal.payload, 'vi')
          })
      },
    })
    const ofLargeTables = plans.filter((plan) => /\b(deliveries|subscribers|subscriptions|consent_events)\b/.test(plan))
    expect(ofLargeTables.length).toBeGreaterThan(10)
    expect(ofLargeTables.filter((plan) => !/^SEARCH \w+ USING (COVERING )?INDEX/.test(plan))).toEqual([])
    // The few runs that are not over are put in order.
    expect(plans.filter((plan) => /TEMP B-TREE FOR ORDER BY/.test(plan))).toHaveLength(1)
  })
})
