import { type FrozenContent, readContents } from '../../publications/index.ts'
import type { LoggedEvent } from '../core/items.ts'
import type { LinkKey } from '../core/links.ts'
import type { DigestRunRow } from '../rowTypes.ts'
import { choicesIn } from '../store/choices.ts'
import { type Imprint, imprintIn } from '../store/imprint.ts'
import { currentLinkKey } from '../store/linkKeys.ts'
import { findOne } from '../store/rows.ts'
import type { Choices } from '../types.ts'
import { readLog } from './readLog.ts'
import type { Work } from './work.ts'

/** Maximum number of cached contents; a digest rarely shows more. */
const MOST_CONTENTS = 500

/** A round of sending. All mails are made from the same few rows, which are read once. */
export interface Sending extends Work {
  /** The publications log after a `seq`, up to the present. */
  logAfter(after: number): Promise<LoggedEvent[]>
  contents(hashes: string[]): Promise<Map<string, FrozenContent>>
  choices(locale: string): Promise<Choices>
  imprint(language: string): Promise<Imprint>
  /** The run that a mail belongs to. */
  run(key: string): Promise<DigestRunRow | undefined>
  /** The key for links of this round. */
  linkKey(): Promise<LinkKey>
}

/** Starts a round. Its caches end with it. */
export const beginSending = (work: Work): Sending => {
  const { payload } = work
  let from = Number.POSITIVE_INFINITY
  let events: LoggedEvent[] = []
  // Serialised, because two concurrent reads would add the same rows.
  let reading: Promise<unknown> = Promise.resolve()
  const readTo = async (after: number) => {
    if (after < from) {
      events = await readLog({ payload, after })
      from = after
    } else events.push(...(await readLog({ payload, after: events.at(-1)?.seq ?? from })))
  }
  /** The next read, and from where on, until it begins: whoever asks before that is answered by it. */
  let next: { after: number; done: Promise<void> } | undefined
  const kept = new Map<string, FrozenContent>()
  const choices = new Map<string, Promise<Choices>>()
  const runs = new Map<string, Promise<DigestRunRow | undefined>>()
  let key: Promise<LinkKey> | undefined
  const imprints = new Map<string, Promise<Imprint>>()
  return {
    ...work,
    logAfter: async (after) => {
      if (next) next.after = Math.min(next.after, after)
      else {
        const asked = { after, done: Promise.resolve() }
        asked.done = reading.then(() => {
          next = undefined
          return readTo(asked.after)
        })
        reading = asked.done.catch(() => {})
        next = asked
      }
      await next.done
      return events.filter((event) => event.seq > after)
    },
    contents: async (hashes) => {
      const missing = hashes.filter((hash) => !kept.has(hash))
      const found = new Map(
        hashes.flatMap((hash) => {
          const content = kept.get(hash)
          return content ? [[hash, content] as const] : []
        }),
      )
      if (!missing.length) return found
      // What another mail still needs is in its own map.
      if (kept.size > MOST_CONTENTS) kept.clear()
      for (const [hash, content] of await readContents({ payload, hashes: missing })) {
        kept.set(hash, content)
        found.set(hash, content)
      }
      return found
    },
    choices: (locale) => {
      const found = choices.get(locale) ?? choicesIn(payload, locale)
      choices.set(locale, found)
      return found
    },
    imprint: (language) => {
      const found = imprints.get(language) ?? imprintIn(payload, language)
      imprints.set(language, found)
      return found
    },
    run: (name) => {
      const found = runs.get(name) ?? findOne(payload, 'digest-runs', { key: { equals: name } })
      runs.set(name, found)
      return found
    },
    linkKey: () => {
      key ??= currentLinkKey(payload, work.clock.now())
      return key
    },
  }
}
