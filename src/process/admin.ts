import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Environment } from '../config/environment.ts'
import { nextLines } from '../repairs/nextLines.ts'
import { StartError } from './startError.ts'

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/**
 * Next's handler for the admin, from the build in `.next`. From then on, Next's output goes to the log.
 *
 * @throws StartError when there is no build
 */
export const adminHandler = async (
  environment: Pick<Environment, 'host' | 'port'>,
  logger: Payload['logger'],
): Promise<Handler> => {
  const dir = process.cwd()
  if (!existsSync(path.join(dir, '.next', 'BUILD_ID')))
    throw new StartError(
      'Trang quản trị chưa được dựng; hãy chạy `npm start`. / The admin is not built; run `npm start`.',
    )
  const { default: next } = await import('next')
  const app = next({ dev: false, dir, hostname: environment.host, port: environment.port })
  await app.prepare()
  nextLines(logger)
  return app.getRequestHandler()
}
