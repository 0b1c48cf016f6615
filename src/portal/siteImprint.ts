import type { Payload } from 'payload'
import type { DigestOptions } from '../../plugins/digest/index.ts'
import { localise, publishedTerm } from '../../plugins/publications/index.ts'
import { DEFAULT_LOCALE } from './locales.ts'

type KnownImprint = Awaited<ReturnType<NonNullable<DigestOptions['imprint']>>>

const NAMES = ['name', 'agency', 'address', 'telephone', 'email'] as const

/** The portal's name, agency, address, telephone and e-mail, as the log last recorded them. */
export const siteImprint = async (args: { payload: Payload; locale: string }): Promise<KnownImprint> => {
  const { payload, locale } = args
  const term = await publishedTerm({ payload, collection: 'site', key: 'site' })
  const fields = term ? (localise(term.fields, locale, DEFAULT_LOCALE) as Record<string, unknown>) : {}
  return Object.fromEntries(
    NAMES.flatMap((name) => (typeof fields[name] === 'string' ? [[name, fields[name]]] : [])),
  ) as KnownImprint
}
