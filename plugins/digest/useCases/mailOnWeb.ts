import type { Payload } from 'payload'
import { readContents } from '../../publications/index.ts'
import type { Filter } from '../core/filter.ts'
import { type Item, latestOf, stillTrue } from '../core/items.ts'
import { subscriptionKeyOf } from '../core/stretch.ts'
import { renderDigest } from '../mail/renderDigest.ts'
import { digestView } from '../mail/view.ts'
import { settingsOf } from '../options.ts'
import { periodOfRun, sourcesOf } from '../outbox/digestSources.ts'
import { readLog } from '../outbox/readLog.ts'
import { choicesIn } from '../store/choices.ts'
import { imprintIn } from '../store/imprint.ts'
import { linkOwner } from '../store/linkOwner.ts'
import { find, findOne } from '../store/rows.ts'
import { messagesFor } from '../translations/index.ts'

export type MailOnWeb =
  | { state: 'shown'; html: string }
  /** Everything in it was withdrawn since. */
  | { state: 'withdrawn'; locale: string }
  /** Never sent, expired, or its reader was erased. */
  | { state: 'gone' }

/**
 * A digest as a page, rendered again from the entries of its delivery; documents withdrawn since are not shown. It
 * contains no personal links, so that a person it is forwarded to cannot change anything.
 */
export const mailOnWeb = async (args: { payload: Payload; token: string; now: Date }): Promise<MailOnWeb> => {
  const { payload } = args
  const settings = settingsOf(payload.config)
  const link = await linkOwner({ ...args, purpose: 'view' })
  const row = link && (await findOne(payload, 'deliveries', { key: { equals: link.delivery } }))
  if (!row || !link.subscriber) return { state: 'gone' }
  const { subscriber } = link
  const { locale } = subscriber
  const sent = JSON.parse(row.items) as Item[]
  const log = await readLog({ payload, after: Math.min(...sent.map((item) => item.seq)) - 1 })
  const asked = new Set(sent.flatMap((item) => item.subscriptions))
  const items = stillTrue({ items: sent, latest: latestOf(log), active: asked })
  if (!items.length) return { state: 'withdrawn', locale }

  const subscriptions = await find({
    payload,
    collection: 'subscriptions',
    where: { subscriber: { equals: subscriber.ref } },
    limit: 0,
  })
  const filters = new Map(
    subscriptions.map(({ key, filter }) => [subscriptionKeyOf(key), JSON.parse(filter) as Filter]),
  )
  const events = new Map(log.map((event) => [event.seq, event]))
  const contents = (hashes: string[]) => readContents({ payload, hashes })
  const { messages, language } = messagesFor(locale)
  const view = digestView({
    ...periodOfRun(await findOne(payload, 'digest-runs', { key: { equals: row.run } }), row),
    sources: await sourcesOf({ payload, contents }, { items, events, filters }),
    show: items.length,
    locale,
    language,
    messages,
    choices: await choicesIn(payload, language),
    ...(await imprintIn(payload, language)),
    siteUrl: settings.siteUrl,
  })
  return { state: 'shown', html: renderDigest(view).html }
}
