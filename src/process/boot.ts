import { systemClock } from '../../lib/time/clock.ts'
import type { System } from '../system.ts'
import { startingEnvironment } from './environment.ts'
import { StartError } from './startError.ts'

/** Loaded lazily: the configuration and its libraries take a second, and the environment must be validated first. */
const loadPayload = async () => {
  // First, because on Node 20 its modules must be evaluated before anything that imports it awaits them.
  await import('lexical')
  const [{ getPayload }, { default: config }] = await Promise.all([
    import('payload'),
    import('../../payload.config.ts'),
  ])
  return { getPayload, config: await config }
}

/**
 * Starts Payload on the configured database and runs pending migrations.
 *
 * @throws StartError with a one-line message that says what to correct
 */
export const boot = async (): Promise<System> => {
  const environment = await startingEnvironment()
  const { getPayload, config } = await loadPayload()
  try {
    return { payload: await getPayload({ config }), config, environment, clock: systemClock }
  } catch (error) {
    // The URI may contain a password, so the message names the variable instead.
    const reason = (error as Error).message.replaceAll(environment.databaseUri, 'DATABASE_URI').split('\n', 1)[0]
    throw new StartError(
      `DATABASE_URI: không mở được cơ sở dữ liệu; hãy kiểm tra địa chỉ và quyền truy cập. / DATABASE_URI: the database cannot be opened; check its address and access. (${reason})`,
    )
  }
}
