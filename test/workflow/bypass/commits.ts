import { createRequire } from 'node:module'
import { createClient } from '@libsql/client'

/** Tells whether anybody has written anything to a database. */
export interface Commits {
  /** A number that differs from an earlier one if something was written in between. */
  now(): Promise<number>
  close(): void
}

/** Watches an SQLite file from a connection of its own, which alone sees the commits of others (`PRAGMA data_version`). */
const watchFile = (url: string): Commits => {
  const client = createClient({ url })
  return {
    now: async () => Number((await client.execute('PRAGMA data_version')).rows[0]?.data_version),
    close: () => client.close(),
  }
}

/** The methods of MongoDB's driver that write. */
const WRITES = [
  'insertOne',
  'insertMany',
  'bulkWrite',
  'updateOne',
  'updateMany',
  'replaceOne',
  'deleteOne',
  'deleteMany',
  'findOneAndUpdate',
  'findOneAndReplace',
  'findOneAndDelete',
] as const

type Method = (...args: unknown[]) => Promise<unknown>
type Driver = { Collection: { prototype: Record<(typeof WRITES)[number], Method> } }

/** Counts the writes of this process, the only one that writes, at the driver below mongoose. */
const watchDriver = (): Commits => {
  const mongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'))
  const { prototype } = (mongoose('mongodb') as Driver).Collection
  let written = 0
  const own = WRITES.map((name): readonly [(typeof WRITES)[number], Method] => [name, prototype[name]])
  for (const [name, write] of own)
    prototype[name] = async function (this: unknown, ...args) {
      written += 1
      try {
        return await write.apply(this, args)
      } finally {
        written += 1
      }
    }
  return {
    now: async () => written,
    close: () => {
      for (const [name, write] of own) prototype[name] = write
    },
  }
}

/** Watches the database of a test. */
export const watchCommits = (databaseUri: string): Commits =>
  databaseUri.startsWith('file:') ? watchFile(databaseUri) : watchDriver()
