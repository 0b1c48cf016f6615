import { isIsoDay, listDay } from '../../../src/text/dates.ts'
import type { FrozenContent } from '../../publications/index.ts'
import { describe } from '../core/describe.ts'
import { FACETS, type Filter } from '../core/filter.ts'
import type { Item, LoggedEvent } from '../core/items.ts'
import type { Messages } from '../translations/index.ts'
import type { Choices } from '../types.ts'

/** One entry of a mail, ready to be shown as text or as HTML. */
export interface Entry {
  title: string
  /** Language of the title. */
  language: string
  url: string
  /** `Số: 84/KH-UBND`, `Ngày ban hành: 08/05/2024` … */
  facts: string[]
  why: string
}

export interface Group {
  heading: string
  entries: Entry[]
}

/** What a digest says; text and HTML are two renderings of it. */
export interface DigestView {
  /** Language of the mail's own words. */
  language: string
  subject: string
  heading: string
  greeting: string
  groups: Group[]
  /** `Và 12 văn bản nữa …`, when the mail would grow too large. */
  more?: string
  siteUrl: string
  leave: { text: string; hint: string; url: string }
  sender: string
}

/** A filter in words, for "why you get this". */
export const filterInWords = (filter: Filter, choices: Choices, messages: Messages): string => {
  const parts = FACETS.filter((facet) => filter[facet]?.length).map((facet) => {
    const labels = filter[facet]!.map((value) => choices[facet].find((c) => c.value === value)?.label ?? value)
    return `${messages.form.facets[facet]}: ${labels.join(', ')}`
  })
  return parts.join('; ') || messages.mail.everything
}

/** An entry with everything it is shown from. */
export interface Source {
  item: Item
  event: LoggedEvent
  /** Missing when the content was purged. */
  content: FrozenContent | undefined
  /** Filters of the subscriptions that asked for it. */
  filters: Filter[]
}

const entryOf = (args: {
  source: Source
  locale: string
  siteUrl: string
  choices: Choices
  messages: Messages
}): Entry => {
  const { source, locale, siteUrl, choices, messages } = args
  const { item, event, content, filters } = source
  const words = messages.mail
  const about = content
    ? describe(content, locale)
    : {
        title: event.url,
        language: locale,
        number: undefined,
        issuedOn: undefined,
        issuer: undefined,
        effectiveFrom: undefined,
      }
  const fact = (label: string, value: string | undefined) => (value ? `${label}: ${value}` : undefined)
  const day = (value: string | undefined) => (value && isIsoDay(value) ? listDay(value) : value)
  const facts = [
    words.kinds[item.kind] || undefined,
    fact(words.number, about.number),
    fact(words.issuedOn, day(about.issuedOn)),
    fact(words.issuer, about.issuer),
    fact(words.effectiveFrom, day(about.effectiveFrom)),
    fact(words.note, item.kind === 'new' ? undefined : (event.changeNote ?? undefined)),
  ]
  const wishes = [...new Set(filters.map((filter) => filterInWords(filter, choices, messages)))]
  return {
    title: about.title,
    language: about.language,
    url: `${siteUrl}${event.url}`,
    facts: facts.filter((value): value is string => value !== undefined),
    why: wishes.length ? words.why(wishes.join(' / ')) : words.whyEarlier,
  }
}

/** Builds what a digest says from its sources, grouped by kind of content; corrections and withdrawals come first. */
export const digestView = (args: {
  sources: Source[]
  /** How many entries to show; the rest is counted. */
  show: number
  day: string
  locale: string
  language: string
  messages: Messages
  choices: Choices
  portalName: string
  siteUrl: string
  leaveUrl: string
}): DigestView => {
  const { sources, show, messages, choices, portalName, siteUrl } = args
  const groupOf = ({ item, event }: Source): string => {
    if (item.kind === 'corrected' || item.kind === 'withdrawn') return messages.mail.changes
    return choices.collections.find((choice) => choice.value === event.collection)?.label ?? event.collection
  }
  const groups = new Map<string, Entry[]>()
  const changesFirst = [...sources].sort(
    (a, b) => Number(groupOf(b) === messages.mail.changes) - Number(groupOf(a) === messages.mail.changes),
  )
  for (const source of changesFirst.slice(0, show)) {
    const heading = groupOf(source)
    groups.set(heading, [...(groups.get(heading) ?? []), entryOf({ ...args, source })])
  }
  return {
    language: args.language,
    subject: messages.mail.subject(args.day, sources.length),
    heading: messages.mail.heading(args.day),
    greeting: messages.mail.greeting(portalName),
    groups: [...groups].map(([heading, entries]) => ({ heading, entries })),
    more: sources.length > show ? messages.mail.more(sources.length - show) : undefined,
    siteUrl,
    leave: { text: messages.mail.leave, hint: messages.mail.leaveHint, url: args.leaveUrl },
    sender: messages.mail.sender(portalName),
  }
}
