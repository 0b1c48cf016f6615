import type { Payload } from 'payload'
import type { OwnLanguage } from '../../../lib/text/languages.ts'
import { dayOf } from '../../../lib/time/periods.ts'
import { readContents, titleFieldOf } from '../../publications/index.ts'
import { maskAddress } from '../core/address.ts'
import { describe } from '../core/describe.ts'
import type { Item } from '../core/items.ts'
import { runName } from '../core/runName.ts'
import { nextWishes } from '../outbox/nextWishes.ts'
import { readLog } from '../outbox/readLog.ts'
import { type Recipient, recipientsOf } from '../outbox/recipients.ts'
import type { DigestRunRow } from '../rowTypes.ts'
import { plannedNow } from './plannedNow.ts'

/** Who would get what, without their address. */
export interface PlannedMail {
  /** Reference of the subscriber, for a preview of the mail. */
  subscriber: string
  /** Masked address. */
  to: string
  locale: string
  items: { title: string; url: string; kind: Item['kind'] }[]
}

/** A page of recipients of a run. */
export interface DryRun {
  key: string
  name: string
  cadence: DigestRunRow['cadence']
  sendsAt: string
  recipients: PlannedMail[]
  /** Where the next page begins; `''` at the end. */
  next: string
}

/** Entries in words, each document described once per language. */
const inWords = async (payload: Payload, recipients: Recipient[]) => {
  const wanted = [...new Set(recipients.flatMap(({ items }) => items.map(({ seq }) => seq)))]
  if (!wanted.length) return () => []
  const log = await readLog({ payload, after: Math.min(...wanted) - 1, upTo: Math.max(...wanted) })
  const events = new Map(log.map((event) => [event.seq, event]))
  const hashes = new Set(wanted.flatMap((seq) => events.get(seq)?.contentHash ?? []))
  const contents = await readContents({ payload, hashes: [...hashes].filter(Boolean) })
  const titles = new Map<string, string>()
  return (items: Item[], locale: string): PlannedMail['items'] =>
    items.flatMap(({ seq, kind }) => {
      const event = events.get(seq)
      if (!event) return []
      const known = titles.get(`${locale} ${seq}`)
      const content = contents.get(event.contentHash)
      const title =
        known ?? (content ? describe(content, locale, titleFieldOf(payload, event.collection)).title : event.url)
      titles.set(`${locale} ${seq}`, title)
      return [{ title, url: event.url, kind }]
    })
}

/**
 * Who would get what: one page of each run that would be made, addresses masked. Writes and sends nothing.
 *
 * @param args.at instant to look at; without it, each cadence at its next time
 * @param args.run only this run, from `args.after` on
 */
export const dryRun = async (args: {
  payload: Payload
  language: OwnLanguage
  now: Date
  at?: Date
  run?: string
  after?: string
}): Promise<DryRun[]> => {
  const { payload, language, now, at, run: only, after = '' } = args
  const shown: DryRun[] = []
  for (const { run, work, sendsAt } of await plannedNow(payload, at)) {
    if (only !== undefined && run.key !== only) continue
    const { key, cadence } = run
    let cursor = ''
    let found: Recipient[] = []
    // Pages of people with nothing to read are passed over.
    for await (const page of recipientsOf(
      work,
      { ...run, cursor: only === undefined ? '' : after },
      async () => true,
    )) {
      cursor = page.cursor
      found = page.recipients.filter(({ items }) => items.length)
      if (found.length) break
    }
    const isMore = found.length > 0 && (await nextWishes(payload, run, cursor)).size > 0
    const words = await inWords(payload, found)
    shown.push({
      key,
      name: runName(run, language, dayOf(now).slice(0, 4)),
      cadence,
      sendsAt: sendsAt.toISOString(),
      recipients: found.map(({ subscriber: { ref, email, locale }, items }) => ({
        subscriber: ref,
        to: maskAddress(email),
        locale,
        items: words(items, locale),
      })),
      next: isMore ? cursor : '',
    })
  }
  return shown
}
