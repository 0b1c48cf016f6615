import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayBounds, dayOf } from '../../../lib/time/periods.ts'
import { afterWorkingTime, OFFICE_HOURS } from '../../../lib/time/workingTime.ts'
import { runDue, verify } from '../../../plugins/workflow/index.ts'
import { chain, PEOPLE, type Person, type Spine, startSpine } from '../../support/spine.ts'
import { type Asked, anyAsked, instantOf, sensibly } from './anyCommand.ts'
import { answerTo, type Machine, NEW, passTime, type Someone } from './reference.ts'
import { brokenIn, folded, stored, streamIn, textOf } from './world.ts'

const RUNS = 20
const STEPS = 20
const seed = Math.floor(Math.random() * 2 ** 31)
const met = new Map<string, number>()
const meet = (what: string) => met.set(what, (met.get(what) ?? 0) + 1)

let spine: Spine
/** Address of another letter, which is live. */
let other: string
let STAFF: readonly (Someone & { person: Person })[]
beforeAll(async () => {
  spine = await startSpine({ at: '2026-11-23T03:00:00.000Z' })
  const { id, slug } = await spine.draft({ title: 'Văn bản khác' })
  await spine.publish(id)
  other = `/thu/${slug}`
  STAFF = (Object.keys(PEOPLE) as Person[]).map((person) => ({ person, id: spine.ids[person], role: PEOPLE[person] }))
})
afterAll(async () => {
  const counts = [...met].sort().map(([what, times]) => `${what} ${times}`)
  console.info(`model of the stored world: seed ${seed}, ${RUNS} runs of ${STEPS} steps; ${counts.join(', ')}`)
  await spine.stop()
})

const later = (from: string, hours: number) =>
  afterWorkingTime(new Date(from), hours * 3_600_000, OFFICE_HOURS).toISOString()

const WRITERS: readonly string[] = ['contributor', 'editor', 'secretary', 'head']
/** A person acts or saves, or the worker runs a round. */
interface Step {
  what: 'act' | 'save' | 'round'
  asked: Asked
  title: string
}
const anyStep: fc.Arbitrary<Step> = fc.record({
  what: fc.oneof(
    { weight: 5, arbitrary: fc.constant<Step['what']>('act') },
    { weight: 2, arbitrary: fc.constantFrom<Step['what']>('save', 'round') },
  ),
  asked: anyAsked,
  title: fc.constantFrom('Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'thiếu'),
})

/** A document, and what the reference implementation knows about it. */
interface Known {
  id: string
  key: string
  slug: string
  machine: Machine
  title: string
  /**
   * Editors of all saves in order; how many of them the text under approval covers, and how many the newest edition.
   */
  saves: string[]
  frozen: number
  covered: number
  /** Of an edition that one person published alone. */
  alone: number
  ends: string | undefined
  hash: string
}

const begin = async (lasting: boolean): Promise<Known> => {
  const day = dayOf(new Date(spine.clock.now().getTime() + 24 * 3_600_000))
  const { id, key, slug } = await spine.draft({ title: 'Một', ...(lasting ? {} : { expiresOn: day }) })
  return {
    id,
    key,
    slug,
    machine: NEW,
    title: 'Một',
    saves: [spine.ids.an],
    frozen: 0,
    covered: 0,
    alone: 0,
    ends: lasting ? undefined : dayBounds(day).end.toISOString(),
    hash: await textOf(spine, id),
  }
}

const save = async (known: Known, { title, asked }: Step): Promise<Known> => {
  const { person, id: saver, role } = STAFF[asked.who]!
  const step = known.machine.round?.definition.steps[known.machine.round.waitsAt]
  const mayNow = !known.machine.round || (step?.kind === 'edit' && step.by.role === role)
  const { status } = await spine.rest('PATCH', `/letters/${known.id}`, { token: spine.tokens[person], body: { title } })
  expect(status, `a save by ${person}`).toBe(!mayNow ? 409 : WRITERS.includes(role) ? 200 : 403)
  meet(status === 200 ? 'saved' : 'save refused')
  return status === 200
    ? { ...known, title, saves: [...known.saves, saver], hash: await textOf(spine, known.id) }
    : known
}

const act = async (before: Known, { asked }: Step): Promise<Known> => {
  const now = spine.clock.now()
  const seen = before.machine.happened
  const known = timePassed(before)
  const { saves, covered, ends, machine } = known
  const anybody = { action: asked.action, by: STAFF[asked.who]! }
  const { action, by } = asked.sensible ? sensibly(machine, chain, asked, STAFF) : anybody
  const { person } = STAFF.find(({ id }) => id === by.id)!
  const request = {
    action,
    by,
    now: now.toISOString(),
    expected: { now: seen, other: seen + 1, nothing: undefined }[asked.saw],
    reason: asked.reason,
    note: asked.note,
    major: asked.major,
    leads: action === 'redirect' || (action === 'withdraw' && asked.major) ? asked.leads : undefined,
    edition: asked.edition,
    to: action === 'assign' ? STAFF[asked.to % STAFF.length] : undefined,
    after: (hours: number) => later(now.toISOString(), hours),
    at: instantOf(asked.at, now.getTime()),
    text: {
      hash: known.hash,
      // Everyone who saved since the newest edition was frozen, and the editor of the current text.
      writers: [...new Set([...saves.slice(covered), saves.at(-1)!])].sort(),
      faulty: known.title === 'thiếu',
      differsIn: ['title'],
    },
    ticked: [],
    mayEdit: WRITERS.includes(by.role),
    staff: STAFF,
  }
  const said = answerTo(machine, request, chain, () => ends)
  const { expected, reason, note, at, major, edition } = request
  const address = request.leads && { other, own: `/thu/${known.slug}`, nothing: '/thu/khong-co' }[request.leads]
  const { status, body } = await spine.act(person, known.id, action, {
    expected,
    reason,
    at,
    ...(action === 'correct' ? { note, major } : { changeNote: note }),
    ...(action === 'propose-purge' ? { edition } : {}),
    ...(request.to ? { to: `${STAFF[asked.to % STAFF.length]!.person}@example.org` } : {}),
    ...(address === undefined ? {} : { [action === 'redirect' ? 'to' : 'redirectTo']: address }),
  })
  const what = `${action} by ${person}`
  if (status !== 200) {
    const [{ code }] = body.errors as [{ code: string }]
    expect('broken' in said ? [...said.broken] : ['nothing'], `${what} breaks`).toContain(code)
    meet(`refused ${code}`)
    return known
  }
  expect('broken' in said ? [...said.broken] : [], `${what} was taken and breaks`).toEqual([])
  meet(`taken ${action}`)
  // A text whose expiry has already passed expires as soon as it is published.
  const after = 'after' in said ? passTime(said.after, now.toISOString(), () => ends, later) : machine
  const freezes =
    ['submit', 'correct', 'publish-urgently'].includes(action) ||
    machine.round?.definition.steps[machine.round.waitsAt]?.kind === 'edit'
  return settled({ ...known, machine: after, frozen: freezes ? saves.length : known.frozen }, machine)
}

/** An edition that others approved or ratified covers the saves that were frozen with its text. */
const settled = (known: Known, before: Machine): Known => {
  const { machine, frozen } = known
  if (machine.edition > before.edition)
    return machine.alone ? { ...known, alone: frozen } : { ...known, covered: frozen, alone: 0 }
  return before.alone && !machine.alone ? { ...known, covered: known.alone } : known
}

const timePassed = (known: Known): Known => {
  const machine = passTime(known.machine, spine.clock.now().toISOString(), () => known.ends, later)
  if (machine.happened > known.machine.happened) meet('done by itself')
  return settled({ ...known, machine }, known.machine)
}

const round = async (known: Known): Promise<Known> => {
  await runDue(spine)
  return timePassed(known)
}

const play = async (lasting: boolean, steps: Step[]): Promise<void> => {
  let known = await begin(lasting)
  for (const [index, step] of steps.entries()) {
    spine.clock.set(new Date(spine.clock.now().getTime() + step.asked.minutes * 60_000).toISOString())
    const doing = { act, save, round }[step.what]
    known = await doing(known, step)
    const { events, state } = await streamIn(spine, known.key)
    const what = `after step ${index}, ${step.what}`
    expect(await stored(spine, known), what).toEqual(folded(known.key, events, state, later))
    expect(await brokenIn(spine, known.key, events), what).toEqual([])
    const { machine } = known
    if (state.live) meet('live')
    expect({ happened: state.seq, edition: state.edition, live: state.live }, what).toEqual({
      happened: machine.happened,
      edition: machine.edition,
      live: machine.shown !== undefined,
    })
    expect(state.run?.contributors, what).toEqual(machine.round?.writers)
  }
}

it('is where the rules say, whatever people do and whenever the worker comes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(anyStep, { minLength: STEPS, maxLength: STEPS, size: 'max' }), play),
    {
      seed,
      numRuns: RUNS,
      endOnFailure: true,
    },
  )
  expect(met.get('taken approve') ?? 0).toBeGreaterThan(0)
  expect(met.get('saved') ?? 0).toBeGreaterThan(0)
  expect(met.get('live') ?? 0).toBeGreaterThan(0)
  const { faults } = await verify({ payload: spine.payload, anchorsDir: `${spine.dir}/none` })
  expect(faults).toEqual([])
})
