import type { Payload } from 'payload'
import { dayOf } from '../../../lib/time/periods.ts'
import { type Absence, absenceIn, isAway } from '../core/absence.ts'
import type { WorkflowOptions } from '../types.ts'
import type { UserRow } from './people.ts'

/** What a stored user says of their absence; `undefined` when nothing. */
export const absenceOf = (
  user: Record<string, unknown>,
  { people }: Pick<WorkflowOptions, 'people'>,
): Absence | undefined => people.absence && absenceIn(user[people.absence.from], user[people.absence.until])

/**
 * Who of the people in use is away on the day of an instant, by id.
 *
 * @param id only this person
 */
export const awayOn = async (
  payload: Payload,
  options: Pick<WorkflowOptions, 'people'>,
  now: Date,
  id?: string,
): Promise<Map<string, Absence>> => {
  const { people } = options
  if (!people.absence) return new Map()
  const day = dayOf(now)
  const { docs } = await payload.db.find<UserRow>({
    collection: people.collection,
    where: {
      and: [
        { [people.absence.from]: { less_than_equal: day } },
        { [people.absence.until]: { greater_than_equal: day } },
        ...(id === undefined ? [] : [{ id: { equals: id } }]),
      ],
    },
    limit: 0,
    pagination: false,
  })
  return new Map(
    docs.flatMap((user): [string, Absence][] => {
      const absence = absenceOf(user, options)
      return isAway(absence, day) ? [[String(user.id), absence]] : []
    }),
  )
}
