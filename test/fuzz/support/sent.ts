import fc, { type Arbitrary } from 'fast-check'
import type { GraphQLSchema } from 'graphql'
import type { SanitizedConfig } from 'payload'
import type { Mount } from '../../../src/http/mounts.ts'
import type { Login } from '../../support/portal.ts'
import { hostile } from './values.ts'

/** A request as it is sent; its text reproduces it. */
export interface Sent {
  as: Login | 'nobody'
  method: string
  path: string
  headers?: Record<string, string>
  /** Sent as JSON unless it is a text. */
  body?: unknown
}

/** What requests are made from. */
export interface World {
  config: SanitizedConfig
  mounts: Mount[]
  office: GraphQLSchema
  /** Ids of rows that exist, by collection. */
  ids: Record<string, string[]>
  /** Links that were mailed. */
  links: string[]
}

const ROLES = ['nobody', 'author', 'editor', 'secretary', 'head', 'mail', 'auditor', 'admin'] as const
export const role: Arbitrary<Sent['as']> = fc.constantFrom(...ROLES, 'author', 'head', 'admin')
/** Segments of paths that name nothing, or nothing well. */
export const STRANGE = [
  'x',
  '%00',
  '%20',
  '0'.repeat(24),
  'a%00b',
  '..%2f..',
  '__proto__',
  '%F0%9F%98%80',
  'versions',
  '1e9',
  '%ff',
  'x'.repeat(3_000),
]

/** A form of these parts. */
export const form = (parts: string[]) => `${parts.map((part) => `--x\r\n${part}\r\n`).join('')}--x--\r\n`
const TYPES = [
  'application/json',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-7',
  '',
]

/** A body as JSON, or as something that is not quite it. */
export const spoiltBody = (body: Arbitrary<unknown>): Arbitrary<Pick<Sent, 'body' | 'headers'>> =>
  fc.oneof(
    { weight: 12, arbitrary: body.map((sent) => ({ body: sent })) },
    {
      weight: 1,
      arbitrary: fc
        .record({ body: hostile, headers: fc.constant({ 'content-type': 'application/json' }) })
        .map(({ body: sent, headers }) => ({ body: JSON.stringify(sent) ?? 'undefined', headers })),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        body: fc.constantFrom(
          '',
          '{',
          '[1',
          'null',
          '"a"',
          '['.repeat(9_000),
          '{"a":'.repeat(12_000),
          form(['content-disposition: form-data; name="_payload"\r\n\r\n{bad']),
        ),
        headers: fc.constantFrom(...TYPES).map((type) => ({ 'content-type': type })),
      }),
    },
    {
      weight: 1,
      arbitrary: body.map((sent) => ({
        body: form([`content-disposition: form-data; name="_payload"\r\n\r\n${JSON.stringify(sent)}`]),
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      })),
    },
  )
