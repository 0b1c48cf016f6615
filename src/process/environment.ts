import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { type Environment, EnvironmentError, readEnvironment } from '../config/environment.ts'
import { StartError } from './startError.ts'

const mustBeWritable = async (name: string, folder: string): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new StartError(
      `${name}: không ghi được vào ${folder} (${reason}); hãy cấp quyền ghi hoặc chọn thư mục khác. / ${name}: cannot write to ${folder} (${reason}); grant access or choose another folder.`,
    )
  }
}

/**
 * The environment of this process, with folders that can be written to.
 *
 * @throws StartError when a value cannot be used (exit code 2) or a folder cannot be written to (exit code 1)
 */
export const startingEnvironment = async (): Promise<Environment> => {
  let environment: Environment
  try {
    environment = readEnvironment(process.env)
  } catch (error) {
    if (error instanceof EnvironmentError) throw new StartError(error.message, 2)
    // The demo keeps its secret in the data folder, and cannot when that is shut.
    const { code, path } = error as NodeJS.ErrnoException
    if (code && path) await mustBeWritable('DATA_DIR', path.replace(/[/\\]secret$/, ''))
    throw error
  }
  await mustBeWritable('DATA_DIR', environment.dataDir)
  await mustBeWritable('MEDIA_DIR', environment.mediaDir)
  return environment
}
