import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Portal, startPortal } from '../support/portal.ts'

interface Sqlite {
  schema: Record<string, unknown>
  drizzle: unknown
  requireDrizzleKit(): {
    pushSchema(schema: unknown, drizzle: unknown): Promise<{ statementsToExecute: string[]; warnings: string[] }>
  }
}

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

it('makes, by migrations alone, the tables that the configuration asks for', async () => {
  const db = portal.payload.db as unknown as Sqlite
  const { statementsToExecute, warnings } = await db.requireDrizzleKit().pushSchema(db.schema, db.drizzle)
  expect({ statementsToExecute, warnings }).toEqual({ statementsToExecute: [], warnings: [] })
})
