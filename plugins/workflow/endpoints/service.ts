import type { Access, PayloadRequest } from 'payload'
import { z } from 'zod'
import { ACTIONS, type Action } from '../core/permit.ts'
import { type Refusal, refusal } from '../core/refusal.ts'
import { keyOf } from '../store/documents.ts'
import { DefinitionChanged } from '../store/registry.ts'
import type { WorkflowOptions } from '../types.ts'
import { act } from '../useCases/act.ts'
import { finish } from '../useCases/finish.ts'
import type { LoadedStream } from '../useCases/load.ts'
import { actorOf } from '../useCases/people.ts'
import { type Task, tasksOf } from '../useCases/tasks.ts'
import { viewOf, type WorkflowView } from '../useCases/view.ts'
import { mayEditRow } from './mayEdit.ts'
import { refuseStranger } from './stranger.ts'

/** The input of an action. */
const input = z.object({
  expected: z.number().int().min(0).optional(),
  reason: z.string().max(5000).optional(),
  comment: z.string().max(5000).optional(),
  changeNote: z.string().max(2000).optional(),
  at: z.string().max(40).optional(),
})

type Answer<T> = T | { refusal: Refusal }

/** The workflow as offered over REST and GraphQL. Both call this service, so that they behave the same. */
export interface WorkflowService {
  view(req: PayloadRequest, collection: string, id: string): Promise<Answer<WorkflowView>>
  act(req: PayloadRequest, collection: string, id: string, action: string, body: unknown): Promise<Answer<WorkflowView>>
  tasks(req: PayloadRequest): Promise<Answer<{ mine: Task[]; group: Task[] }>>
}

const unknown = () =>
  refusal('NOT_FOUND', 'Không có mục này; xin kiểm tra lại địa chỉ.', 'There is nothing here; check the address.')
const malformed = (issue: z.core.$ZodIssue) =>
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
  const person = (req: PayloadRequest) => actorOf(req.user!, options)
  const present = (req: PayloadRequest, collection: string, loaded: LoadedStream, mayEdit: boolean) =>
    viewOf({
      loaded,
      options,
      collection,
      actor: person(req),
      mayEdit,
      lang: req.i18n?.language === 'en' ? 'en' : 'vi',
    })
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
      const { at, ...given } = parsed.data
      const mayEdit = await mayEditRow({ req, collection, id, update: update[collection] })
      const outcome = await act({
        payload: req.payload,
        options,
        collection,
        id,
        action: action as Action,
        actor: person(req),
        mayEdit,
        ...given,
        publishAt: at,
      })
      return 'refusal' in outcome ? outcome : present(req, collection, outcome.loaded, mayEdit)
    },
    tasks: async (req) => {
      const stranger = refuseStranger(req)
      if (stranger) return { refusal: stranger }
      const locale = req.locale && req.locale !== 'all' ? req.locale : 'vi'
      return tasksOf({ payload: req.payload, actor: person(req), locale })
    },
  }
}
