import path from 'node:path'
import {
  createLocalReq,
  getFieldsToSign,
  jwtSign,
  type Migration,
  type Payload,
  type SanitizedConfig,
  type TypedUser,
} from 'payload'
import { addSessionToUser } from 'payload/shared'
import type { Environment } from '../../src/config/environment.ts'
import { type BuildConfig, startSystem, type TestSystem } from './system.ts'
import { builtReader } from './templates.ts'

/** The environment of a test's portal: demo mode, all files in the test's folder. */
export const environmentOf = (dir: string, databaseUri: string): Environment => ({
  mode: 'demo',
  demo: true,
  port: 3000,
  host: '127.0.0.1',
  trustProxy: 0,
  databaseUri,
  secret: 'a secret of the tests, long enough to be one',
  publicUrl: 'http://127.0.0.1:3000',
  siteUrl: 'https://phapluat.example.vn',
  mailFrom: 'Công Bố <no-reply@example.vn>',
  mailPaused: false,
  dataDir: path.join(dir, 'data'),
  mediaDir: path.join(dir, 'media'),
  role: 'all',
  webhookHosts: [],
})

export type Login = 'author' | 'author2' | 'editor' | 'secretary' | 'head' | 'deputy' | 'mail' | 'auditor' | 'admin'
export const PASSWORD = 'congbo-demo'

export interface Portal extends TestSystem {
  environment: Environment
  /** A session token of a demo person. */
  as(login: Login): Promise<string>
}

const fill = async (payload: Payload): Promise<void> => {
  const { seedReferences, seedUsers } = await import('../../src/seed/index.ts')
  await seedReferences({ payload })
  await seedUsers({ payload, password: PASSWORD })
}

/**
 * Begins a session of a demo person as a login does, but for the password, whose hashing takes longer than most tests.
 *
 * @returns its token
 */
const sessionOf = async (payload: Payload, email: string): Promise<string> => {
  const { config: collectionConfig } = payload.collections.users!
  const user = await payload.db.findOne<TypedUser>({ collection: 'users', where: { email: { equals: email } } })
  if (!user) throw new Error(`There is no ${email}`)
  const { sid } = await addSessionToUser({ collectionConfig, payload, req: await createLocalReq({}, payload), user })
  const { token } = await jwtSign({
    fieldsToSign: getFieldsToSign({ collectionConfig, email, sid, user: { ...user, collection: 'users' } }),
    secret: payload.secret,
    tokenExpiration: collectionConfig.auth.tokenExpiration,
  })
  return token
}

/** The real portal as described in `payload.config.ts`, with its reference data and demo people. */
export const startPortal = async (
  options: {
    at?: string
    environment?: Partial<Environment>
    /** Starts without reference data and people. */
    empty?: boolean
  } = {},
): Promise<Portal> => {
  // Loading the module evaluates the real environment once. The test's environment is passed to the exported function.
  process.env.PAYLOAD_SECRET ??= 'a secret of the tests, long enough to be one'
  const { congbo } = await import('../../payload.config.ts')
  const { migrations } = await import('../../src/migrations/index.ts')
  let environment: Environment | undefined
  const build: BuildConfig = ({ dir, databaseUri, db, clock }): Promise<SanitizedConfig> => {
    environment = { ...environmentOf(dir, databaseUri), ...options.environment }
    return congbo(environment, { clock, db, reader: builtReader() })
  }
  const system = await startSystem(build, {
    at: options.at,
    template: options.empty ? 'empty-portal' : 'portal',
    migrations: migrations as unknown as Migration[],
    fill: options.empty ? undefined : fill,
  })
  const tokens = new Map<Login, string>()
  return {
    ...system,
    environment: environment!,
    as: async (login) => {
      const known = tokens.get(login)
      if (known) return known
      const token = await sessionOf(system.payload, `${login}@demo.local`)
      tokens.set(login, token)
      return token
    },
  }
}
