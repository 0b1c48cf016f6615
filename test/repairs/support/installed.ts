import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Versions in which the faults were last verified. When one changes, verify all of them again. */
export const SEEN_IN = {
  '@libsql/client': '0.14.0',
  '@payloadcms/db-sqlite': '3.90.2',
  '@payloadcms/drizzle': '3.90.2',
  '@payloadcms/next': '3.90.2',
  '@payloadcms/richtext-lexical': '3.90.2',
  '@payloadcms/translations': '3.90.2',
  '@payloadcms/ui': '3.90.2',
  busboy: '1.6.0',
  next: '16.4.5',
  payload: '3.90.2',
} as const

export type Upstream = keyof typeof SEEN_IN

const fileOf = (name: string, file: string): string => path.resolve('node_modules', name, file)

export const installedVersion = (name: Upstream): string =>
  (JSON.parse(readFileSync(fileOf(name, 'package.json'), 'utf8')) as { version: string }).version

/** Code on one line, without a bundler's annotations: line breaks do not matter. */
export const onOneLine = (code: string): string => code.replace(/\/\*#__PURE__\*\/\s*/g, '').replace(/\s+/g, ' ')

/** A file of an installed package, on one line. */
export const sourceOf = (name: Upstream, file: string): string => onOneLine(readFileSync(fileOf(name, file), 'utf8'))
