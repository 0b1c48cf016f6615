import { setTimeout as pause } from 'node:timers/promises'
import type { Client, Transaction } from '@libsql/client'
import type { DatabaseAdapterObj, Payload } from 'payload'
import { serialSqlite } from '../../../src/repairs/serialSqlite.ts'

/**
 * A process whose first transaction begins while something else waits, which then writes. Prints what became of that
 * write. Takes the address of a database on its command line.
 */

let open: Transaction | undefined
const adapter = {
  init: () => ({
    client: undefined as Client | undefined,
    clientConfig: { url: process.argv[2]! },
    connect: async () => {},
    destroy: async () => {},
    async beginTransaction(this: { client: Client }) {
      open = await this.client.transaction('write')
      return 1
    },
    commitTransaction: async () => open!.commit(),
    rollbackTransaction: async () => open!.rollback(),
  }),
} as unknown as DatabaseAdapterObj

const db = serialSqlite(adapter).init({ payload: { logger: console } as unknown as Payload }) as unknown as {
  client: Client
  connect(): Promise<void>
  beginTransaction(): Promise<number>
  commitTransaction(id: number): Promise<void>
}
await db.connect()

const writing = async () => {
  for (let turn = 0; turn < 8; turn += 1) await null
  await db.client.execute('CREATE TABLE written (id)')
}
const transacting = async () => {
  await null
  const id = await db.beginTransaction()
  await pause(100)
  await db.commitTransaction(id)
}
const [outcome] = await Promise.allSettled([writing(), transacting()])
process.stdout.write(outcome.status === 'fulfilled' ? 'written' : String(outcome.reason))
process.exit(0)
