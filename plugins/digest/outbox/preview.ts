import { readContents, titleFieldOf } from '../../publications/index.ts'
import { maskAddress } from '../core/address.ts'
import { describe } from '../core/describe.ts'
import type { Item } from '../core/items.ts'
import type { RunCadence } from '../core/periods.ts'
import type { DigestRunRow } from '../rowTypes.ts'
import { readLog } from './readLog.ts'
import { recipientsOf } from './recipients.ts'
import { plannedRuns, rangeOf, runsIn } from './runs.ts'
import type { Work } from './work.ts'

/** What a run would send, to whom; addresses masked. */
export interface PreviewedRun {
  key: string
  state: DigestRunRow['state']
  fromSeq: number
  toSeq: number
  recipients: { to: string; items: { title: string; url: string; kind: Item['kind'] }[] }[]
}

/** The runs that would be created or continued now. Writes nothing. */
export const previewRuns = async (work: Work, cadence: RunCadence): Promise<PreviewedRun[]> => {
  const { payload } = work
  const runs = [...(await runsIn(payload, cadence, ['open', 'frozen'])), ...(await plannedRuns(work, cadence))]
  const previews: PreviewedRun[] = []
  for (const run of runs) {
    const { key, state } = run
    if (state === 'skipped') {
      previews.push({ key, state, fromSeq: 0, toSeq: 0, recipients: [] })
      continue
    }
    const range = state === 'frozen' ? { fromSeq: run.fromSeq, toSeq: run.toSeq } : await rangeOf(payload, run)
    const recipients: PreviewedRun['recipients'] = []
    for await (const page of recipientsOf(work, { ...run, ...range, cursor: '' }, async () => true))
      for (const { subscriber, items } of page.recipients)
        if (items.length)
          recipients.push({ to: maskAddress(subscriber.email), items: await inWords(work, items, subscriber.locale) })
    previews.push({ key, state, ...range, recipients })
  }
  return previews
}

const inWords = async ({ payload }: Work, items: Item[], locale: string) => {
  const wanted = new Set(items.map((item) => item.seq))
  const log = await readLog({ payload, after: Math.min(...wanted) - 1, upTo: Math.max(...wanted) })
  const events = new Map(log.map((event) => [event.seq, event]))
  const hashes = items.map((item) => events.get(item.seq)!.contentHash)
  const contents = await readContents({ payload, hashes: [...new Set(hashes)] })
  return items.map((item, index) => {
    const content = contents.get(hashes[index]!)
    const { url, collection } = events.get(item.seq)!
    return {
      title: content ? describe(content, locale, titleFieldOf(payload, collection)).title : url,
      url,
      kind: item.kind,
    }
  })
}
