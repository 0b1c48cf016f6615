import type { Answer, Bypass, Call, Governed, State, Who } from './bypassing.ts'

/** What was refused to whom, and how that is said. */
interface Refused {
  who: Who
  state: State
  /** What the call carries beyond its twin. */
  poison?: Record<string, unknown>
  status: number
  code: string
}

/** A way to write, where it must fail, and who takes the same way on a draft and gets through. */
export interface Attempt {
  name: string
  call: Call
  refused: Refused[]
  twin: Who
}

const NAMES: Record<Governed, string> = {
  directives: 'Directive',
  bulletins: 'Bulletin',
  videos: 'Video',
  notices: 'Notice',
}
const ALL: State[] = ['draft', 'editing', 'approving', 'published', 'withdrawn']

const approvalRequired = (who: Who, states: State[], poison?: Record<string, unknown>, status = 403): Refused[] =>
  states.map((state) => ({ who, state, poison, status, code: 'WORKFLOW_APPROVAL_REQUIRED' }))
/** A text stands still for everybody while it is approved, and for all but its editors in their step. */
const frozen = (whos: Who[], status = 409): Refused[] =>
  whos.flatMap((who) =>
    (['editing', 'approving'] as const)
      .filter((state) => !(state === 'editing' && who === 'editor'))
      .map((state) => ({ who, state, status, code: 'WORKFLOW_FROZEN' })),
  )
const WRITERS: Who[] = ['author', 'author2', 'editor', 'secretary', 'head', 'deputy']
/** Those whose duty is not to write. */
const readers = (code = 'FORBIDDEN'): Refused[] =>
  (['auditor', 'mail', 'admin'] as const).map((who) => ({ who, state: 'draft', status: 403, code }))
const nobody: Refused = { who: 'nobody', state: 'draft', status: 401, code: 'LOGIN_REQUIRED' }
const only = (id: string) => `where[id][equals]=${id}`

/** Every way to write a document. */
export const attemptsOf = (bypass: () => Bypass): Attempt[] => {
  const send = (who: Who, method: string, url: string, data?: unknown) => bypass().rest(who, method, url, data)
  const inside = (work: (payload: Bypass['portal']['payload']) => Promise<unknown>) =>
    bypass().inside(() => work(bypass().portal.payload))
  const title = { title: 'LEN' }
  const status = { _status: 'published' }
  const patch =
    (query = ''): Call =>
    (who, { collection, id }, { query: more = '', ...poison }) =>
      send(who, 'PATCH', `/${collection}/${id}${query || more}`, { ...title, ...poison })
  return [
    {
      name: 'an update',
      call: patch(),
      refused: [
        ...approvalRequired('author', ALL, status),
        ...approvalRequired('head', ALL, { '_status.vi': 'published' }),
        ...approvalRequired('head', ['draft'], { query: '?autosave=true' }),
        ...approvalRequired('head', ['draft', 'published'], { query: '?publishSpecificLocale=vi&locale=vi' }),
        ...approvalRequired('head', ['draft', 'published'], { query: '?publishAllLocales=true' }),
        ...approvalRequired('head', ['draft'], { query: '?draft=false', ...status }),
        ...frozen(WRITERS),
        ...readers(),
        nobody,
      ],
      twin: 'author',
    },
    {
      name: 'an update of many',
      call: (who, { collection, id }, poison) =>
        send(who, 'PATCH', `/${collection}?${only(id)}`, { ...title, ...poison }),
      refused: [...approvalRequired('head', ALL, status), ...frozen(['author', 'head'], 400), ...readers(), nobody],
      twin: 'head',
    },
    {
      name: 'a new document',
      call: (who, { collection }, poison) =>
        send(who, 'POST', `/${collection}`, { ...bypass().data(collection), ...poison }),
      refused: [...approvalRequired('head', ['draft'], status), ...readers(), nobody],
      twin: 'author',
    },
    {
      name: 'a copy',
      call: (who, { collection, id }, poison) => send(who, 'POST', `/${collection}/${id}/duplicate`, poison),
      refused: [...approvalRequired('author', ['draft', 'published'], status), ...readers(), nobody],
      twin: 'author',
    },
    {
      name: 'an earlier version',
      call: (who, { collection, version }) => send(who, 'POST', `/${collection}/versions/${version}`, {}),
      refused: [
        { who: 'author', state: 'approving', status: 403, code: 'FORBIDDEN' },
        { who: 'head', state: 'approving', status: 403, code: 'FORBIDDEN' },
        ...readers(),
        nobody,
      ],
      twin: 'author',
    },
    {
      name: 'a removal',
      call: (who, { collection, id }) => send(who, 'DELETE', `/${collection}/${id}`),
      refused: [
        ...approvalRequired('author', ['published', 'withdrawn']),
        ...approvalRequired('head', ['published', 'withdrawn']),
        ...frozen(['author', 'head']),
        ...readers(),
        nobody,
      ],
      twin: 'author',
    },
    {
      name: 'a removal of many',
      call: (who, { collection, id }) => send(who, 'DELETE', `/${collection}?${only(id)}`),
      refused: [
        ...approvalRequired('head', ['published', 'withdrawn'], undefined, 400),
        ...frozen(['author', 'head'], 400),
        ...readers(),
        nobody,
      ],
      twin: 'head',
    },
    {
      name: 'an update over GraphQL',
      call: (who, { collection, id }) =>
        bypass().gql(who, `mutation { update${NAMES[collection]}(id: "${id}", data: { title: "LEN" }) { id } }`),
      refused: frozen(['author', 'editor', 'head']),
      twin: 'author',
    },
    {
      name: 'a removal over GraphQL',
      call: (who, { collection, id }) =>
        bypass().gql(who, `mutation { delete${NAMES[collection]}(id: "${id}") { id } }`),
      refused: [...frozen(['author', 'head']), ...approvalRequired('head', ['published', 'withdrawn'])],
      twin: 'author',
    },
    {
      name: 'an update from inside, without access rules',
      call: (_, { collection, id }, poison) =>
        inside((payload) => payload.update({ collection, id, data: { ...title, ...poison } })),
      refused: [...approvalRequired('inside', ALL, status), ...frozen(['inside'])],
      twin: 'inside',
    },
    {
      name: 'an update of many from inside',
      call: (_, { collection, id }, poison) =>
        inside((payload) =>
          payload.update({ collection, where: { id: { equals: id } }, data: { ...title, ...poison } }),
        ),
      refused: [...approvalRequired('inside', ALL, status), ...frozen(['inside'], 400)],
      twin: 'inside',
    },
    {
      name: 'a new document from inside',
      call: (_, { collection }, poison) =>
        inside((payload) => payload.create({ collection, data: { ...bypass().data(collection), ...poison } })),
      refused: approvalRequired('inside', ['draft'], status),
      twin: 'inside',
    },
    {
      name: 'a copy from inside',
      call: (_, { collection, id }, poison) => inside((payload) => payload.duplicate({ collection, id, data: poison })),
      refused: approvalRequired('inside', ['draft', 'published'], status),
      twin: 'inside',
    },
    {
      name: 'an earlier version from inside',
      call: (_, { collection, version }) => inside((payload) => payload.restoreVersion({ collection, id: version })),
      refused: frozen(['inside']),
      twin: 'inside',
    },
    {
      name: 'a removal from inside',
      call: (_, { collection, id }) => inside((payload) => payload.delete({ collection, id })),
      refused: [...approvalRequired('inside', ['published', 'withdrawn']), ...frozen(['inside'])],
      twin: 'inside',
    },
  ]
}

/** The logs and projections that only use cases write. */
export const RECORDS = [
  'publications',
  'contents',
  'addresses',
  'workflow-events',
  'workflow-runs',
  'workflow-definitions',
] as const

/** Every way to write a record. */
export const recordAttempts = (
  bypass: () => Bypass,
  collection: (typeof RECORDS)[number],
  row: { id: string },
): { name: string; call: (who: Who) => Promise<Answer> }[] => {
  const { id } = row
  const both = (
    name: string,
    [method, url, data]: [string, string, object?],
    work: (payload: Bypass['portal']['payload']) => Promise<unknown>,
  ) => ({
    name,
    call: (who: Who) =>
      who === 'inside'
        ? bypass().inside(() => work(bypass().portal.payload))
        : bypass().rest(who, method, `/${collection}${url}`, data),
  })
  const { id: _, ...values } = row as Record<string, unknown>
  return [
    both('a new row', ['POST', '', values], (payload) => payload.create({ collection, data: values })),
    both('an update', ['PATCH', `/${id}`, { at: 'x' }], (payload) =>
      payload.update({ collection, id, data: { at: 'x' } }),
    ),
    both('an update of many', ['PATCH', `?${only(id)}`, { at: 'x' }], (payload) =>
      payload.update({ collection, where: { id: { equals: id } }, data: { at: 'x' } }),
    ),
    both('a removal', ['DELETE', `/${id}`], (payload) => payload.delete({ collection, id })),
    both('a removal of many', ['DELETE', `?${only(id)}`], (payload) =>
      payload.delete({ collection, where: { id: { exists: true } } }),
    ),
  ]
}
