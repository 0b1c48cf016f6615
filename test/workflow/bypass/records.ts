import type { Payload } from 'payload'
import type { Answer, Bypass, Who } from './bypassing.ts'

/** The logs and projections that only use cases write, with their names in GraphQL. */
export const RECORDS = {
  publications: 'Publication',
  contents: 'Content',
  addresses: 'Address',
  'workflow-events': 'WorkflowEvent',
  'workflow-comments': 'WorkflowComment',
  'workflow-powers': 'WorkflowPower',
  'workflow-runs': 'WorkflowRun',
  'workflow-notices': 'WorkflowNotice',
  'workflow-definitions': 'WorkflowDefinition',
} as const
export type RecordName = keyof typeof RECORDS

/** A way of writing a record, over the network or in the process. */
export interface RecordWrite {
  name: string
  call: (who: Who) => Promise<Answer>
}

/** All ways of writing a record. */
export const recordWrites = (bypass: () => Bypass, collection: RecordName, row: { id: string }): RecordWrite[] => {
  const { id } = row
  const { id: _, ...values } = row as Record<string, unknown>
  const only = `where[id][equals]=${id}`
  const at = { at: 'x' }
  const both = (
    name: string,
    [method, url, data]: [string, string, object?],
    work: (payload: Payload, as: { overrideAccess: boolean; user?: object }) => Promise<unknown>,
  ): RecordWrite[] => [
    {
      name: `${name}`,
      call: (who) =>
        who === 'inside'
          ? bypass().inside(who, (as) => work(bypass().portal.payload, as))
          : bypass().rest(who, method, `/${collection}${url}`, data),
    },
    {
      name: `${name} from inside, with access rules`,
      call: (who) => bypass().inside(who, (as) => work(bypass().portal.payload, as)),
    },
  ]
  return [
    ...both('a new row', ['POST', '', values], (payload, as) => payload.create({ collection, data: values, ...as })),
    ...both('an update', ['PATCH', `/${id}`, at], (payload, as) => payload.update({ collection, id, data: at, ...as })),
    ...both('an update of many', ['PATCH', `?${only}`, at], (payload, as) =>
      payload.update({ collection, where: { id: { equals: id } }, data: at, ...as }),
    ),
    ...both('a removal', ['DELETE', `/${id}`], (payload, as) => payload.delete({ collection, id, ...as })),
    ...both('a removal of many', ['DELETE', `?${only}`], (payload, as) =>
      payload.delete({ collection, where: { id: { exists: true } }, ...as }),
    ),
    {
      name: 'a removal over GraphQL, many times in one request',
      call: (who) =>
        who === 'inside'
          ? bypass().inside(who, (as) => bypass().portal.payload.delete({ collection, id, ...as }))
          : bypass().gql(
              who,
              `mutation { ${['a', 'b', 'c'].map((alias) => `${alias}: delete${RECORDS[collection]}(id: "${id}") { id }`).join(' ')} }`,
            ),
    },
  ]
}
