import {
  GraphQLEnumType,
  type GraphQLFieldConfig,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql'
import { listDay } from '../../../lib/text/dates.ts'
import { dayOf } from '../../../lib/time/periods.ts'
import type { Addressed } from '../catalogue/addresses.ts'
import type { ByLanguage } from '../types.ts'
import { badInput, type DeliveryContext } from './context.ts'
import { required } from './types.ts'

type Kind = 'withdrawn' | 'expired' | 'redirected'

interface Removed {
  kind: Kind
  collection: string
  id: string
  url: string
  edition: number
  at: string | null
  reason: string | null
  redirectTo: string | null
}

const NOTICES: Record<Kind, ByLanguage> = {
  withdrawn: {
    vi: 'Nội dung này đã được rút ngày {day}.',
    km: 'ខ្លឹមសារនេះត្រូវបានដកចេញនៅថ្ងៃទី {day}។',
    zh: '此内容已于 {day} 撤回。',
    en: 'This content was withdrawn on {day}.',
  },
  expired: {
    vi: 'Nội dung này đã hết thời hạn hiển thị ngày {day}.',
    km: 'ខ្លឹមសារនេះបានផុតកំណត់នៅថ្ងៃទី {day}។',
    zh: '此内容已于 {day} 到期。',
    en: 'This content expired on {day}.',
  },
  redirected: {
    vi: 'Nội dung này đã chuyển sang địa chỉ mới.',
    km: 'ខ្លឹមសារនេះត្រូវបានផ្លាស់ទៅអាសយដ្ឋានថ្មី។',
    zh: '此内容已移至新地址。',
    en: 'This content has moved to a new address.',
  },
}

/** Why and when a document ceased to be public, as one sentence. */
export const removalNotice = (kind: Kind, at: string | null, locale: string): string =>
  (NOTICES[kind][locale] ?? NOTICES[kind].vi!).replace('{day}', at ? listDay(dayOf(new Date(at))) : '')

const MOST_CHARACTERS = 2_000

/** Why the document at an address is gone; `undefined` while it is live, and when there never was one. */
const removalOf = (asked: string, found: Addressed, now: string): Removed | undefined => {
  const { state, expires, shown } = found
  const removed = (kind: Kind, more: Partial<Removed>): Removed => ({
    kind,
    collection: state.collection,
    id: state.document,
    url: state.url,
    edition: state.edition,
    at: null,
    reason: null,
    redirectTo: null,
    ...more,
  })
  if (state.ended) {
    const { kind, at, reason, to } = state.ended
    return removed(kind, { at: kind === 'redirected' ? null : at, reason, redirectTo: to })
  }
  if (expires && expires <= now) return removed('expired', { at: expires })
  return shown && asked !== state.url ? removed('redirected', { redirectTo: state.url }) : undefined
}

const RemovedType = new GraphQLObjectType<Removed & { locale: string }, DeliveryContext>({
  name: 'Removed',
  fields: {
    kind: {
      type: new GraphQLNonNull(
        new GraphQLEnumType({ name: 'RemovedKind', values: { withdrawn: {}, expired: {}, redirected: {} } }),
      ),
    },
    notice: {
      type: required.string,
      description: 'One sentence for the reader',
      resolve: ({ kind, at, locale }) => removalNotice(kind, at, locale),
    },
    reason: { type: GraphQLString, description: 'Why it was withdrawn, in Vietnamese' },
    at: { type: GraphQLString, description: 'Instant; null for what was redirected' },
    redirectTo: { type: GraphQLString, description: 'Where it stands now, a path' },
    collection: { type: required.string },
    id: { type: required.string, description: 'Stable public key' },
    url: { type: required.string, description: 'Its last address, a path' },
    edition: { type: GraphQLInt, description: 'The last that was public' },
  },
})

/** `removed(url)` */
export const removedField: GraphQLFieldConfig<unknown, DeliveryContext> = {
  type: RemovedType,
  description:
    'What became of what stood at an address, here or on an earlier website; null while it stands there, and when nothing ever did',
  args: { url: { type: required.string }, locale: { type: GraphQLString } },
  resolve: (_, given, { catalogue, now, defaultLocale }) => {
    const { url, locale } = given as { url: string; locale?: string }
    if (url.length > MOST_CHARACTERS) throw badInput(`"url" has at most ${MOST_CHARACTERS} characters`)
    const holder = catalogue.holderAt(url)
    const found = holder && catalogue.stateOf(holder)
    const removed = found && removalOf(url, found, now)
    return removed ? { ...removed, locale: locale ?? defaultLocale } : null
  },
}
