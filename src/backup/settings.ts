import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** Variables that say how the system is set up and hold nothing secret. */
const TOLD = [
  'PORT',
  'HOST',
  'TRUST_PROXY',
  'PUBLIC_URL',
  'SITE_URL',
  'SITE_PORT',
  'SITE_ADDRESSES',
  'MAIL_FROM',
  'MAIL_PAUSED',
  'DKIM_KEY_FILE',
  'DKIM_SELECTOR',
  'DKIM_DOMAIN',
  'DATA_DIR',
  'MEDIA_DIR',
  'BACKUP_DIR',
  'ROLE',
  'DEMO',
  'WEBHOOK_HOSTS',
] as const

/** The settings of the environment, without secrets, passwords and addresses with passwords in them. */
export const toldSettings = (env: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(TOLD.flatMap((name) => (env[name] ? [[name, env[name]] as const] : [])))

/** Tells one secret from another, without telling either. */
export const fingerprintOf = (secret: string): string =>
  createHmac('sha256', secret).update('congbo backup').digest('hex')

/** Version of this software. */
export const softwareVersion = async (): Promise<string> => {
  const text = await readFile(path.resolve(process.cwd(), 'package.json'), 'utf8')
  return String((JSON.parse(text) as { version?: unknown }).version ?? '')
}
