import type { Payload } from 'payload'
import { claim, insertOnce } from '../../publications/index.ts'

export interface DayVisits {
  day: string
  visits: number
}

/** Days from a given day on, ascending; `''` for all. */
export const readDays = async (payload: Payload, from: string): Promise<DayVisits[]> => {
  const found = await payload.db.find<DayVisits & { id: string }>({
    collection: 'visits',
    where: { day: { greater_than_equal: from } },
    sort: 'day',
    limit: 0,
    pagination: false,
  })
  return found.docs
}

/**
 * Adds visits to a day with an atomic increment in the database, so that any number of processes can count.
 *
 * @returns the day's visits afterwards
 */
export const addVisits = async (payload: Payload, { day, visits }: DayVisits): Promise<number> => {
  const add = () =>
    claim<DayVisits>({
      payload,
      collection: 'visits',
      where: { day: { equals: day } },
      data: { day, visits: { $inc: visits } },
    })
  const row = await add()
  if (row) return row.visits
  const first = await insertOnce({ payload, collection: 'visits', data: { day, visits }, unique: ['day'] })
  if (first.inserted) return visits
  return (await add())?.visits ?? first.row.visits
}
