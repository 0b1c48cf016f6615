import type { Payload, PayloadRequest, Where } from 'payload'
import { textIn } from '../../../lib/text/languages.ts'
import { defaultLocale } from '../../publications/index.ts'
import type { Group, WorkflowDefinition } from '../core/definition.ts'
import type { Actor } from '../core/events.ts'
import { belongs, type Members, type Person, partsOf, roleName } from '../core/groups.ts'
import type { WorkflowOptions } from '../types.ts'
import { definitionsOf } from './definitions.ts'

/** A stored user. */
export type UserRow = Record<string, unknown> & { id: string | number }
type Options = Pick<WorkflowOptions, 'people' | 'roles' | 'definitions' | 'variants' | 'language'>

/** The acting person as recorded permanently in the trail. */
export const actorOf = (
  user: UserRow,
  { people, roles, language }: Pick<WorkflowOptions, 'people' | 'roles' | 'language'>,
): Actor => {
  const role = String(user[people.role] ?? '')
  const title = people.title === undefined ? '' : user[people.title]
  return {
    id: String(user.id),
    role,
    name: String(user[people.name] ?? ''),
    capacity: typeof title === 'string' && title ? title : roleName(role, roles, language),
  }
}

/** The condition for accounts in use that meet further conditions; an empty `and` is an error on MongoDB. */
export const inUse = ({ active }: WorkflowOptions['people'], further: Where[] = []): Where => {
  const and = [...(active === undefined ? [] : [{ [active]: { not_equals: false } }]), ...further]
  return and.length ? { and } : {}
}

/** Whether any workflow looks at the units of people. */
const looksAtUnits = (options: Options): boolean =>
  options.people.unit !== undefined &&
  definitionsOf(options).some(({ steps }) => steps.flatMap(partsOf).some(({ by }) => by.unit !== undefined))

const unitIdOf = (user: UserRow, field: string): string | undefined => {
  const value = user[field]
  const id = value && typeof value === 'object' && 'id' in value ? value.id : value
  return id === null || id === undefined || id === '' ? undefined : String(id)
}

/** Keys of units by database id. */
const unitKeys = async (
  payload: Payload,
  users: readonly UserRow[],
  options: Options,
): Promise<Map<string, string>> => {
  if (!options.people.unit || !looksAtUnits(options)) return new Map()
  const { field, collection, key } = options.people.unit
  const ids = [...new Set(users.flatMap((user) => unitIdOf(user, field) ?? []))]
  const { docs } = ids.length
    ? await payload.db.find<UserRow>({ collection, where: { id: { in: ids } }, pagination: false })
    : { docs: [] }
  return new Map(docs.map((unit) => [String(unit.id), String(unit[key] ?? '')]))
}

const withUnit = (user: UserRow, options: Options, keys: ReadonlyMap<string, string>): Person => {
  const unit = options.people.unit && keys.get(unitIdOf(user, options.people.unit.field) ?? '')
  return {
    ...actorOf(user, options),
    ...(typeof user.email === 'string' ? { address: user.email.toLowerCase() } : {}),
    ...(unit ? { unit } : {}),
  }
}

/** A person as the rules look at them. */
export const personOf = async (payload: Payload, user: UserRow, options: Options): Promise<Person> =>
  withUnit(user, options, await unitKeys(payload, [user], options))

/** People as the rules look at them, in the same order. */
export const personsOf = async (payload: Payload, users: readonly UserRow[], options: Options): Promise<Person[]> => {
  const keys = await unitKeys(payload, users, options)
  return users.map((user) => withUnit(user, options, keys))
}

/** Whoever asks without a login; no group has them. */
const NOBODY: Person = { id: '', role: '', name: '', capacity: '' }

/** The person of a request. */
export const personAsking = async (req: PayloadRequest, options: Options): Promise<Person> =>
  req.user ? personOf(req.payload, req.user, options) : NOBODY

/** Returns a lookup of the ids of the active people of a group. */
export const membersOf = async (payload: Payload, options: Options): Promise<Members> => {
  const { people } = options
  const { docs } = await payload.db.find<UserRow>({
    collection: people.collection,
    where: inUse(people),
    limit: 0,
    pagination: false,
  })
  const persons = await personsOf(payload, docs, options)
  return (group: Group) => persons.filter((person) => belongs(person, group)).map(({ id }) => id)
}

const activeWhere = async (payload: Payload, options: Options, column: 'id' | 'email', value: string) => {
  const user = await payload.db.findOne<UserRow>({
    collection: options.people.collection,
    where: inUse(options.people, [{ [column]: { equals: value } }]),
  })
  return user ? personOf(payload, user, options) : undefined
}

/** The active person with a mail address, as they would act; `undefined` when there is none. */
export const personByAddress = (payload: Payload, options: Options, email: string): Promise<Person | undefined> =>
  activeWhere(payload, options, 'email', email.trim().toLowerCase())

/** The active person with an id; `undefined` when there is none. */
export const personById = (payload: Payload, options: Options, id: string): Promise<Person | undefined> =>
  activeWhere(payload, options, 'id', id)

/** Returns a lookup of what the unit of a person is called, by the id of their account; empty for people in none. */
export const unitNames = async (
  payload: Payload,
  { people }: Pick<Options, 'people'>,
): Promise<(id: string) => string> => {
  if (!people.unit) return () => ''
  const { field, collection, key } = people.unit
  const read = async (from: string, columns: string[]) => {
    const select = Object.fromEntries(columns.map((column) => [column, true as const]))
    const some = {
      collection: from,
      select,
      locale: defaultLocale(payload.config),
      depth: 0,
      limit: 0,
      pagination: false,
    }
    return (await payload.find({ ...some, overrideAccess: true })).docs as unknown as UserRow[]
  }
  const { useAsTitle = 'id' } = payload.collections[collection]?.config.admin ?? {}
  const title = useAsTitle === 'id' ? key : useAsTitle
  const units = await read(collection, [title, key])
  const names = new Map(units.map((unit) => [String(unit.id), unit[title] ?? unit[key]]))
  const users = await read(people.collection, [field])
  const unitOf = new Map(users.map((user) => [String(user.id), unitIdOf(user, field)]))
  return (id) => String(names.get(unitOf.get(id) ?? '') ?? '')
}

/** What a group is called. */
export const groupName = ({ title, role = '' }: Group, roles: WorkflowOptions['roles'], lang: string): string =>
  title ? textIn(title, lang) : roleName(role, roles, lang)

/** What the groups of a step are called. */
export const stepGroups = (
  step: WorkflowDefinition['steps'][number],
  roles: WorkflowOptions['roles'],
  lang: string,
): string =>
  partsOf(step)
    .map(({ by }) => groupName(by, roles, lang))
    .join(lang === 'vi' ? ' và ' : ' and ')
