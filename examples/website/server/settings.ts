import { z } from 'zod'

/** What the website reads from its environment. */
export interface Settings {
  port: number
  host: string
  /** Origin of the CMS from here, without a trailing slash. */
  apiUrl: string
  /** Origin of the CMS for browsers. */
  publicUrl: string
  /** Origin of the website. */
  siteUrl: string
  /** Number of reverse proxies in front. */
  trustProxy: number
  /** Tells the CMS that its own website asks. */
  token?: string
}

/** A value that cannot be used; its message is one line that names the variable. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

const origin = z
  .url({ protocol: /^https?$/ })
  .transform((value) => value.replace(/\/+$/, ''))
  .refine((value) => new URL(value).pathname === '/')

const port = z.coerce.number().int().min(0).max(65535)

const schema = z.object({
  SITE_PORT: port.default(3001),
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  API_URL: origin.optional(),
  PUBLIC_URL: origin.optional(),
  SITE_URL: origin.optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  SITE_TOKEN: z.string().min(32).optional(),
})

/**
 * Settings from environment variables, as `.env.example` explains them.
 *
 * @throws SettingsError whose message names the variable that cannot be used
 */
export const readSettings = (env: NodeJS.ProcessEnv): Settings => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    throw new SettingsError(`${name} không dùng được (xem .env.example) / ${name} cannot be used (see .env.example)`)
  }
  const { SITE_PORT, PORT, HOST, API_URL, PUBLIC_URL, SITE_URL, TRUST_PROXY, SITE_TOKEN } = parsed.data
  const host = HOST.includes(':') ? `[${HOST}]` : HOST
  const apiUrl = API_URL ?? `http://127.0.0.1:${PORT}`
  return {
    port: SITE_PORT,
    host: HOST,
    apiUrl,
    publicUrl: PUBLIC_URL ?? apiUrl,
    siteUrl: SITE_URL ?? `http://${host}:${SITE_PORT}`,
    trustProxy: TRUST_PROXY,
    token: SITE_TOKEN,
  }
}
