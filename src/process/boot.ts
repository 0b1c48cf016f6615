import { systemClock } from '../../lib/time/clock.ts'
import type { System } from '../system.ts'
import { startingEnvironment } from './environment.ts'
import { StartError } from './startError.ts'

/** The configuration and its libraries take a second to load, and must not before the environment is known to be right. */
const loadPayload = async () => {
  // First: on Node 20 its modules must be settled before anything that imports it waits for them.
  await import('lexical')
  const [{ getPayload }, { default: config }] = await Promise.all([
    import('payload'),
    import('../../payload.config.ts'),
  ])
  return { getPayload, config: await config }
}

/**
 * Brings up Payload on the database that the environment names; new migrations run on the way.
 *
 * @throws StartError with one line that says what to put right
 */
export const boot = async (): Promise<System> => {
  const environment = await startingEnvironment()
  const { getPayload, config } = await loadPayload()
  try {
    return { payload: await getPayload({ config }), config, environment, clock: systemClock }
  } catch (error) {
    // The address may hold a password, so it is named and not shown.
    const reason = (error as Error).message.replaceAll(environment.databaseUri, 'DATABASE_URI').split('\n', 1)[0]
    throw new StartError(
      `DATABASE_URI: không mở được cơ sở dữ liệu; hãy kiểm tra địa chỉ và quyền truy cập. / DATABASE_URI: the database cannot be opened; check its address and access. (${reason})`,
    )
  }
}
