import type { FrozenContent } from '../../publications/index.ts'
import { type Description, describe } from '../core/describe.ts'
import type { Filter } from '../core/filter.ts'
import type { Item, LoggedEvent } from '../core/items.ts'
import type { RunCadence } from '../core/periods.ts'
import type { Messages } from '../translations/index.ts'
import type { Choices } from '../types.ts'
import { dayIn } from './day.ts'
import { around, asPlain, choiceInWords, filterInWords, joined, type Words } from './words.ts'

/** A fact about a document: `Số: 84/KH-UBND`, or `Đã đính chính`, which has no label. */
export interface Fact {
  label?: string
  value: string
  /** Language of the value if it is text; the mail's own when omitted. */
  language?: string
}

/** One entry of a mail, ready to be rendered as text or as HTML. */
export interface Entry {
  title: string
  /** Language of the title. */
  language: string
  url: string
  summary?: { text: string; language?: string }
  facts: Fact[]
  why: Words[]
}

export interface Group {
  heading: Words
  entries: Entry[]
}

/** Personal links in a mail. */
export interface OwnLinks {
  view: { text: string; url: string }
  manage: { text: string; url: string }
  leave: { text: string; hint: string; url: string }
}

/** View model of a digest, rendered as text and as HTML. */
export interface DigestView {
  /** Language of the mail's own texts. */
  language: string
  marks: Messages['marks']
  subject: string
  heading: string
  greeting: string
  groups: Group[]
  /** `Và 12 văn bản nữa …`, when the mail would become too large. */
  more?: string
  siteUrl: string
  /** Personal links; the web view of a mail has none. */
  own?: OwnLinks
  sender: string
  /** Who sends it; one line each. */
  imprint: string[]
}

/** An entry with the data to render it. */
export interface Source {
  item: Item
  event: LoggedEvent
  /** Missing when the content was purged. */
  content: FrozenContent | undefined
  /** Field with the title. */
  title: string
  /** Language of editors' notes. */
  notesIn: string
  /** Filters of the subscriptions that matched it. */
  filters: Filter[]
}

/** Fallback description for purged content. */
const bare = (title: string, language: string): Description => ({ title, language })

/** Maximum number of subscriptions named as the reason for an entry; the text says if there are more. */
const MOST_WISHES = 3

const whyOf = (filters: Filter[], choices: Choices, messages: Messages): Words[] => {
  const wishes = new Map(
    filters.map((filter) => filterInWords(filter, choices, messages)).map((wish) => [asPlain(wish), wish]),
  )
  if (!wishes.size) return [{ text: messages.mail.whyEarlier }]
  const named = [...wishes.values()].slice(0, MOST_WISHES)
  const more: Words[][] = wishes.size > MOST_WISHES ? [[{ text: '…' }]] : []
  return around(messages.mail.why, joined([...named, ...more], ' / '))
}

const entryOf = (args: {
  source: Source
  locale: string
  language: string
  siteUrl: string
  choices: Choices
  messages: Messages
}): Entry => {
  const { source, locale, language, siteUrl, choices, messages } = args
  const { item, event, content, filters } = source
  const words = messages.mail
  const about = content ? describe(content, locale, source.title) : bare(event.url, language)
  const day = (value: string | undefined) => value && dayIn(value, language)
  const isWithdrawn = item.kind === 'withdrawn'
  const facts: (Omit<Fact, 'value'> & { value: string | null | undefined })[] = [
    { value: words.kinds[item.kind] },
    { label: words.number, value: about.number },
    { label: words.issuedOn, value: day(about.issuedOn) },
    { label: words.issuer, value: about.issuer, language: about.issuerLanguage },
    { label: words.byline, value: about.byline, language: about.bylineLanguage },
    { label: words.effectiveFrom, value: isWithdrawn ? undefined : day(about.effectiveFrom) },
    { label: words.note, value: item.kind === 'new' ? undefined : event.changeNote, language: source.notesIn },
  ]
  return {
    title: about.title,
    language: about.language,
    url: `${siteUrl}${event.url}`,
    // What was withdrawn is named, not told again.
    summary:
      about.summary === undefined || isWithdrawn ? undefined : { text: about.summary, language: about.summaryLanguage },
    facts: facts.filter((fact): fact is Fact => Boolean(fact.value)),
    why: whyOf(filters, choices, messages),
  }
}

const isChange = ({ item }: Source): boolean => item.kind === 'corrected' || item.kind === 'withdrawn'

/** What a mail is about, above its entries and in the list of mails. A mail about one text is found by its title. */
const aboutOf = (args: {
  sources: Source[]
  first: Entry | undefined
  cadence: RunCadence
  when: { from: string; to: string }
  messages: Messages
  portalName: string
}): Pick<DigestView, 'subject' | 'heading' | 'greeting'> => {
  const { sources, first, cadence, when, messages, portalName } = args
  const { mail: words, marks } = messages
  const changes = sources.filter(isChange).length
  const kind = words.kinds[sources[0]?.item.kind ?? 'new']
  const alone = sources.length === 1 && first && [kind, first.title].filter(Boolean).join(marks.colon)
  if (sources.length && changes === sources.length)
    return {
      subject: alone || words.onlyChanges.subject(changes),
      heading: words.onlyChanges.heading(when),
      greeting: words.onlyChanges.greeting(portalName),
    }
  return {
    subject: alone || words.subjects[cadence](when, sources.length - changes),
    heading: words.headings[cadence](when),
    greeting: words.greeting(portalName),
  }
}

/**
 * Builds the view model of a digest from its sources, grouped by collection; corrections and withdrawals come first.
 */
export const digestView = (args: {
  sources: Source[]
  /** Number of entries to show; the rest is only counted. */
  show: number
  cadence: RunCadence
  /** First and last day covered, `YYYY-MM-DD`. */
  days: { from: string; to: string }
  locale: string
  language: string
  messages: Messages
  choices: Choices
  portalName: string
  imprint: string[]
  siteUrl: string
  /** Omitted without a particular reader. */
  own?: OwnLinks
  /** Whether it is for everybody, so that nothing is said of who subscribed to what. */
  forEverybody?: boolean
}): DigestView => {
  const { sources, show, messages, choices, portalName, siteUrl, cadence, days, language, own } = args
  const when = { from: dayIn(days.from, language), to: dayIn(days.to, language) }
  const headingOf = (source: Source): Words =>
    isChange(source) ? { text: messages.mail.changes } : choiceInWords(choices, 'collections', source.event.collection)
  const groups = new Map<string, Group>()
  const changesFirst = [...sources].sort((a, b) => Number(isChange(b)) - Number(isChange(a)))
  for (const source of changesFirst.slice(0, show)) {
    const heading = headingOf(source)
    const group = groups.get(heading.text) ?? { heading, entries: [] }
    const entry = entryOf({ ...args, source })
    group.entries.push(args.forEverybody ? { ...entry, why: [] } : entry)
    groups.set(heading.text, group)
  }
  const entries = [...groups.values()].flatMap((group) => group.entries)
  return {
    language,
    marks: messages.marks,
    ...aboutOf({ sources, first: entries[0], cadence, when, messages, portalName }),
    groups: [...groups.values()],
    more: sources.length > show ? messages.mail.more(sources.length - show) : undefined,
    siteUrl,
    own,
    sender: args.forEverybody ? portalName : messages.mail.sender(portalName),
    imprint: args.imprint,
  }
}
