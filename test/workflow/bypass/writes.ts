import type { Payload } from 'payload'
import { type Answer, type Bypass, form, LOGINS, type Target, TYPES, type Who } from './bypassing.ts'
import { isUnderWay, type State, wasPublic } from './states.ts'

type Kind = 'change' | 'creation' | 'copy' | 'restoration' | 'removal'
/** The API of a write; bulk writes are answered per row. */
type Way = 'rest' | 'many' | 'graphql' | 'local' | 'localMany'

/** A way of writing a document, and the expected response. */
export interface Write {
  name: string
  kind: Kind
  way: Way
  whos: readonly Who[]
  /** States in which it is tried; default: all. */
  states?: readonly State[]
  /** Whether it carries data that would publish without the workflow. */
  poisoned?: boolean
  call: (who: Who, target: Target) => Promise<Answer>
}

const READERS: readonly Who[] = ['mail', 'auditor', 'admin']
const EVERYBODY: readonly Who[] = [...LOGINS, 'nobody']
/** One person of each kind that the rules of writing distinguish. */
export const SOME: readonly Who[] = ['author', 'editor', 'head', 'admin', 'nobody']
/** A state in which anyone may write, one in which nobody may, and a public one. */
export const THREE: readonly State[] = ['draft', 'approving', 'published']

/** Whether the text is frozen for a person: for all but the editors in their step. */
const isFrozenFor = (who: Who, state: State): boolean => isUnderWay(state) && !(state === 'editing' && who === 'editor')

const REFUSED = {
  login: { status: 401, code: 'LOGIN_REQUIRED' },
  role: { status: 403, code: 'FORBIDDEN' },
  approval: { status: 403, code: 'WORKFLOW_APPROVAL_REQUIRED' },
  frozen: { status: 409, code: 'WORKFLOW_FROZEN' },
} as const
/** Bulk writes return one error per row, in a list. */
const each = ({ code }: { code: string }) => ({ status: 400, code })

/** The expected refusal of a write, derived from the rules and not from the code; `undefined` when it is permitted. */
export const refusalOf = (
  { kind, way, poisoned }: Pick<Write, 'kind' | 'way' | 'poisoned'>,
  who: Who,
  state: State,
): Pick<Answer, 'status' | 'code'> | undefined => {
  const many = way === 'many' || way === 'localMany'
  // Refused before anything else; over REST a request without a login still gets 401.
  if (poisoned) return who === 'nobody' ? { ...REFUSED.approval, status: 401 } : REFUSED.approval
  if (who === 'nobody') return way === 'rest' || way === 'many' ? REFUSED.login : REFUSED.role
  const reads = READERS.includes(who)
  switch (kind) {
    case 'creation':
    case 'copy':
      return reads ? REFUSED.role : undefined
    case 'restoration':
      // Checked by the access rules, which refuse a frozen text. Code in the process reaches the guard itself.
      if (who === 'inside') return isFrozenFor(who, state) ? REFUSED.frozen : undefined
      return reads || isFrozenFor(who, state) ? REFUSED.role : undefined
    case 'change':
      if (many) return reads ? REFUSED.role : isFrozenFor(who, state) ? each(REFUSED.frozen) : undefined
      return isFrozenFor(who, state) ? REFUSED.frozen : reads ? REFUSED.role : undefined
    case 'removal': {
      if (reads) return !many && isFrozenFor(who, state) ? REFUSED.frozen : REFUSED.role
      const why = isUnderWay(state) ? REFUSED.frozen : wasPublic(state) ? REFUSED.approval : undefined
      return why && many ? each(why) : why
    }
  }
}

/** All ways of writing a document. */
export const writesOf = (bypass: () => Bypass): Write[] => {
  const rest = (
    name: string,
    kind: Kind,
    request: (target: Target) => [method: string, url: string, body?: object],
    more: Partial<Write> = {},
  ): Write => ({
    name,
    kind,
    way: 'rest',
    whos: EVERYBODY,
    call: (who, target) => bypass().rest(who, ...request(target)),
    ...more,
  })
  const graphql = (name: string, kind: Kind, mutation: (target: Target) => string): Write => ({
    name: `${name} over GraphQL`,
    kind,
    way: 'graphql',
    whos: EVERYBODY,
    call: (who, target) => bypass().gql(who, `mutation { ${mutation(target)} }`),
  })
  type Work = (payload: Payload, target: Target, as: { overrideAccess: boolean; user?: object }) => Promise<unknown>
  const local = (name: string, kind: Kind, work: Work, more: Partial<Write> = {}): Write[] => {
    const call: Write['call'] = (who, target) => bypass().inside(who, (as) => work(bypass().portal.payload, target, as))
    const both: Omit<Write, 'name' | 'whos'> = { kind, way: 'local', call, ...more }
    return [
      { ...both, name: `${name} from inside`, whos: ['inside'] },
      ...(more.poisoned ? [] : [{ ...both, name: `${name} from inside, with access rules`, whos: SOME }]),
    ]
  }
  const at = ({ collection, id }: Target) => `/${collection}/${id}`
  const only = ({ collection, id }: Target) => `/${collection}?where[id][equals]=${id}`
  const where = ({ id }: Target) => ({ id: { equals: id } })
  const title = { title: 'LEN' }
  const status = { _status: 'published' }
  const published = { poisoned: true, whos: SOME, states: THREE }
  const poison = (body: object, query = '') =>
    rest(
      `an update with ${JSON.stringify(body)}${query}`,
      'change',
      (target) => ['PATCH', `${at(target)}${query}`, { ...title, ...body }],
      { ...published, states: query === '' && '_status' in body ? undefined : THREE },
    )
  const made = (collection: Target['collection']) => bypass().data(collection)
  const update = ({ collection, id }: Target, alias = '') =>
    `${alias}update${TYPES[collection]}(id: "${id}", data: { title: "LEN" }) { id }`
  const remove = ({ collection, id }: Target, alias = '') => `${alias}delete${TYPES[collection]}(id: "${id}") { id }`
  const restore = ({ collection, version }: Target, alias = '') =>
    `${alias}restoreVersion${TYPES[collection]}(id: "${version}") { id }`
  return [
    rest('an update', 'change', (target) => ['PATCH', at(target), title]),
    rest('an update as a form', 'change', (target) => ['PATCH', at(target), form('', title)], { whos: SOME }),
    rest('an update in another language', 'change', (target) => ['PATCH', `${at(target)}?locale=en`, title], {
      whos: SOME,
    }),
    rest('an update of many', 'change', (target) => ['PATCH', only(target), title], { way: 'many' }),
    rest('a new document', 'creation', ({ collection }) => ['POST', `/${collection}`, made(collection)]),
    rest('a copy', 'copy', (target) => ['POST', `${at(target)}/duplicate`, {}]),
    rest('an earlier version', 'restoration', ({ collection, version }) => [
      'POST',
      `/${collection}/versions/${version}`,
      {},
    ]),
    rest('a removal', 'removal', (target) => ['DELETE', at(target)]),
    rest('a removal of many', 'removal', (target) => ['DELETE', only(target)], { way: 'many' }),
    poison(status),
    poison({ '_status.vi': 'published' }),
    poison({}, '?autosave=true'),
    poison({}, '?publishSpecificLocale=vi&locale=vi'),
    poison({}, '?publishAllLocales=true'),
    poison(status, '?draft=false'),
    rest('a published update as a form', 'change', (target) => ['PATCH', at(target), form('', status)], {
      ...published,
    }),
    rest('a published update of many', 'change', (target) => ['PATCH', only(target), status], {
      ...published,
      way: 'many',
    }),
    rest(
      'a new published document',
      'creation',
      ({ collection }) => ['POST', `/${collection}`, { ...made(collection), ...status }],
      published,
    ),
    rest('a published copy', 'copy', (target) => ['POST', `${at(target)}/duplicate`, status], {
      ...published,
    }),
    graphql('an update', 'change', update),
    graphql('a copy', 'copy', ({ collection, id }) => {
      const kind = collection === 'bulletins' ? ', kind: news' : ''
      return `duplicate${TYPES[collection]}(id: "${id}", data: { title: "LEN"${kind} }) { id }`
    }),
    graphql('an earlier version', 'restoration', restore),
    graphql('a removal', 'removal', remove),
    {
      // The first error is that of the update. All others must be refused too, or something would change.
      ...graphql('many mutations at once', 'change', (target) =>
        [update(target, 'a: '), restore(target, 'b: '), update(target, 'c: '), remove(target, 'd: ')].join(' '),
      ),
      states: ['approving', 'approved', 'scheduled', 'revising'],
    },
    ...local('an update', 'change', (payload, { collection, id }, as) =>
      payload.update({ collection, id, data: title, ...as }),
    ),
    ...local(
      'an update of many',
      'change',
      (payload, target, as) =>
        payload.update({ collection: target.collection, where: where(target), data: title, ...as }),
      { way: 'localMany' },
    ),
    ...local('a new document', 'creation', (payload, { collection }, as) =>
      payload.create({ collection, data: made(collection), ...as }),
    ),
    ...local('a copy', 'copy', (payload, { collection, id }, as) => payload.duplicate({ collection, id, ...as })),
    ...local('an earlier version', 'restoration', (payload, { collection, version }, as) =>
      payload.restoreVersion({ collection, id: version, ...as }),
    ),
    ...local('a removal', 'removal', (payload, { collection, id }, as) => payload.delete({ collection, id, ...as })),
    ...local(
      'a removal of many',
      'removal',
      (payload, target, as) => payload.delete({ collection: target.collection, where: where(target), ...as }),
      { way: 'localMany' },
    ),
    ...local(
      'a published update',
      'change',
      (payload, { collection, id }, as) => payload.update({ collection, id, data: { ...title, ...status }, ...as }),
      published,
    ),
    ...local(
      'a published update of many',
      'change',
      (payload, target, as) =>
        payload.update({ collection: target.collection, where: where(target), data: status, ...as }),
      { ...published, way: 'localMany' },
    ),
    ...local(
      'a new published document',
      'creation',
      (payload, { collection }, as) => payload.create({ collection, data: { ...made(collection), ...status }, ...as }),
      published,
    ),
    ...local(
      'a published copy',
      'copy',
      (payload, { collection, id }, as) => payload.duplicate({ collection, id, data: status, ...as }),
      published,
    ),
  ]
}
