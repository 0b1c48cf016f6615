import type { Payload } from 'payload'
import { canonicalJson, sha256, type Within } from '../../publications/index.ts'
import type { Absence } from '../core/absence.ts'
import {
  type Account,
  type AccountChange,
  decides,
  type RecordedChange,
  restAfterChange,
  restOf,
  sameAccount,
} from '../core/account.ts'
import { type Actor, SYSTEM } from '../core/events.ts'
import type { Person } from '../core/groups.ts'
import { isAuthority } from '../core/powers.ts'
import { type Refusal, refusal } from '../core/refusal.ts'
import { workflowOptions } from '../options.ts'
import { appendPower, readPowers, type StoredPower } from '../store/powers.ts'
import { allRows } from '../store/rows.ts'
import type { WorkflowOptions } from '../types.ts'
import { absenceOf } from './absences.ts'
import { definitionsOf } from './definitions.ts'
import { actorOf, personOf, personsOf, type UserRow } from './people.ts'

const streamFor = ({ people }: WorkflowOptions, id: string): string => `${people.collection}:${id}`

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : String(typeof value === 'object' && 'id' in value ? value.id : value)

/** What of a stored user decides about power. */
const accountIn = (user: UserRow, { people }: WorkflowOptions): Account => ({
  role: textOf(user[people.role]),
  unit: people.unit ? textOf(user[people.unit.field]) : '',
  active: people.active === undefined || user[people.active] !== false,
  address: textOf(user.email).toLowerCase(),
  login: sha256(canonicalJson([textOf(user.salt), textOf(user.hash)])),
})

const changeIn = ({ data }: StoredPower): AccountChange => JSON.parse(data) as AccountChange

/** The last change of an account, and whether a head confirmed it. */
const lastChange = (rows: readonly StoredPower[]): RecordedChange | undefined => {
  const at = rows.findLastIndex(({ type }) => type === 'account')
  if (at === -1) return undefined
  return { ...changeIn(rows[at]!), confirmed: rows.slice(at + 1).some(({ type }) => type === 'confirmed') }
}

const storedUser = (payload: Payload, options: WorkflowOptions, id: string, req?: Within): Promise<UserRow | null> =>
  payload.db.findOne<UserRow>({ collection: options.people.collection, where: { id: { equals: id } }, req })

/** Whether nobody has ever had the authority of any workflow: an office that is being set up. */
const isFounding = async (payload: Payload, options: WorkflowOptions, req?: Within): Promise<boolean> => {
  const heads = new Set(definitionsOf(options).map(({ authority }) => authority))
  const rows = allRows<{ type: string; data: string; document: string; seq: number }>({
    payload,
    collection: 'workflow-powers',
    sort: ['document', 'seq'],
    columns: ['data', 'type'],
    where: { type: { equals: 'account' } },
    req,
  })
  for await (const { data } of rows) if (heads.has((JSON.parse(data) as AccountChange).account.role)) return false
  return true
}

/**
 * Records an account that is not as the log has it. Idempotent.
 *
 * @param args.by who changed it; their own account when its id is the same
 * @param args.req the transaction of the change
 * @returns what was recorded; `undefined` when nothing was to be
 */
export const recordAccount = async (args: {
  payload: Payload
  options: WorkflowOptions
  id: string
  by: Actor
  req?: Within
}): Promise<AccountChange | undefined> => {
  const { payload, options, id, by, req } = args
  const user = await storedUser(payload, options, id, req)
  if (!user) return undefined
  const document = streamFor(options, id)
  const before = lastChange(await readPowers(payload, [document], req))
  const after = accountIn(user, options)
  if (before && sameAccount(before.account, after)) return undefined
  const hours = options.powerRests
  const now = options.clock.now().toISOString()
  const person = await personOf(payload, user, options)
  const restsUntil = restAfterChange({
    before,
    after,
    decides: after.active && decides(person, definitionsOf(options)),
    own: by.id === id,
    founding: hours > 0 && (await isFounding(payload, options, req)),
    now,
    hours,
  })
  const change = { account: after, restsUntil }
  await appendPower({ payload, req, row: { document, type: 'account', at: now, by, data: canonicalJson(change) } })
  return change
}

/**
 * Whether the power of a person rests, and until when. Where power never rests, nobody's does.
 *
 * @returns `undefined` when they may decide
 */
export const restOfPerson = async (
  payload: Payload,
  options: WorkflowOptions,
  id: string,
): Promise<{ until: string | undefined } | undefined> => {
  if (!options.powerRests) return undefined
  const user = await storedUser(payload, options, id)
  if (!user) return { until: undefined }
  const last = lastChange(await readPowers(payload, [streamFor(options, id)]))
  return restOf({ account: accountIn(user, options), last, now: options.clock.now().toISOString() })
}

/** A person and what they may do. */
export interface PersonLine {
  id: string
  person: Person
  active: boolean
  absence: Absence | undefined
  rest: { until: string | undefined } | undefined
  /** The last change of the account. */
  changed: { at: string; by: string } | undefined
  /** Whether a head waits to be asked about the last change, other than these people. */
  confirmableExceptBy: string[]
}

/** Every account with its rows in the log of powers, by name. */
const everyAccount = async (payload: Payload, options: WorkflowOptions) => {
  const { docs } = await payload.db.find<UserRow>({
    collection: options.people.collection,
    sort: options.people.name,
    limit: 0,
    pagination: false,
  })
  const streams = docs.map(({ id }) => streamFor(options, String(id)))
  const log = await readPowers(payload, streams)
  const rowsOf = new Map(streams.map((stream): [string, StoredPower[]] => [stream, []]))
  for (const row of log) rowsOf.get(row.document)?.push(row)
  return docs.map((user, index) => ({ user, id: String(user.id), rows: rowsOf.get(streams[index]!)! }))
}

/** Everybody with an account, by name. */
export const peopleLines = async (payload: Payload, options: WorkflowOptions): Promise<PersonLine[]> => {
  const now = options.clock.now().toISOString()
  const accounts = await everyAccount(payload, options)
  const persons = await personsOf(
    payload,
    accounts.map(({ user }) => user),
    options,
  )
  return accounts.map(({ user, id, rows }, index) => {
    const changed = rows.findLast(({ type }) => type === 'account')
    const account = accountIn(user, options)
    return {
      id,
      person: persons[index]!,
      active: account.active,
      absence: absenceOf(user, options),
      rest: options.powerRests ? restOf({ account, last: lastChange(rows), now }) : undefined,
      changed: changed && { at: changed.at, by: changed.by.name },
      confirmableExceptBy: [id, ...(changed ? [changed.by.id] : [])],
    }
  })
}

/** Whether a person has the authority of any workflow. */
export const isHead = (person: Person, options: WorkflowOptions): boolean =>
  definitionsOf(options).some((definition) => isAuthority(person, definition))

/**
 * A head confirms the last change of an account, which then may decide at once.
 *
 * @returns the refusal, or `undefined` when it is confirmed
 */
export const confirmAccount = async (args: {
  payload: Payload
  options: WorkflowOptions
  id: string
  by: Person
}): Promise<Refusal | undefined> => {
  const { payload, options, id, by } = args
  const own = await restOfPerson(payload, options, by.id)
  if (!isHead(by, options) || own)
    return refusal(
      'FORBIDDEN',
      'Chỉ lãnh đạo đang có quyền duyệt được xác nhận; xin nhờ một lãnh đạo.',
      'Only a head whose own power does not rest may confirm; ask one.',
    )
  const rows = await readPowers(payload, [streamFor(options, id)])
  const changed = rows.findLast(({ type }) => type === 'account')
  if (by.id === id || changed?.by.id === by.id)
    return refusal(
      'WORKFLOW_CONFLICT_OF_DUTY',
      'Không tự xác nhận quyền của chính mình hoặc thay đổi do mình làm; xin nhờ một lãnh đạo khác.',
      'Nobody confirms their own power, or what they changed themselves; ask another head.',
    )
  const rest = await restOfPerson(payload, options, id)
  if (!rest?.until)
    return refusal(
      'WORKFLOW_WRONG_STATE',
      'Tài khoản này không có thay đổi nào chờ xác nhận; xin tải lại trang.',
      'Nothing about this account waits to be confirmed; reload the page.',
    )
  const { id: actor, role, name, capacity } = by
  await appendPower({
    payload,
    row: {
      document: streamFor(options, id),
      type: 'confirmed',
      at: options.clock.now().toISOString(),
      by: { id: actor, role, name, capacity },
      data: '{}',
    },
  })
  return undefined
}

/**
 * Records every account that is not as the log has it, such as one that was changed past the system. On the first start
 * of a portal that has accounts but no log of them, they stand as they are.
 *
 * @returns how many were recorded
 */
export const recordAccounts = async (payload: Payload): Promise<number> => {
  const options = workflowOptions(payload.config)
  const accounts = await everyAccount(payload, options)
  const first = accounts.every(({ rows }) => rows.length === 0)
  let recorded = 0
  for (const { user, id, rows } of accounts) {
    const last = lastChange(rows)
    if (last && sameAccount(last.account, accountIn(user, options))) continue
    const by = first ? actorOf(user, options) : SYSTEM
    if (await recordAccount({ payload, options, id, by })) recorded += 1
  }
  return recorded
}
