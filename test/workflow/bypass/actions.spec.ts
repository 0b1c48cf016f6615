import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACTIONS, type Action, reconcile, runDue, verify } from '../../../plugins/workflow/index.ts'
import { PATHS } from '../../../src/portal/addresses.ts'
import { ACTORS, actingOf, actionRefusal, assigneeFor, type Sent, WHOLE } from './actions.ts'
import { type Answer, type Bypass, type Governed, startBypass, type Target, TRIES_ALL, type Who } from './bypassing.ts'
import { CALLED, type State, statesForActions } from './states.ts'
import { SOME } from './writes.ts'

let bypass: Bypass
/** Address of a document that is public. */
let elsewhere: string
/** All that an action may ask for. */
const whole = ({ collection }: Target, action: Action, state: State): Sent => ({
  ...WHOLE,
  to: action === 'assign' ? assigneeFor(collection, state) : elsewhere,
})
const tried = { cells: 0, twins: 0 }
const acting = actingOf(() => bypass)
beforeAll(async () => {
  bypass = await startBypass()
  const { slug } = await bypass.fresh('notices', 'published')
  elsewhere = `${PATHS.notices}/${slug}`
})
afterAll(async () => {
  console.info(
    `bypass matrix, actions: ${ACTIONS.length} actions over REST and GraphQL, ${tried.cells} refused attempts, ${tried.twins} permitted twins`,
  )
  await bypass.portal.stop()
})

/** One collection for each of the two chains. */
const CHAINS: readonly Governed[] = ['directives', 'notices']

/** Both APIs call the same service, so GraphQL is tried only with an author and a head. */
const A_FEW: readonly Who[] = ['author', 'head']

/** Who acts without saying what they saw; the check is the same for everybody. */
const STALE: readonly Who[] = TRIES_ALL ? ['author', 'editor', 'head'] : ['head']

const REASONED: readonly Action[] = [
  'return',
  'refuse',
  'withdraw',
  'expire',
  'restore',
  'publish-urgently',
  'move',
  'propose-purge',
  'decline-purge',
]

/** Takes an action that must be refused, and checks that nothing changed. */
const refused = async (args: {
  by: 'REST' | 'GraphQL'
  target: Target
  state: State
  action: Action
  who: Who
  sent: Sent
  answer: Pick<Answer, 'status' | 'code'>
  before: unknown
}): Promise<unknown> => {
  const { by, target, state, action, who, sent, answer, before } = args
  const { status, code } = await acting[by](who, target, action, sent)
  const said = `${action} over ${by}: ${who}, ${target.collection}, ${state}, ${JSON.stringify(sent)}`
  expect({ status, code }, said).toEqual(answer)
  const after = await bypass.standing(target)
  expect(after, said).toEqual(before)
  tried.cells += 1
  return after
}

describe.each(CHAINS)('%s', (collection) => {
  it.each(ACTIONS)('are not moved by %s, save by who may and when', async (action) => {
    let taken: { who: Who; state: State } | undefined
    for (const state of statesForActions(collection)) {
      const target = await bypass.shared(collection, state)
      const expected = await acting.seqOf(target)
      let before = await bypass.standing(target)
      for (const by of ['REST', 'GraphQL'] as const)
        for (const who of by === 'GraphQL' ? A_FEW : TRIES_ALL && collection === 'notices' ? ACTORS : SOME) {
          const answer = actionRefusal(collection, action, who, state)
          if (answer)
            before = await refused({
              by,
              target,
              state,
              action,
              who,
              sent: { ...whole(target, action, state), expected },
              answer,
              before,
            })
        }
      const who = ACTORS.find((one) => !actionRefusal(collection, action, one, state))
      if (who) taken ??= { who, state }
    }
    expect(taken, `nobody may ${action}`).toBeDefined()
    const { who, state } = taken!
    for (const by of ['REST', 'GraphQL'] as const) {
      const target = await bypass.fresh(collection, state)
      const answer = await acting[by](who, target, action, {
        ...whole(target, action, state),
        expected: await acting.seqOf(target),
      })
      expect(answer, `the twin: ${action} over ${by} by ${who}, ${state}`).toMatchObject({ status: 200 })
      tried.twins += 1
    }
  })

  it('are not moved by who does not say what they saw, saw something older, or gives no reason', async () => {
    for (const action of ACTIONS)
      for (const state of statesForActions(collection)) {
        const target = await bypass.shared(collection, state)
        const expected = await acting.seqOf(target)
        let before = await bypass.standing(target)
        for (const who of STALE) {
          const attempt = async (sent: Sent, status: number, code: string) => {
            const answer = { status, code }
            before = await refused({ by: 'REST', target, state, action, who, sent, answer, before })
          }
          if (actionRefusal(collection, action, who, state)) continue
          const all = whole(target, action, state)
          await attempt(all, 422, 'WORKFLOW_EXPECTED_MISSING')
          await attempt({ ...all, expected: expected + 1 }, 409, 'WORKFLOW_STALE')
          if (expected > 0) await attempt({ ...all, expected: expected - 1 }, 409, 'WORKFLOW_STALE')
          if (REASONED.includes(action))
            await attempt({ ...all, expected, reason: ' \u200b ' }, 422, 'WORKFLOW_REASON_MISSING')
          if (action === 'correct')
            await attempt({ ...all, expected, note: ' \u200b ' }, 422, 'WORKFLOW_REASON_MISSING')
          if (action === 'assign')
            for (const to of ['', 'nobody@demo.local', 'author@demo.local', 'không phải thư'])
              await attempt({ ...all, expected, to }, 422, 'CONTENT_INVALID')
          if (action === 'redirect')
            for (const to of ['', '/khong-co-gi', `${PATHS.notices}/khong-co`, '//', '%'])
              await attempt({ ...all, expected, to }, 422, 'CONTENT_INVALID')
          if (action === 'schedule') await attempt({ expected, at: '2020-01-01T00:00:00Z' }, 422, 'CONTENT_INVALID')
        }
      }
  })

  it('are not moved by any round of the worker before their time has come', async () => {
    for (const state of statesForActions(collection)) {
      const target = await bypass.shared(collection, state)
      const before = await bypass.standing(target)
      await runDue(bypass.portal)
      await reconcile(bypass.portal)
      expect(await bypass.standing(target), state).toEqual(before)
      tried.cells += 1
    }
  })

  it('are where they were said to be', async () => {
    for (const state of statesForActions(collection)) {
      const { id } = await bypass.shared(collection, state)
      const { doc } = await bypass.rest('auditor', 'GET', `/workflow/${collection}/${id}`)
      expect(doc!.state).toBe(CALLED[state])
    }
  })
})

it('the trail bears all of it out', async () => {
  const { payload, dir } = bypass.portal
  expect((await verify({ payload, anchorsDir: `${dir}/none` })).faults).toEqual([])
})
