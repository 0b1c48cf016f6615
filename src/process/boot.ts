import { randomUUID } from 'node:crypto'
import { systemClock } from '../../lib/time/clock.ts'
import { isHalfRestored } from '../backup/index.ts'
import type { Environment } from '../config/environment.ts'
import type { System } from '../system.ts'
import { startingEnvironment } from './environment.ts'
import { newerSchema } from './schemas.ts'
import { StartError } from './startError.ts'

/** Loaded lazily: the configuration and its libraries take a second, and the environment must be validated first. */
const load = async () => {
  // First, because on Node 20 its modules must be evaluated before anything that imports it awaits them.
  await import('lexical')
  const [{ getPayload }, { congbo, default: config }] = await Promise.all([
    import('payload'),
    import('../../payload.config.ts'),
  ])
  return { getPayload, congbo, config: await config }
}

const open = async (environment: Environment, own?: 'own'): Promise<System> => {
  const { getPayload, congbo, config: given } = await load()
  const config = own ? given : await congbo(environment, { clock: systemClock })
  // Payload keeps one instance a key, also one that was closed.
  const key = own ? undefined : randomUUID()
  try {
    return { payload: await getPayload({ config, key }), config, environment, clock: systemClock }
  } catch (error) {
    // The URI may contain a password, so the message names the variable instead.
    const reason = (error as Error).message.replaceAll(environment.databaseUri, 'DATABASE_URI').split('\n', 1)[0]
    throw new StartError(
      `DATABASE_URI: không mở được cơ sở dữ liệu; hãy kiểm tra địa chỉ và quyền truy cập. / DATABASE_URI: the database cannot be opened; check its address and access. (${reason})`,
    )
  }
}

/**
 * Starts Payload on another database than the configured one, such as a snapshot of it.
 *
 * @throws StartError with a one-line message that says what to correct
 */
export const bootOn = (environment: Environment): Promise<System> => open(environment)

/**
 * Starts Payload on the configured database and runs pending migrations.
 *
 * @param args.restoring opens one that a restore writes to
 * @throws StartError with a one-line message that says what to correct; also where a restore was cut off, because half of
 * a system must not be served, and where a newer version has changed the database
 */
export const boot = async (args: { restoring?: true } = {}): Promise<System> => {
  const system = await open(await startingEnvironment(), 'own')
  const { payload } = system
  const newer = await newerSchema(payload)
  if (newer) {
    await payload.destroy()
    throw new StartError(
      `DATABASE_URI: phiên bản mới hơn của phần mềm đã nâng cấp cơ sở dữ liệu này (${newer}); xin cài phiên bản đó, hoặc khôi phục bản sao lưu có trước khi nâng cấp. / DATABASE_URI: a newer version of the software has upgraded this database (${newer}); install that version, or restore the backup from before the upgrade.`,
    )
  }
  if (args.restoring || !(await isHalfRestored(payload))) return system
  await payload.destroy()
  throw new StartError(
    'DATABASE_URI: việc khôi phục vào cơ sở dữ liệu này bị dừng giữa chừng; hãy chạy lại “congbo restore” với thư mục sao lưu, việc khôi phục sẽ làm lại từ đầu. / DATABASE_URI: a restore into this database was cut off; run `congbo restore` with the folder of the backup again, it starts anew.',
  )
}
