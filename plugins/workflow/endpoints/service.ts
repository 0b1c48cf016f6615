import type { Access, PayloadRequest } from 'payload'
import { z } from 'zod'
import { languageOf } from '../../../lib/faults/say.ts'
import { defaultLocale } from '../../publications/index.ts'
import { ACTIONS, type Action } from '../core/permit.ts'
import { type Refusal, refusal } from '../core/refusal.ts'
import { TEXT_LIMITS } from '../core/textLimits.ts'
import { keyOf } from '../store/documents.ts'
import { DefinitionChanged } from '../store/registry.ts'
import type { WorkflowOptions } from '../types.ts'
import { restOfPerson } from '../useCases/accounts.ts'
import { act } from '../useCases/act.ts'
import { handedTo } from '../useCases/delegations.ts'
import { finish } from '../useCases/finish.ts'
import { firstBackAt } from '../useCases/firstBack.ts'
import { definitionInForce } from '../useCases/inForce.ts'
import type { LoadedStream } from '../useCases/load.ts'
import { personAsking } from '../useCases/people.ts'
import { type TaskLists, tasksOf, waitingCount } from '../useCases/tasks.ts'
import { viewOf, type WorkflowView } from '../useCases/view.ts'
import { workingHoursOf } from '../useCases/workingHours.ts'
import { mayEditRow } from './mayEdit.ts'
import { endOwnLock } from './ownLock.ts'
import { refuseStranger } from './stranger.ts'

/** Bounds of a checklist and of ids: a name has so many characters, a list so many names. */
const MOST_NAME = 100
const MOST_ITEMS = 50

/** The input of an action. */
const input = z.object({
  expected: z.number().int().min(0).optional(),
  reason: z.string().max(TEXT_LIMITS.reason).optional(),
  comment: z.string().max(TEXT_LIMITS.comment).optional(),
  changeNote: z.string().max(TEXT_LIMITS.changeNote).optional(),
  at: z.string().max(40).optional(),
  note: z.string().max(TEXT_LIMITS.note).optional(),
  major: z.boolean().optional(),
  edition: z.number().int().min(1).optional(),
  to: z.string().max(TEXT_LIMITS.to).optional(),
  redirectTo: z.string().max(TEXT_LIMITS.redirectTo).optional(),
  as: z.string().max(MOST_NAME).optional(),
  checklist: z.array(z.string().max(MOST_NAME)).max(MOST_ITEMS).optional(),
})

/** What an action takes from the body; the names of the API are those of the action. */
const givenTo = (action: Action, { at, note, to, redirectTo, changeNote, ...given }: z.infer<typeof input>) => ({
  ...given,
  publishAt: at,
  changeNote: action === 'correct' ? note : changeNote,
  ...(action === 'redirect' ? { leadsTo: to ?? '' } : {}),
  ...(action === 'assign' ? { assignTo: to ?? '' } : {}),
  ...(action === 'withdraw' && redirectTo ? { leadsTo: redirectTo } : {}),
})

type Answer<T> = T | { refusal: Refusal }

/** The workflow as offered over REST and GraphQL. Both call this service, so that they behave the same. */
export interface WorkflowService {
  view(req: PayloadRequest, collection: string, id: string): Promise<Answer<WorkflowView>>
  act(req: PayloadRequest, collection: string, id: string, action: string, body: unknown): Promise<Answer<WorkflowView>>
  tasks(req: PayloadRequest): Promise<Answer<TaskLists>>
  waiting(req: PayloadRequest): Promise<Answer<{ waiting: number }>>
}

/** Refusal of an address that names nothing. */
export const unknown = () =>
  refusal('NOT_FOUND', 'Không có mục này; xin kiểm tra lại địa chỉ.', 'There is nothing here; check the address.')
/** Refusal of input of the wrong shape. */
export const malformed = (issue: z.core.$ZodIssue) =>
  issue.path[0] === 'expected'
    ? refusal(
        'WORKFLOW_EXPECTED_MISSING',
        'Trạng thái đã xem không đúng; xin tải lại trang.',
        '`expected` must be a whole number, the last `seq` you saw.',
      )
    : refusal(
        'CONTENT_INVALID',
        'Dữ liệu gửi lên không đúng; xin kiểm tra lại.',
        'What was sent cannot be used; check it.',
        {
          fields: [{ path: issue.path.join('.'), message: { vi: 'Giá trị không đúng.', en: issue.message } }],
        },
      )

/** @param update the access rule of each governed collection, by slug, from before the workflow wrapped it */
export const workflowService = (
  options: WorkflowOptions,
  update: Record<string, Access | undefined>,
): WorkflowService => {
  // The user is set: every method refuses requests without a login first.
  const person = (req: PayloadRequest) => personAsking(req, options)
  const present = async (req: PayloadRequest, collection: string, loaded: LoadedStream, mayEdit: boolean) => {
    const actor = await person(req)
    const { payload } = req
    const now = options.clock.now()
    const rests = await restOfPerson(payload, options, actor.id)
    return viewOf({
      loaded,
      options,
      collection,
      actor: { ...actor, ...(rests ? { rests } : {}) },
      handed: await handedTo({ payload, options, person: actor.id, collection, now }),
      mayEdit,
      firstBack: await firstBackAt({ payload, options, collection, loaded }),
      inForce: await definitionInForce(payload, options, collection, loaded.state),
      after: await workingHoursOf(payload),
      lang: languageOf(req),
    })
  }
  const governed = (collection: string) => Object.hasOwn(options.definitions, collection)

  return {
    view: async (req, collection, id) => {
      const stranger = refuseStranger(req)
      if (stranger) return { refusal: stranger }
      if (!governed(collection)) return { refusal: unknown() }
      const key = await keyOf({ payload: req.payload, collection, id })
      if (key === undefined) return { refusal: unknown() }
      try {
        const loaded = await finish(req.payload, { collection, key })
        return present(req, collection, loaded, await mayEditRow({ req, collection, id, update: update[collection] }))
      } catch (error) {
        if (error instanceof DefinitionChanged) return { refusal: error.refusal }
        throw error
      }
    },
    act: async (req, collection, id, action, body) => {
      const stranger = refuseStranger(req)
      if (stranger) return { refusal: stranger }
      if (!governed(collection) || !ACTIONS.includes(action as Action)) return { refusal: unknown() }
      const parsed = input.safeParse(body ?? {})
      if (!parsed.success) return { refusal: malformed(parsed.error.issues[0]!) }
      const mayEdit = await mayEditRow({ req, collection, id, update: update[collection] })
      const outcome = await act({
        payload: req.payload,
        options,
        collection,
        id,
        action: action as Action,
        actor: await person(req),
        mayEdit,
        ...givenTo(action as Action, parsed.data),
      })
      if ('refusal' in outcome) return outcome
      await endOwnLock(req, collection, id)
      return present(req, collection, outcome.loaded, mayEdit)
    },
    waiting: async (req) => {
      const stranger = refuseStranger(req)
      if (stranger) return { refusal: stranger }
      const now = options.clock.now()
      return { waiting: await waitingCount({ payload: req.payload, options, actor: await person(req), now }) }
    },
    tasks: async (req) => {
      const stranger = refuseStranger(req)
      if (stranger) return { refusal: stranger }
      const locale = req.locale && req.locale !== 'all' ? req.locale : defaultLocale(req.payload.config)
      return tasksOf({ payload: req.payload, options, actor: await person(req), locale, lang: languageOf(req) })
    },
  }
}
