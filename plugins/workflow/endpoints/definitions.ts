import type { Endpoint, Payload, Where } from 'payload'
import { languageOf } from '../../../lib/faults/say.ts'
import { textIn } from '../../../lib/text/languages.ts'
import type { Group, Step, WorkflowDefinition } from '../core/definition.ts'
import { partsOf, roleName } from '../core/groups.ts'
import type { Condition } from '../core/variants.ts'
import type { WorkflowOptions } from '../types.ts'
import { outdatedDocuments } from '../useCases/outdated.ts'
import { groupName } from '../useCases/people.ts'
import { answer, refuse } from './answers.ts'
import { refuseStranger } from './stranger.ts'

interface Followed {
  collection: string
  definition: WorkflowDefinition
  /** Which documents of the collection follow it; `null` for all others. */
  when: Condition | null
}

const followedIn = ({ definitions, variants = {} }: WorkflowOptions): Followed[] =>
  Object.entries(definitions).flatMap(([collection, definition]) => [
    ...(variants[collection] ?? []).map(({ when, follow }) => ({ collection, definition: follow, when })),
    { collection, definition, when: null },
  ])

/** Number of texts of a collection that wait at a step now. */
const waitingAt = async (payload: Payload, collection: string, step: string): Promise<number> => {
  const where: Where = { and: [{ collection: { equals: collection } }, { stepName: { equals: step } }] }
  return (await payload.db.count({ collection: 'workflow-runs', where })).totalDocs
}

/**
 * `GET /workflow/definitions`: the workflows in force, how many texts wait at each step, and which texts follow a workflow
 * that is in force no more.
 */
export const definitionsEndpoint = (options: WorkflowOptions): Endpoint => ({
  path: '/workflow/definitions',
  method: 'get',
  handler: async (req) => {
    const stranger = refuseStranger(req)
    if (stranger) return refuse(stranger, req)
    const lang = languageOf(req)
    const role = (name: string) => ({ role: name, name: roleName(name, options.roles, lang) })
    const group = (by: Group) => ({
      ...(by.role === undefined ? {} : { role: by.role }),
      name: groupName(by, options.roles, lang),
    })
    const step = async (collection: string, one: Step) => ({
      name: one.name,
      title: textIn(one.title, lang),
      kind: one.kind,
      by: group(one.by),
      quorum: one.quorum ?? 1,
      parallel: partsOf(one)
        .slice(1)
        .map(({ name, by, quorum }) => ({ name, by: group(by), quorum })),
      checklist: (one.checklist ?? []).map((item) => ({ name: item.name, title: textIn(item.title, lang) })),
      ignores: one.ignores ?? [],
      returnTo: one.returnTo ?? 'author',
      due: one.due ?? null,
      waiting: await waitingAt(req.payload, collection, one.name),
    })
    const outdated = await outdatedDocuments(req, options)
    const lines = followedIn(options).map(async ({ collection, definition, when }) => ({
      collection,
      when,
      name: definition.name,
      title: textIn(definition.title, lang),
      authors: definition.authors.map(role),
      authority: role(definition.authority),
      onApproved: definition.onApproved,
      ratification: definition.ratification ?? null,
      outdated: when ? [] : outdated.filter((one) => one.collection === collection),
      steps: await Promise.all(definition.steps.map((one) => step(collection, one))),
    }))
    return answer({ definitions: await Promise.all(lines) })
  },
})
