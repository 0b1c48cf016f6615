import type { Payload } from 'payload'
import type { Actor } from '../core/events.ts'
import type { WorkflowOptions } from '../types.ts'

type Person = Record<string, unknown> & { id: string | number }

/** The acting person as recorded permanently in the trail. */
export const actorOf = (user: Person, { people, roles }: Pick<WorkflowOptions, 'people' | 'roles'>): Actor => {
  const role = String(user[people.role] ?? '')
  const title = user[people.title]
  return {
    id: String(user.id),
    role,
    name: String(user[people.name] ?? ''),
    capacity: typeof title === 'string' && title ? title : (roles[role]?.vi ?? role),
  }
}

/** Returns a lookup of the ids of active people by role. */
export const peopleByRole = async (
  payload: Payload,
  { people }: Pick<WorkflowOptions, 'people'>,
): Promise<(role: string) => string[]> => {
  const found = await payload.db.find<Person>({
    collection: people.collection,
    where: { [people.active]: { not_equals: false } },
    limit: 0,
    pagination: false,
  })
  return (role) => found.docs.filter((person) => person[people.role] === role).map((person) => String(person.id))
}
