import { progress } from './print.mjs'

const DOWNLOAD_TIMEOUT_MS = 120_000

/**
 * The MongoDB that the suites run on beside SQLite: the one that MONGODB_URI names, else a real mongod that
 * mongodb-memory-server fetches, else none, which is said in one line.
 *
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<unknown> }>}
 */
export const testDatabase = async () => {
  if (process.env.MONGODB_URI) return { env: { MONGODB_URI: process.env.MONGODB_URI }, stop: async () => {} }
  const { error, warn } = console
  try {
    // A refused download would fill pages with its traces; the line below says what matters.
    console.error = console.warn = () => {}
    const { MongoMemoryReplSet } = await import('mongodb-memory-server-core')
    const starting = MongoMemoryReplSet.create({ replSet: { count: 1, storageEngine: 'wiredTiger' } })
    let timer
    const tooLong = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error('took too long')), DOWNLOAD_TIMEOUT_MS)
    })
    const server = await Promise.race([starting, tooLong]).finally(() => clearTimeout(timer))
    progress('MongoDB: a mongod from mongodb-memory-server')
    return { env: { MONGODB_URI: server.getUri('congbo-test') }, stop: () => server.stop() }
  } catch {
    progress('MongoDB: none could be started (set MONGODB_URI, or run `node scripts/mongo.mjs npm test`): SQLite only')
    return { env: {}, stop: async () => {} }
  } finally {
    Object.assign(console, { error, warn })
  }
}
