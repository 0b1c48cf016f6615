import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { MongoClient } from 'mongodb'

/**
 * The address of a separate database for a test: on the server in MONGODB_URI if the suite runs on MongoDB, otherwise a
 * file in the test's folder.
 */
export const ownDatabase = (dir: string): string => {
  const server = process.env.TEST_DATABASE === 'mongodb' ? process.env.MONGODB_URI : undefined
  return server
    ? `${server.replace(/\/[^/?]*(\?|$)/, `/t_${randomBytes(6).toString('hex')}$1`)}`
    : `file:${path.join(dir, 'test.db')}`
}

/** Drops a database that was used by a separate process; a file is removed with its folder. */
export const dropOwnDatabase = async (uri: string): Promise<void> => {
  if (uri.startsWith('file:')) return
  const client = await new MongoClient(uri).connect()
  await client.db().dropDatabase()
  await client.close()
}
