import type { Endpoint } from 'payload'
import { languageOf } from '../../../lib/faults/say.ts'
import { textIn } from '../../../lib/text/languages.ts'
import { dayOf } from '../../../lib/time/periods.ts'
import { isAway } from '../core/absence.ts'
import { roleName } from '../core/groups.ts'
import { mayDo } from '../core/mayDo.ts'
import { refusal } from '../core/refusal.ts'
import type { WorkflowOptions } from '../types.ts'
import { confirmAccount, isHead, peopleLines, restOfPerson } from '../useCases/accounts.ts'
import { definitionsOf } from '../useCases/definitions.ts'
import { handedTo, openDelegations } from '../useCases/delegations.ts'
import { personAsking } from '../useCases/people.ts'
import { answer, refuse } from './answers.ts'
import { refuseStranger } from './stranger.ts'

/** Who may decide what, and the confirmation of changes, under `/api/workflow/people`. */
export const peopleEndpoints = (options: WorkflowOptions): Endpoint[] => [
  {
    path: '/workflow/people',
    method: 'get',
    handler: async (req) => {
      const stranger = refuseStranger(req)
      if (stranger) return refuse(stranger, req)
      if (!(await options.read({ req })))
        return refuse(
          refusal(
            'FORBIDDEN',
            'Bạn không có quyền xem danh sách này; xin nhờ lãnh đạo hoặc quản trị viên.',
            'You may not read this list; ask a head or the administrator.',
          ),
          req,
        )
      const lang = languageOf(req)
      const { payload } = req
      const now = options.clock.now()
      const lines = await peopleLines(payload, options)
      const delegates = new Set((await openDelegations(payload, now)).map(({ to }) => to))
      const asking = await personAsking(req, options)
      const confirms = isHead(asking, options) && !(await restOfPerson(payload, options, asking.id))
      return answer({
        people: await Promise.all(
          lines.map(async ({ id, person, active, absence, rest, changed, confirmableExceptBy }) => ({
            id,
            name: person.name,
            title: person.capacity,
            role: roleName(person.role, options.roles, lang),
            active,
            mayDo: active ? mayDo(person, definitionsOf(options)).map((what) => textIn(what, lang)) : [],
            away:
              active && absence && absence.until >= dayOf(now)
                ? { ...absence, now: isAway(absence, dayOf(now)) }
                : null,
            rests: active && rest !== undefined,
            restsUntil: rest?.until ?? null,
            changedAt: changed?.at ?? null,
            changedBy: changed?.by ?? null,
            standsFor: (delegates.has(id) ? await handedTo({ payload, options, person: id, now }) : []).map(
              ({ from, until }) => ({
                name: from.name,
                until,
              }),
            ),
            mayConfirm: confirms && active && rest?.until !== undefined && !confirmableExceptBy.includes(asking.id),
          })),
        ),
      })
    },
  },
  {
    path: '/workflow/people/:id/confirm',
    method: 'post',
    handler: async (req) => {
      const stranger = refuseStranger(req)
      if (stranger) return refuse(stranger, req)
      const { payload } = req
      const by = await personAsking(req, options)
      const id = String(req.routeParams?.id ?? '')
      const refused = await confirmAccount({ payload, options, id, by })
      return refused ? refuse(refused, req) : answer({ id, confirmed: true })
    },
  },
]
