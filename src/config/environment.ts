import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import path from 'node:path'
import { z } from 'zod'
import { EXPECTATIONS, type Expectation } from './expectations.ts'
import { isKnownSecret } from './knownSecrets.ts'

export type Role = 'all' | 'web' | 'worker'

/** Everything the system reads from outside, typed and validated. */
export interface Environment {
  /** What the user's NODE_ENV asked for; the start script may run its children in NODE_ENV=production all the same. */
  mode: 'demo' | 'production'
  /** Demo content and logins exist. */
  demo: boolean
  port: number
  host: string
  /** Number of reverse proxies in front, for the client's address. */
  trustProxy: number
  databaseUri: string
  secret: string
  /** Origin of this server, without a trailing slash. */
  publicUrl: string
  /** Origin of the website that mails and feeds link to, without a trailing slash. */
  siteUrl: string
  /** Port of the website that this server starts beside itself; none when it is not to. */
  sitePort?: number
  smtpUrl?: string
  /** Mails a second that all workers together hand to the relay; no limit when it is not set. */
  smtpRate?: number
  mailFrom: string
  mailPaused: boolean
  /** Where a mail server hands over reports of undelivered mails, `lmtp://` or `smtp://`. */
  bounceListen?: string
  /** Mailbox that such reports are fetched from. */
  bounceImapUrl?: string
  dkim?: { keyFile: string; selector: string; domain: string }
  /** Absolute path. */
  dataDir: string
  /** Absolute path. */
  mediaDir: string
  /** Absolute path of the folder that a worker backs up into every night. */
  backupDir?: string
  role: Role
  /** Where the website's own servers ask from; nothing limits how often. */
  siteAddresses?: BlockList
  /** What a monitor on another machine shows to read `/metrics`. */
  metricsToken?: string
  /** Machines inside the network that webhooks may be sent to, `host` or `host:port`, in lower case. */
  webhookHosts: string[]
}

/** A value of the environment that cannot be used; its message is one line that names the variable. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

const origin = z
  .url({ protocol: /^https?$/ })
  .transform((value) => value.replace(/\/+$/, ''))
  .refine((value) => new URL(value).pathname === '/')

/** Addresses and networks (`192.0.2.7`, `2001:db8::/48`), separated by commas. */
const networks = z.string().transform((text, check) => {
  const list = new BlockList()
  for (const one of text.split(/[\s,]+/).filter(Boolean)) {
    const [, address = '', prefix] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(one) ?? []
    const version = isIP(address)
    const widest = version === 6 ? 128 : 32
    const bits = prefix === undefined ? widest : Number(prefix)
    if (version === 0 || bits > widest) check.addIssue(one)
    else list.addSubnet(address, bits, version === 6 ? 'ipv6' : 'ipv4')
  }
  return list
})

const HOST_AND_PORT = /^(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]{0,252}[a-z0-9])?)(?::\d{1,5})?$/

/** Names or addresses of machines, each with or without a port, separated by commas. */
const machines = z
  .string()
  .transform((text) =>
    text
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  )
  .refine((all) => all.every((one) => HOST_AND_PORT.test(one)))

/** A port of the website, or `off`. */
const sitePort = z.union([z.literal('off'), z.coerce.number().int().min(1).max(65535)])

const flag = z.enum(['0', '1', 'true', 'false', '']).transform((value) => value === '1' || value === 'true')

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  DATABASE_URI: z
    .string()
    .regex(/^(file:.+|mongodb(\+srv)?:\/\/.+)/)
    .default('file:./data/congbo.db'),
  PAYLOAD_SECRET: z.string().min(32).optional(),
  PUBLIC_URL: origin.optional(),
  SITE_URL: origin.optional(),
  SITE_PORT: sitePort.optional(),
  SITE_ADDRESSES: networks.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_RATE: z.coerce.number().positive().max(10_000).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n"]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/)
    .default('Công Bố <no-reply@localhost>'),
  MAIL_PAUSED: flag.default(false),
  BOUNCE_LISTEN: z
    .url({ protocol: /^(?:lmtp|smtp)$/ })
    .regex(/^[a-z]+:\/\/[^/?#@]+:\d{1,5}\/?$/)
    .optional(),
  BOUNCE_IMAP_URL: z
    .url({ protocol: /^imaps?$/ })
    .regex(/^[a-z]+:\/\/[^/?#]+:[^/?#]+@[^/?#]+/)
    .optional(),
  DKIM_KEY_FILE: z.string().min(1).optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[A-Za-z0-9._-]+$/)
    .optional(),
  DKIM_DOMAIN: z
    .string()
    .regex(/^[A-Za-z0-9.-]+$/)
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  MEDIA_DIR: z.string().min(1).default('./media'),
  BACKUP_DIR: z.string().min(1).optional(),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  DEMO: flag.default(false),
  METRICS_TOKEN: z.string().min(32).optional(),
  WEBHOOK_HOSTS: machines.default([]),
} satisfies Record<keyof typeof EXPECTATIONS, z.ZodType>)

const refuse = (name: keyof typeof EXPECTATIONS, why: Expectation = EXPECTATIONS[name]): never => {
  throw new EnvironmentError(`${name} ${why.vi} (xem .env.example) / ${name} ${why.en} (see .env.example)`)
}

const LOOPBACK_ONLY: Expectation = {
  vi: 'phải ở ngay trên máy này (loopback) trong chế độ demo; hoặc đặt NODE_ENV=production, hoặc DEMO=1',
  en: 'must be on loopback in demo mode; or set NODE_ENV=production, or DEMO=1',
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost', '[::1]'])
/** Whether a host name or address can be reached from this machine only. */
const isLoopback = (host: string) => LOOPBACK.has(host) || /^127\.\d+\.\d+\.\d+$/.test(host)

const mongoHosts = (uri: string) =>
  uri
    .replace(/^mongodb(\+srv)?:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .split('/')[0]!
    .split(',')
    .map((host) => host.replace(/:\d+$/, ''))

/** Whether a folder is another one, or lies inside it. */
const isWithin = (folder: string, other: string): boolean => {
  const way = path.relative(other, folder)
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way))
}

/** The usual port of the website, and the one in its place where that is the port of this server. */
const SITE_PORTS = [3001, 3002]

/** The port of the website; `undefined` where `SITE_PORT` is empty or `off`, and in a worker, which serves nothing. */
const sitePortOf = (args: { given: number | 'off' | undefined; empty: boolean; port: number; role: Role }) => {
  const { given, empty, port, role } = args
  if (empty || given === 'off' || role === 'worker') return undefined
  return given ?? SITE_PORTS.find((each) => each !== port)
}

/** In demo mode the secret is made once and kept in the data folder, so that sessions survive a restart. */
const demoSecret = (dataDir: string) => {
  const file = path.join(dataDir, 'secret')
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const secret = randomBytes(32).toString('hex')
    try {
      writeFileSync(file, secret, { mode: 0o600, flag: 'wx' })
      return secret
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readFileSync(file, 'utf8').trim()
      throw error
    }
  }
}

/**
 * Turns environment variables into one validated object. Relative paths are taken from `root`.
 *
 * @throws EnvironmentError whose message is one line that names the variable at fault
 */
export const readEnvironment = (env: NodeJS.ProcessEnv, root: string = process.cwd()): Environment => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) return refuse(parsed.error.issues[0]!.path[0] as keyof typeof EXPECTATIONS)
  const values = parsed.data
  // The build runs without a user's environment: it compiles the admin and must not need a production secret.
  const building = env.NEXT_PHASE === 'phase-production-build'
  const mode = (env.CONGBO_MODE ?? env.NODE_ENV) === 'production' && !building ? 'production' : 'demo'
  const demo = mode === 'demo' || values.DEMO
  const dataDir = path.resolve(root, values.DATA_DIR)
  const mediaDir = path.resolve(root, values.MEDIA_DIR)

  const backupDir = values.BACKUP_DIR === undefined ? undefined : path.resolve(root, values.BACKUP_DIR)
  if ([dataDir, mediaDir].some((each) => backupDir && isWithin(backupDir, each)))
    refuse('BACKUP_DIR', {
      vi: 'không được nằm trong DATA_DIR hoặc MEDIA_DIR; nên ở đĩa khác',
      en: 'must not be inside DATA_DIR or MEDIA_DIR; another disk is best',
    })

  if (mode === 'demo' && !values.DEMO) {
    if (!isLoopback(values.HOST)) refuse('HOST', LOOPBACK_ONLY)
    if (/^mongodb/.test(values.DATABASE_URI) && !mongoHosts(values.DATABASE_URI).every(isLoopback))
      refuse('DATABASE_URI', LOOPBACK_ONLY)
  }
  if (mode === 'production') {
    if (!values.PAYLOAD_SECRET)
      refuse('PAYLOAD_SECRET', {
        vi: 'phải đặt khi chạy chính thức: ít nhất 32 ký tự ngẫu nhiên',
        en: 'is required in production: at least 32 random characters',
      })
    if (isKnownSecret(values.PAYLOAD_SECRET!))
      refuse('PAYLOAD_SECRET', {
        vi: 'dễ đoán hoặc ai cũng biết; hãy dùng ít nhất 32 ký tự ngẫu nhiên',
        en: 'is guessable or publicly known: use at least 32 random characters',
      })
    if (!values.PUBLIC_URL)
      refuse('PUBLIC_URL', {
        vi: 'phải đặt khi chạy chính thức: liên kết trong thư dựa vào địa chỉ này',
        en: 'is required in production: links in mails are built from it',
      })
  }
  const dkimParts = [values.DKIM_KEY_FILE, values.DKIM_SELECTOR, values.DKIM_DOMAIN]
  if (dkimParts.some(Boolean) && !dkimParts.every(Boolean))
    refuse('DKIM_KEY_FILE', {
      vi: 'phải đi cùng DKIM_SELECTOR và DKIM_DOMAIN: đặt cả ba hoặc không đặt biến nào',
      en: 'needs DKIM_SELECTOR and DKIM_DOMAIN beside it: set all three or none',
    })

  if (values.SITE_PORT === values.PORT)
    refuse('SITE_PORT', { vi: 'phải khác PORT, hoặc là off', en: 'must differ from PORT, or be off' })
  const sitePort = sitePortOf({
    given: values.SITE_PORT,
    empty: env.SITE_PORT === '',
    port: values.PORT,
    role: values.ROLE,
  })
  const hostName = values.HOST.includes(':') ? `[${values.HOST}]` : values.HOST
  const publicUrl = values.PUBLIC_URL ?? `http://${hostName}:${values.PORT}`
  // In production nobody can guess by which name the website is reached.
  const ownSite = mode === 'demo' && sitePort ? `http://${hostName}:${sitePort}` : publicUrl
  const relativeFile = /^file:(?!\/)(.+)$/.exec(values.DATABASE_URI)
  return {
    mode,
    demo,
    port: values.PORT,
    host: values.HOST,
    trustProxy: values.TRUST_PROXY,
    databaseUri: relativeFile ? `file:${path.resolve(root, relativeFile[1]!)}` : values.DATABASE_URI,
    secret: values.PAYLOAD_SECRET ?? (building ? 'building-needs-no-secret-at-all!' : demoSecret(dataDir)),
    publicUrl,
    siteUrl: values.SITE_URL ?? ownSite,
    sitePort,
    smtpUrl: values.SMTP_URL,
    smtpRate: values.SMTP_RATE,
    mailFrom: values.MAIL_FROM,
    mailPaused: values.MAIL_PAUSED,
    bounceListen: values.BOUNCE_LISTEN,
    bounceImapUrl: values.BOUNCE_IMAP_URL,
    dkim: values.DKIM_KEY_FILE
      ? {
          keyFile: path.resolve(root, values.DKIM_KEY_FILE),
          selector: values.DKIM_SELECTOR!,
          domain: values.DKIM_DOMAIN!,
        }
      : undefined,
    dataDir,
    mediaDir,
    backupDir,
    role: values.ROLE,
    siteAddresses: values.SITE_ADDRESSES,
    metricsToken: values.METRICS_TOKEN,
    webhookHosts: values.WEBHOOK_HOSTS,
  }
}
