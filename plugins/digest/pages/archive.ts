import { atom, type Feed } from '../../../lib/feeds/atom.ts'
import { dayOf } from '../../../lib/time/periods.ts'
import { archived, archivePeriod, asFollowed, periodsOf } from '../core/archive.ts'
import { FACETS, type Filter, readFilter } from '../core/filter.ts'
import { changesOf, type LoggedEvent } from '../core/items.ts'
import { dayIn } from '../mail/day.ts'
import { html } from '../mail/html.ts'
import { renderDigest } from '../mail/renderDigest.ts'
import { digestView, type Source } from '../mail/view.ts'
import { asMarkup, asPlain, filterInWords } from '../mail/words.ts'
import { settingsOf } from '../options.ts'
import { readArchive } from '../useCases/readArchive.ts'
import { recentLog } from '../useCases/recentLog.ts'
import { PAGE_HEADERS, page } from './shell.ts'
import { type DigestHandler, type Frame, knownValues, lastSegment, type Site } from './site.ts'
import { message } from './tokenPages.ts'

/** The same pages for everybody; a cache may keep them for a while. */
const CACHED = { 'cache-control': 'public, max-age=300', 'x-robots-tag': 'noindex' }
/** A page in the form of a mail has inline styles; everything else is blocked. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
const MOST_ENTRIES = 200
const FEED_ENTRIES = 50
/** Days and weeks in the list. */
const LISTED = { days: 14, weeks: 5 }
const FIRST_INSTANT = '1970-01-01T00:00:00.000Z'

/**
 * The digests of the last weeks for everybody, with the filters that people can subscribe to in the query string, as
 * pages and as an Atom feed. They are made from the log and know no reader.
 */
export const archive = (site: Site): DigestHandler[] => {
  const { payload, locales } = site
  const settings = settingsOf(payload.config)
  const recent = recentLog(site)

  /** Frame, choices and filter of a request; `undefined` for a filter that does not exist. */
  const asked = async (request: Request) => {
    const frame = await site.frame(request)
    const choices = await site.choices(frame.language)
    const { searchParams } = new URL(request.url)
    const input = Object.fromEntries(FACETS.map((facet) => [facet, searchParams.getAll(facet)]))
    const read = readFilter({ input, known: knownValues(choices, { withheld: true }) })
    return { frame, choices, filter: 'filter' in read ? read.filter : undefined }
  }

  const refused = ({ ...frame }: Frame) =>
    message(frame, 422, frame.messages.form.faults, frame.messages.faults.FILTER_UNKNOWN.text)

  const view = (
    { frame, choices }: Awaited<ReturnType<typeof asked>>,
    sources: Source[],
    period: { cadence: 'daily' | 'weekly'; days: { from: string; to: string } },
  ) =>
    digestView({
      ...period,
      sources,
      show: sources.length,
      locale: locales.includes(frame.language) ? frame.language : locales[0]!,
      language: frame.language,
      messages: frame.messages,
      choices,
      portalName: frame.portalName,
      imprint: frame.imprint,
      siteUrl: settings.siteUrl,
      forEverybody: true,
    })

  const list: DigestHandler['handle'] = async (request) => {
    const { frame, choices, filter } = await asked(request)
    if (!filter) return refused(frame)
    const { messages, language } = frame
    const periods = periodsOf(
      changesOf(await recent()).flatMap(({ announced, event }) => (announced.length ? [event] : [])),
    )
    const query = queryOf(filter, language)
    const item = (name: string) => {
      const { cadence, startsAt, endsAt } = archivePeriod(name)!
      const when = {
        from: dayIn(dayOf(startsAt), language),
        to: dayIn(dayOf(new Date(endsAt.getTime() - 1)), language),
      }
      return html`<li><a href="/digests/${name}?${query}">${messages.mail.headings[cadence](when)}</a></li>`
    }
    const body = html`<p>${asMarkup(filterInWords(filter, choices, messages))}</p>
<ul>${[...periods.days.slice(0, LISTED.days), ...periods.weeks.slice(0, LISTED.weeks)].map(item)}</ul>
<p><a href="/digests.atom?${query}" type="application/atom+xml">${messages.archive.feed}</a></p>
<p><a href="/subscriptions?${query}">${messages.form.title}</a></p>`
    const answer = page({ ...frame, title: messages.archive.title, body })
    return new Response(answer.body, { headers: { ...PAGE_HEADERS, ...CACHED } })
  }

  const show: DigestHandler['handle'] = async (request) => {
    const about = await asked(request)
    const { frame, filter } = about
    if (!filter) return refused(frame)
    const period = archivePeriod(lastSegment(request))
    const all = await recent()
    const within = ({ at }: LoggedEvent) =>
      period && Date.parse(at) >= period.startsAt.getTime() && Date.parse(at) < period.endsAt.getTime()
    const changes = archived({ events: all.filter(within), all })
    const sources = await readArchive({ payload, changes, filter, most: MOST_ENTRIES })
    if (!period || !sources.length)
      return message(frame, 404, frame.messages.archive.title, frame.messages.archive.nothing)
    const days = { from: dayOf(period.startsAt), to: dayOf(new Date(period.endsAt.getTime() - 1)) }
    const rendered = renderDigest(view(about, sources, { cadence: period.cadence, days }))
    return new Response(rendered.html, { headers: { ...PAGE_HEADERS, ...CACHED, 'content-security-policy': POLICY } })
  }

  const feed: DigestHandler['handle'] = async (request) => {
    const about = await asked(request)
    const { frame, choices, filter } = about
    if (!filter) return refused(frame)
    const all = await recent()
    const sources = await readArchive({
      payload,
      changes: asFollowed(archived({ events: all, all })),
      filter,
      most: FEED_ENTRIES,
    })
    const { language, messages, portalName } = frame
    const today = dayOf(site.clock.now())
    const { groups } = view(about, sources, { cadence: 'daily', days: { from: today, to: today } })
    const shown = new Map(groups.flatMap(({ entries }) => entries).map((entry) => [entry.url, entry]))
    const self = `${settings.publicUrl}/digests.atom?${queryOf(filter, language)}`
    const newest = [...sources].reverse()
    const made: Feed = {
      id: self,
      self,
      page: `${settings.publicUrl}/digests?${queryOf(filter, language)}`,
      title: [portalName, asPlain(filterInWords(filter, choices, messages))].join(' – '),
      locale: language,
      updated: newest[0]?.event.at ?? FIRST_INSTANT,
      author: portalName,
      entries: newest.flatMap(({ event, item }) => {
        const entry = shown.get(`${settings.siteUrl}${event.url}`)
        if (!entry) return []
        const facts = entry.facts.map(({ label, value }) => (label ? `${label}${messages.marks.colon}${value}` : value))
        const told = [entry.summary?.text, ...facts].filter(Boolean).join('\n')
        return {
          // An edition, a correction and a withdrawal are told of once each.
          id: `${settings.publicUrl}/digests#${event.seq}`,
          title: {
            text: [messages.mail.kinds[item.kind], entry.title].filter(Boolean).join(messages.marks.colon),
            locale: entry.language,
          },
          url: entry.url,
          locale: entry.language,
          summary: told ? { text: told, locale: entry.summary?.language ?? language } : null,
          published: event.at,
          updated: event.at,
          author: null,
          categories: [],
          eli: [],
        }
      }),
    }
    return new Response(atom(made), {
      headers: {
        ...CACHED,
        'content-type': 'application/atom+xml; charset=utf-8',
        'access-control-allow-origin': '*',
        'x-content-type-options': 'nosniff',
      },
    })
  }

  return [
    { method: 'GET', path: '/digests', handle: list },
    { method: 'GET', path: '/digests.atom', handle: feed },
    { method: 'GET', path: '/digests/:period', handle: show },
  ]
}

const queryOf = (filter: Filter, language: string): string =>
  new URLSearchParams([
    ...FACETS.flatMap((facet) => (filter[facet] ?? []).map((value): [string, string] => [facet, value])),
    ['lang', language],
  ]).toString()
