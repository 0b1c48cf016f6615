import { existsSync } from 'node:fs'
import { inProject } from './project.mjs'

/**
 * The environment for a process of the system: `.env` is read (what the shell says wins), and the user's NODE_ENV
 * becomes CONGBO_MODE, because the libraries are always run as in production.
 */
export const systemEnvironment = () => {
  const file = inProject('.env')
  if (existsSync(file)) process.loadEnvFile(file)
  return {
    ...process.env,
    CONGBO_MODE: process.env.NODE_ENV === 'production' ? 'production' : 'demo',
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // Next reads .env files of its own accord; what counts has been read above.
    __NEXT_PROCESSED_ENV: 'true',
  }
}

/** What a build needs of the machine and nothing else: a secret of the user must not end up in what browsers load. */
const NEEDED_TO_BUILD = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'USERPROFILE', 'APPDATA', 'SystemRoot', 'CI']

/** An environment without anything of the user's in it, in which the configuration builds as in demo mode. */
export const buildEnvironment = () => ({
  ...Object.fromEntries(NEEDED_TO_BUILD.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
  NODE_ENV: 'production',
  NODE_OPTIONS: '--conditions=production',
  NEXT_PHASE: 'phase-production-build',
  NEXT_TELEMETRY_DISABLED: '1',
  __NEXT_PROCESSED_ENV: 'true',
})
