import type { Endpoint } from 'payload'
import type { WorkflowOptions } from '../types.ts'
import { endDelegation } from '../useCases/delegations.ts'
import { actorOf } from '../useCases/people.ts'
import { answer, refuse } from './answers.ts'
import { refuseStranger } from './stranger.ts'

/** `POST /workflow/delegations/{id}/end`: ends a delegation at once. */
export const delegationsEndpoint = (options: WorkflowOptions): Endpoint => ({
  path: '/workflow/delegations/:id/end',
  method: 'post',
  handler: async (req) => {
    const stranger = refuseStranger(req)
    if (stranger) return refuse(stranger, req)
    const id = String(req.routeParams?.id ?? '')
    const by = actorOf(req.user!, options)
    const refused = await endDelegation({ payload: req.payload, id, by, now: options.clock.now() })
    return refused ? refuse(refused, req) : answer({ id, ended: true })
  },
})
