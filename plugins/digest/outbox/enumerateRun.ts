import { claim, insertOnce } from '../../publications/index.ts'
import { triedUntil } from '../core/planRuns.ts'
import { newDelivery } from '../store/newDelivery.ts'
import type { DigestRunRow } from '../types.ts'
import { recipientsOf } from './recipients.ts'
import type { Work } from './work.ts'

/**
 * Puts the mails of a frozen run into the outbox. Any number of workers may do so at once, or again after a crash: the
 * key `<run>:<subscriber>` lets a person in once, and what a row took along is marked from the row itself.
 */
export const enumerateRun = async (work: Work, run: DigestRunRow): Promise<void> => {
  const { payload, clock } = work
  const where = { key: { equals: run.key }, state: { equals: 'frozen' } }
  const expiresAt = triedUntil({ cadence: run.cadence, dueAt: new Date(run.dueAt) }).toISOString()
  for await (const { cursor, recipients } of recipientsOf(work, run)) {
    for (const { subscriber, items, carriedFrom } of recipients) {
      let taken = carriedFrom
      if (items.length) {
        const data = newDelivery({
          key: `${run.key}:${subscriber.ref}`,
          kind: 'digest',
          run: run.key,
          subscriber: subscriber.ref,
          createdOn: clock.now().toISOString(),
          expiresAt,
          items: JSON.stringify(items),
          carriedFrom: JSON.stringify(carriedFrom),
        })
        const { inserted, row } = await insertOnce({ payload, collection: 'deliveries', data, unique: ['key'] })
        if (inserted) await work.onStep?.('delivery inserted')
        taken = JSON.parse(row.carriedFrom) as string[]
      }
      for (const key of taken)
        await claim({
          payload,
          collection: 'deliveries',
          where: { key: { equals: key }, carry: { equals: true } },
          data: { carry: false },
        })
    }
    await claim({ payload, collection: 'digest-runs', where, data: { cursor } })
  }
  await claim({ payload, collection: 'digest-runs', where, data: { state: 'enumerated' } })
}
