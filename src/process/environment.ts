import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { databaseFile } from '../config/databaseFile.ts'
import { type Environment, EnvironmentError, readEnvironment } from '../config/environment.ts'
import { mustAnswer } from './mustAnswer.ts'
import { mustSign } from './mustSign.ts'
import { StartError } from './startError.ts'

/** Creates a private folder and its parents. Node's own recursive mkdir never returns for a path such as `/proc/x`. */
const makeFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || path.dirname(folder) === folder) throw error
    await makeFolder(path.dirname(folder))
    await mkdir(folder, { mode: 0o700 })
  }
}

const mustBeWritable = async (name: string, folder: string): Promise<void> => {
  try {
    await makeFolder(folder)
    // The trailing slash makes a file at this path an error (ENOTDIR).
    await access(folder + path.sep, constants.W_OK | constants.X_OK)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new StartError(
      `${name}: không ghi được vào ${folder} (${reason}); hãy cấp quyền ghi hoặc chọn thư mục khác. / ${name}: cannot write to ${folder} (${reason}); grant access or choose another folder.`,
    )
  }
}

/** Placeholder for the demo's secret, which is generated in the data folder, until that folder exists. */
const NO_SECRET_YET = randomBytes(32).toString('hex')

const read = (env: NodeJS.ProcessEnv): Environment => {
  try {
    return readEnvironment(env)
  } catch (error) {
    if (error instanceof EnvironmentError) throw new StartError(error.message, 2)
    throw error
  }
}

/**
 * Environment of this process, with writable folders and a reachable database.
 *
 * @throws StartError when a value is invalid (exit code 2), or a folder or the database is not reachable (exit code 1)
 */
export const startingEnvironment = async (): Promise<Environment> => {
  const { dataDir, mediaDir, databaseUri, dkim } = read({
    ...process.env,
    PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || NO_SECRET_YET,
  })
  if (dkim) await mustSign(dkim.keyFile)
  await mustBeWritable('DATA_DIR', dataDir)
  await mustBeWritable('MEDIA_DIR', mediaDir)
  const file = databaseFile(databaseUri)
  if (file) await mustBeWritable('DATABASE_URI', path.dirname(file))
  else await mustAnswer(databaseUri)
  return read(process.env)
}
