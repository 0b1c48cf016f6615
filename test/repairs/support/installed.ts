import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Versions in which the faults were looked at last. Look at all again when one changes. */
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

/** The version of a package that is installed. */
export const installedVersion = (name: Upstream): string =>
  (JSON.parse(readFileSync(fileOf(name, 'package.json'), 'utf8')) as { version: string }).version

/** Code on one line, without the marks of a bundler: where a line breaks is no fault. */
export const onOneLine = (code: string): string => code.replace(/\/\*#__PURE__\*\/\s*/g, '').replace(/\s+/g, ' ')

/** A file of an installed package, on one line. */
export const sourceOf = (name: Upstream, file: string): string => onOneLine(readFileSync(fileOf(name, file), 'utf8'))
