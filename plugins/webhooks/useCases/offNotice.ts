import type { Payload } from 'payload'
import { isRecord } from '../../../lib/isRecord.ts'
import { ownLanguage } from '../../../lib/text/languages.ts'
import { shownInstantOf } from '../../../lib/time/shownInstant.ts'
import { PROBLEMS, type Problem } from '../core/outcome.ts'
import { optionsOf } from '../options.ts'
import { stateOf, WEBHOOKS, webhookById } from '../store/states.ts'
import { problemText, TEXTS } from '../translations/texts.ts'

/** What a mail about a webhook that was switched off is about. */
interface NoticeItems {
  webhook: string
  offAt: string
}

/** The form in which an outbox stores it. */
export const noticeItems = ({ webhook, offAt }: NoticeItems): string => JSON.stringify({ webhook, offAt })

const itemsIn = (items: string): NoticeItems | undefined => {
  try {
    const read: unknown = JSON.parse(items)
    if (!isRecord(read) || typeof read.webhook !== 'string' || typeof read.offAt !== 'string') return undefined
    return { webhook: read.webhook, offAt: read.offAt }
  } catch {
    return undefined
  }
}

/** Whether a mail of the outbox is one of this plugin's. */
export const isOffNotice = (items: string): boolean => itemsIn(items) !== undefined

/** The stored name of a problem; one of another version counts as a broken connection. */
export const problemIn = (stored: string): Problem => PROBLEMS.find((problem) => problem === stored) ?? 'broken'

/**
 * What a mail says now about a webhook that was switched off. An outbox asks for it at hand-over.
 *
 * @param args.recipient id of the account
 * @param args.items as given to the outbox
 * @returns `null` when it was switched on again or is gone, or the person is no administrator any more
 */
export const offNotice = async (args: { payload: Payload; recipient: string; items: string }) => {
  const { payload, recipient } = args
  const items = itemsIn(args.items)
  if (!items) return null
  const [webhook, state, administrators] = await Promise.all([
    webhookById(payload, items.webhook),
    stateOf(payload, items.webhook),
    optionsOf(payload.config).administrators(payload),
  ])
  const person = administrators.find(({ id }) => id === recipient)
  if (!webhook || !person || state?.offAt !== items.offAt) return null
  const language = ownLanguage(person.language)
  const texts = TEXTS[language]
  const { mail } = texts
  const { serverURL, routes } = payload.config
  const home = `${serverURL}${routes.admin}`
  const list = `${home}/collections/${WEBHOOKS}`
  const problem = problemText(texts, problemIn(state.problem), state.answered)
  return {
    to: person.email,
    items: args.items,
    language,
    subject: mail.subject(webhook.name),
    heading: mail.heading,
    groups: [
      {
        heading: mail.heading,
        entries: [
          {
            title: webhook.name,
            url: `${list}/${webhook.id}`,
            lines: mail.lines(shownInstantOf(state.failingSince), problem),
          },
        ],
      },
    ],
    more: mail.more,
    all: { text: mail.all, url: list },
    why: { text: mail.why, link: { text: mail.choose, url: `${home}/account` } },
  }
}
