import { setTimeout as wait } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Text } from '../../../lib/text/languages.ts'
import { dayOf } from '../../../lib/time/periods.ts'
import {
  addressHolder,
  defaultLocale,
  type FrozenWorkingCopy,
  freezeWorkingCopy,
  readWorkingCopy,
  titleFieldOf,
  type WorkingCopy,
} from '../../publications/index.ts'
import type { Frozen } from '../core/events.ts'
import type { ContentFault } from '../core/refusal.ts'
import type { WorkflowState } from '../core/state.ts'
import { contributorsOf, isSettled, readSaves, type Save, sameSaves } from '../store/contributors.ts'
import { streamOf } from '../store/stream.ts'
import type { WorkflowOptions } from '../types.ts'

/** Waits for a save to write its version after its row, on a database that does not write both atomically. */
const SETTLING_MS = [10, 40, 150]

/** The saves of a working copy, and the row as the newest save left it. */
const readSettled = async (args: {
  payload: Payload
  collection: string
  id: string | number
}): Promise<{ saves: Save[]; row: WorkingCopy } | undefined> => {
  for (let attempt = 0; ; attempt += 1) {
    const saves = await readSaves(args)
    const row = await readWorkingCopy(args)
    if (!row) return undefined
    // If a save was interrupted between its two writes, its editor is still named in the row.
    if (isSettled(saves, row) || attempt === SETTLING_MS.length) return { saves, row }
    await wait(SETTLING_MS[attempt])
  }
}

/** A working copy as frozen. */
export interface FrozenNow {
  frozen: FrozenWorkingCopy
  facts: Frozen & { faults: ContentFault[] }
  /** Whether no save happened since, so that the frozen content and its contributors are still current. */
  unchanged: () => Promise<boolean>
}

/**
 * Freezes the stored working copy, with all contributors and all faults that prevent publication, in each of its
 * languages. Writes nothing.
 *
 * The saves are read before the row, and once more before the caller writes (`unchanged`). Equal lists prove that the
 * row contains exactly these saves. This requires no lock and no transaction.
 *
 * @returns `undefined` when the working copy no longer exists
 */
export const freezeNow = async (args: {
  payload: Payload
  options: Pick<WorkflowOptions, 'checks' | 'inLocale' | 'clock'>
  collection: string
  id: string | number
  state: WorkflowState
}): Promise<FrozenNow | undefined> => {
  const { payload, options, collection, id, state } = args
  const read = await readSettled({ payload, collection, id })
  if (!read) return undefined
  const { saves, row } = read
  const frozen = freezeWorkingCopy({ payload, collection, row })
  const { slug } = frozen.content.fields
  const original = defaultLocale(payload.config)
  const languages = frozen.content.locales.length ? frozen.content.locales : [original]
  const today = dayOf(options.clock.now())
  const faults = languages.flatMap((locale) =>
    (options.checks[collection]?.(options.inLocale(row, locale), locale, today) ?? []).map((fault) => ({
      ...fault,
      path: languages.length > 1 ? `${locale}.${fault.path}` : fault.path,
    })),
  )
  if (!frozen.content.locales.includes(original))
    faults.push({ path: titleFieldOf(payload, collection), message: titleMissing(original) })
  const holder = typeof slug === 'string' && slug ? await addressHolder({ payload, collection, slug }) : undefined
  if (typeof slug !== 'string' || !slug)
    faults.push({
      path: 'slug',
      message: { vi: 'Cần có địa chỉ (slug) của trang.', en: 'The page needs an address (slug).' },
    })
  else if (holder && holder !== streamOf(collection, row.key))
    faults.push({
      path: 'slug',
      message: {
        vi: 'Địa chỉ này đã thuộc về một văn bản khác từng công bố; xin đổi địa chỉ.',
        en: 'This address belongs to another document that was published; choose another one.',
      },
    })
  return {
    frozen,
    facts: { contentHash: frozen.hash, ...contributorsOf(saves, row, state), faults: unique(faults) },
    unchanged: async () => sameSaves(saves, await readSaves({ payload, collection, id })),
  }
}

/** Readers fall back to the first language, so it cannot be missing. */
const titleMissing = (language: string): Text => {
  const nameIn = (reader: string) => new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language
  return { vi: `Cần có tên văn bản bằng ${nameIn('vi')}.`, en: `A title is needed in ${nameIn('en')}.` }
}

const unique = (faults: ContentFault[]) => [
  ...new Map(faults.map((fault) => [`${fault.path} ${fault.message.en}`, fault])).values(),
]
