import type { Payload } from 'payload'
import { type Publication, readPublications } from '../../publications/index.ts'
import { breathe } from './work.ts'

const PAGE = 500

/** The rows of the publications log in `(after, upTo]`, ascending; to the end of the log without `upTo`. */
export const readLog = async (args: { payload: Payload; after: number; upTo?: number }): Promise<Publication[]> => {
  const { payload, upTo = Number.POSITIVE_INFINITY } = args
  const events: Publication[] = []
  for (let after = args.after; after < upTo; ) {
    const page = await readPublications({ payload, after, limit: PAGE })
    events.push(...page.filter((event) => event.seq <= upTo))
    if (page.length < PAGE) break
    after = page.at(-1)!.seq
    await breathe()
  }
  return events
}
