import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  FieldHook,
  PayloadRequest,
  TextareaField,
  Where,
} from 'payload'
import { isRecord } from '../../lib/isRecord.ts'
import { DEFAULT_LOCALE } from '../../src/portal/locales.ts'
import { nobody } from '../access/index.ts'
import { foldWhere } from './foldWhere.ts'
import { foldedQueries, foundBy } from './foundBy.ts'
import { wordSets } from './wordSets.ts'

export const FOUND_BY = 'foundBy'

type Row = Record<string, unknown>

/** Current words of a row by name: of each language that is being saved, else of the row as a whole. */
export const wordsOf = (row: Row, by: readonly string[], locale: string): Record<string, string | null> => {
  const words: Record<string, string | null> = {}
  for (const name of by) {
    const value = row[name]
    if (isRecord(value))
      for (const [language, text] of Object.entries(value))
        words[`${name}.${language}`] = typeof text === 'string' ? text : null
    else if (value !== undefined) words[`${name}.${locale}`] = typeof value === 'string' ? value : null
  }
  return words
}

const localeOf = ({ locale }: PayloadRequest): string => (locale && locale !== 'all' ? locale : DEFAULT_LOCALE)

const remember =
  (by: readonly string[]): CollectionBeforeChangeHook =>
  ({ data, originalDoc, req }) => ({
    ...data,
    [FOUND_BY]: foundBy({
      stored: (originalDoc as Row | undefined)?.[FOUND_BY] as string | undefined,
      now: wordsOf(data as Row, by, localeOf(req)),
      // Nobody outside knew a draft by the words it had.
      keepsFormer: (originalDoc as Row | undefined)?.workflowState !== 'draft',
    }),
  })

const search =
  (by: ReadonlySet<string>): CollectionBeforeOperationHook =>
  async ({ args, req, overrideAccess }) => {
    const { where } = args as { where?: Where }
    if (overrideAccess || !where) return args
    const sets = await wordSets(req.payload)
    const queriesOf = (text: string) => foldedQueries(text, sets)
    return { ...args, where: foldWhere({ where, by, field: FOUND_BY, queriesOf }) } as typeof args
  }

/** The folded text serves searches only; no answer carries it. */
const unsaid: FieldHook = ({ value, overrideAccess }) => (overrideAccess ? value : null)

const field: TextareaField = {
  name: FOUND_BY,
  type: 'textarea',
  access: { create: nobody, update: nobody },
  hooks: { afterRead: [unsaid], beforeDuplicate: [() => null] },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true, disableBulkEdit: true },
}

/**
 * Lets lists, pickers and filters of a collection find its rows by folded words: with or without diacritics, in either
 * case, by number, by abbreviations, and by what they were called before.
 *
 * @param by text fields that people search by
 * @param title field that pickers search by, made of the others
 */
export const findable = (
  collection: CollectionConfig,
  by: readonly string[],
  title: string = by[0]!,
): CollectionConfig => ({
  ...collection,
  custom: { ...collection.custom, foundBy: by },
  admin: { ...collection.admin, listSearchableFields: [by[0]!] },
  fields: [...collection.fields, field],
  hooks: {
    ...collection.hooks,
    beforeOperation: [...(collection.hooks?.beforeOperation ?? []), search(new Set([title, ...by]))],
    beforeChange: [...(collection.hooks?.beforeChange ?? []), remember(by)],
  },
})
