import type { Config, PayloadRequest } from 'payload'
import { APIError } from 'payload'
import { STATUS } from '../core/refusal.ts'
import { sentence } from '../hooks/asApiError.ts'
import type { WorkflowService } from './service.ts'

type Mutations = NonNullable<NonNullable<Config['graphQL']>['mutations']>

/** The workflow over the editors' GraphQL: `workflowAction(collection, id, action, expected, input)`. */
export const workflowMutations =
  (service: WorkflowService): Mutations =>
  (graphql) => {
    // Payload passes its own copy of graphql-js. The schema refuses types from another copy.
    const { GraphQLInt, GraphQLNonNull, GraphQLScalarType, GraphQLString } = graphql
    const text = { type: new GraphQLNonNull(GraphQLString) }
    const view = new GraphQLScalarType({
      name: 'WorkflowView',
      description: 'As GET /api/workflow/{collection}/{id}',
      serialize: (value) => value,
    })
    const fields = new GraphQLScalarType({
      name: 'WorkflowInput',
      description: '{ reason, comment, changeNote, at, note, major, edition, to, redirectTo, checklist, as }',
      parseValue: (value) => value,
    })
    return {
      workflowAction: {
        type: view,
        args: { collection: text, id: text, action: text, expected: { type: GraphQLInt }, input: { type: fields } },
        resolve: async (_: unknown, args: Record<string, unknown>, { req }: { req: PayloadRequest }) => {
          const body = {
            ...(args.input as object | undefined),
            ...(args.expected === undefined || args.expected === null ? {} : { expected: args.expected }),
          }
          const result = await service.act(req, String(args.collection), String(args.id), String(args.action), body)
          if (!('refusal' in result)) return result
          const { code, message, seq, happened, fields: faults } = result.refusal
          throw new APIError(sentence(message, req), STATUS[code], { code, seq, happened, fields: faults }, true)
        },
      },
    }
  }
