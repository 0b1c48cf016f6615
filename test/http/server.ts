import { request } from 'node:http'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { vi } from '@payloadcms/translations/languages/vi'
import { APIError, buildConfig, type CollectionConfig } from 'payload'
import { type ApplicationOptions, createApplication } from '../../src/http/application.ts'
import { hostTest } from '../../src/http/hosts.ts'
import { close, type FastPath, listen, portOf } from '../../src/http/httpServer.ts'
import { publicLimits } from '../../src/http/rateLimits.ts'
import { errorCodes } from '../../src/repairs/errorCodes.ts'
import { type BuildConfig, startSystem, type TestSystem } from '../support/system.ts'

const loggedIn = ({ req }: { req: { user: unknown } }) => Boolean(req.user)

const users: CollectionConfig = {
  slug: 'users',
  auth: {
    maxLoginAttempts: 0,
    // Payload's own interval writes outside its transaction, which SQLite refuses; ours comes before it.
    forgotPassword: { minRequestInterval: 0 },
    tokenExpiration: 60 * 60 * 24 * 365 * 5,
  },
  access: { read: loggedIn, create: () => false, update: loggedIn, delete: () => false, unlock: () => false },
  fields: [{ name: 'role', type: 'text' }],
}

const notes: CollectionConfig = {
  slug: 'notes',
  access: { read: () => true, create: () => true, update: () => true, delete: () => true },
  fields: [
    { name: 'title', type: 'text' },
    { name: 'parent', type: 'relationship', relationTo: 'notes' },
  ],
  hooks: {
    beforeChange: [
      ({ data }) => {
        if (data.title === 'refused') throw new APIError('Not this.', 409, { code: 'NOTE_REFUSED' }, true)
        if (data.title === 'broken') throw new Error('inner workings: /etc/congbo')
        return data
      },
    ],
  },
}

const files: CollectionConfig = {
  slug: 'files',
  access: { read: () => true, create: () => true },
  upload: true,
  fields: [],
}

const config: BuildConfig = ({ db, dir }) =>
  buildConfig({
    secret: 'a secret of the tests, long enough to be one',
    telemetry: false,
    hooks: { afterError: [errorCodes] },
    i18n: { supportedLanguages: { vi, en }, fallbackLanguage: 'vi' },
    db,
    admin: { user: 'users' },
    editor: lexicalEditor(),
    csrf: ['http://127.0.0.1:3000'],
    collections: [users, notes, { ...files, upload: { staticDir: `${dir}/files` } }],
    typescript: { autoGenerate: false },
    logger: { options: { level: 'silent' } },
  })

export const PASSWORD = 'mật khẩu của thử nghiệm'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
  /** The body as JSON; an empty object if it is not JSON. */
  json: Record<string, unknown> & { errors?: { code: string; message: string }[] }
}

export interface Ask {
  method?: string
  headers?: Record<string, string>
  body?: unknown
  token?: string
}

export interface HttpServer {
  system: TestSystem
  lines: Record<string, unknown>[]
  port: number
  /** Sends a request unchanged, without a browser's normalisation. */
  ask(path: string, options?: Ask): Promise<Answer>
  stop(): Promise<void>
}

type More = Partial<Pick<ApplicationOptions, 'mounts' | 'probes' | 'serves' | 'measures' | 'environment' | 'admin'>> & {
  fastPaths?: FastPath[]
  /** A free one when left out. */
  port?: number
  /** What the website beside the server sends. */
  siteToken?: string
}

/** Starts a server on a free port with a small portal and one person, `a@example.vn`. */
export const startServer = async (more: More = {}): Promise<HttpServer> => {
  const system = await startSystem(config, { template: 'server' })
  await system.payload.create({ collection: 'users', data: { email: 'a@example.vn', password: PASSWORD } })
  return serveSystem(system, more)
}

/** Starts a server on a free port for a system. Stopping the server stops the system. */
export const serveSystem = async (system: TestSystem, more: More = {}): Promise<HttpServer> => {
  const lines: Record<string, unknown>[] = []
  const note = (level: string) => (line: object) => void lines.push({ level, ...line })
  const environment = {
    publicUrl: 'http://127.0.0.1:3000',
    demo: true,
    mode: 'demo' as const,
    trustProxy: 0,
    ...more.environment,
  }
  const limits = publicLimits({ ...environment, siteToken: more.siteToken })
  const application = createApplication({
    limits,
    payload: system.payload,
    config: system.config,
    payloadKey: system.dir,
    clock: system.clock,
    log: { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') },
    mounts: more.mounts ?? [],
    probes: more.probes ?? {},
    serves: more.serves,
    measures: more.measures,
    admin: more.admin,
    environment,
  })
  const isKnownHost = hostTest({ publicUrl: environment.publicUrl, demo: environment.mode === 'demo' })
  const server = await listen({
    application,
    fastPaths: more.fastPaths ?? [],
    admits: limits.admits,
    isKnownHost,
    port: more.port ?? 0,
    host: '127.0.0.1',
  })
  const port = portOf(server)

  const ask: HttpServer['ask'] = (path, { method = 'GET', headers = {}, body, token } = {}) =>
    new Promise((resolve, reject) => {
      const raw =
        typeof body === 'string' || Buffer.isBuffer(body) ? body : body === undefined ? undefined : JSON.stringify(body)
      const sent = request(
        {
          host: '127.0.0.1',
          port,
          path,
          method,
          agent: false,
          headers: {
            ...(body !== undefined && raw !== body ? { 'content-type': 'application/json' } : {}),
            ...(raw === undefined ? {} : { 'content-length': String(Buffer.byteLength(raw)) }),
            ...(token ? { authorization: `JWT ${token}` } : {}),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString()
            let json: Answer['json'] = {}
            try {
              json = JSON.parse(text) as Answer['json']
            } catch {
              // Not every response is JSON.
            }
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json })
          })
        },
      )
      sent.on('error', reject)
      sent.end(raw)
    })

  return {
    system,
    lines,
    port,
    ask,
    stop: async () => {
      await close(server, 100)
      await system.stop()
    },
  }
}

/** The code of the first error in a response. */
export const codeOf = (answer: Answer): string | undefined => answer.json.errors?.[0]?.code
