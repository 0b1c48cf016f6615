import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { MongoClient } from 'mongodb'

/**
 * The address of a database of a test's own: on the server that MONGODB_URI names where the suite asks for it, else a
 * file in the test's folder.
 */
export const ownDatabase = (dir: string): string => {
  const server = process.env.TEST_DATABASE === 'mongodb' ? process.env.MONGODB_URI : undefined
  return server
    ? `${server.replace(/\/[^/?]*(\?|$)/, `/t_${randomBytes(6).toString('hex')}$1`)}`
    : `file:${path.join(dir, 'test.db')}`
}

/** Takes a database away that a process of its own used; a file goes with its folder. */
export const dropOwnDatabase = async (uri: string): Promise<void> => {
  if (uri.startsWith('file:')) return
  const client = await new MongoClient(uri).connect()
  await client.db().dropDatabase()
  await client.close()
}
