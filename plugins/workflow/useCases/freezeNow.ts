import type { Payload } from 'payload'
import { dayOf } from '../../../src/time/periods.ts'
import { addressHolder, type FrozenWorkingCopy, freezeWorkingCopy, type WorkingCopy } from '../../publications/index.ts'
import type { Frozen } from '../core/events.ts'
import type { ContentFault } from '../core/refusal.ts'
import type { WorkflowState } from '../core/state.ts'
import { contributorsOf } from '../store/contributors.ts'
import { streamOf } from '../store/stream.ts'
import type { WorkflowOptions } from '../types.ts'

/**
 * Freezes a working copy as it is stored now, with everyone who contributed and everything that keeps it from being
 * published, in each language it has. Writes nothing.
 */
export const freezeNow = async (args: {
  payload: Payload
  options: Pick<WorkflowOptions, 'checks' | 'inLocale' | 'clock'>
  collection: string
  row: WorkingCopy
  state: WorkflowState
}): Promise<{ frozen: FrozenWorkingCopy; facts: Frozen & { faults: ContentFault[] } }> => {
  const { payload, options, collection, row, state } = args
  const frozen = freezeWorkingCopy({ payload, collection, row })
  const { slug } = frozen.content.fields
  const languages = frozen.content.locales.length ? frozen.content.locales : [defaultLocale(payload)]
  const today = dayOf(options.clock.now())
  const faults = languages.flatMap((locale) =>
    (options.checks[collection]?.(options.inLocale(row, locale), locale, today) ?? []).map((fault) => ({
      ...fault,
      path: languages.length > 1 ? `${locale}.${fault.path}` : fault.path,
    })),
  )
  if (!frozen.content.locales.includes(defaultLocale(payload)))
    faults.push({
      path: 'title',
      message: { vi: 'Cần có tên văn bản bằng tiếng Việt.', en: 'A Vietnamese title is needed.' },
    })
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
  const people = await contributorsOf({ payload, collection, row, state })
  return { frozen, facts: { contentHash: frozen.hash, ...people, faults: unique(faults) } }
}

const unique = (faults: ContentFault[]) => [
  ...new Map(faults.map((fault) => [`${fault.path} ${fault.message.en}`, fault])).values(),
]

const defaultLocale = (payload: Payload) =>
  payload.config.localization ? payload.config.localization.defaultLocale : 'vi'
