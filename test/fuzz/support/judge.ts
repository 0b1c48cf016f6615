import { setTimeout as wait } from 'node:timers/promises'
import type { Answer } from '../../http/server.ts'
import type { Sent } from './sent.ts'

export interface Fault {
  /** Faults of one kind are shown once. */
  kind: string
  request: string
  what: string
  logged: string[]
}

const LONGEST_ANSWER_MS = 1_000
const LONGEST_STALL_MS = 200
/**
 * Multiples of an ordinary request, which takes 20 to 25 ms, nearly all of them in one piece. A machine that is busy
 * with something else is slow with both.
 */
const LONGEST_ANSWER = 40
const LONGEST_STALL = 8
/** A busy machine is slow now and then; a slow request is slow each time. */
const TRIES = 8
const LONGEST_SHOWN = 1_500
/** Node's own answer to headers that are too long, before anything of ours sees the request. */
const HEADERS_TOO_LONG = 431

interface Took {
  /** Until the answer. */
  took: number
  /** Longest time for which the event loop did not go on although this process had the processor. */
  stalled: number
}

interface Measured extends Took {
  answer: Answer
  alive: boolean
}

/** Sends a request and looks after the others meanwhile: whether the loop goes on, and whether `/healthz` answers. */
const measure = async (send: () => Promise<Answer>, probe: () => Promise<Answer>): Promise<Measured> => {
  let stalled = 0
  let last = performance.now()
  let worked = process.cpuUsage()
  const look = () => {
    const now = performance.now()
    const { user, system } = process.cpuUsage(worked)
    stalled = Math.max(stalled, Math.min(now - last, (user + system) / 1_000))
    last = now
    worked = process.cpuUsage()
  }
  const timer = setInterval(look, 10)
  const began = performance.now()
  try {
    const [answer, health] = await Promise.all([send(), probe()])
    const took = performance.now() - began
    look()
    return { answer, took, stalled, alive: health.status === 200 }
  } finally {
    clearInterval(timer)
  }
}

const shown = (sent: Sent): string => {
  const text = JSON.stringify(sent)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}… (${text.length})` : text
}

/** The route of a path, without what is particular to a request. */
const routeOf = ({ method, path }: Sent): string =>
  `${method} ${path
    .split('?', 1)[0]!
    .replace(/[0-9a-f]{24}|[0-9a-f-]{36}/g, ':id')
    .slice(0, 80)}`

const NEVER: Took = { took: Number.POSITIVE_INFINITY, stalled: Number.POSITIVE_INFINITY }

const least = (one: Took, other: Took): Took => ({
  took: Math.min(one.took, other.took),
  stalled: Math.min(one.stalled, other.stalled),
})

const isSlow = ({ took, stalled }: Took, ordinary: Took): boolean =>
  took > Math.max(LONGEST_ANSWER_MS, LONGEST_ANSWER * ordinary.took) ||
  stalled > Math.max(LONGEST_STALL_MS, LONGEST_STALL * ordinary.stalled)

/**
 * Sends a request and says what is wrong with its answer. A slow one is sent again, beside ordinary ones, before it is
 * called so.
 *
 * @param ordinary a request that every day brings, to compare with
 */
export const judge = async (args: {
  sent: Sent
  send: () => Promise<Answer>
  ordinary: () => Promise<Answer>
  probe: () => Promise<Answer>
  codeOf: (answer: Answer) => string | undefined
  logged: () => string[]
}): Promise<{ fault?: Fault; status: number }> => {
  const { sent, send, ordinary, probe, codeOf, logged } = args
  const fault = (kind: string, what: string): Fault => ({
    kind: `${kind} ${routeOf(sent)} ${logged()[0]?.slice(0, 80) ?? ''}`,
    request: shown(sent),
    what,
    logged: logged(),
  })
  let [status, best, usual] = [0, NEVER, NEVER]
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    let measured: Measured
    try {
      measured = await measure(send, probe)
    } catch (error) {
      return { status: 0, fault: fault('broken', `the connection broke: ${(error as Error).message}`) }
    }
    const { answer, alive } = measured
    status = answer.status
    const code = codeOf(answer)
    if (status >= 500 && !(status === 503 && code))
      return { status, fault: fault(`${status}`, answer.text.slice(0, 300)) }
    if (code === 'INTERNAL') return { status, fault: fault('INTERNAL', answer.text.slice(0, 300)) }
    if (status >= 400 && status !== HEADERS_TOO_LONG && sent.path.startsWith('/api') && !code)
      return { status, fault: fault('no code', `${status} ${answer.text.slice(0, 300)}`) }
    if (!alive) return { status, fault: fault('dead', '/healthz did not answer') }
    best = least(best, measured)
    if (!isSlow(best, { took: 0, stalled: 0 })) return { status }
    await wait(50)
    usual = least(usual, await measure(ordinary, probe))
  }
  if (!isSlow(best, usual)) return { status }
  const [mine, theirs] = [best, usual].map(({ took, stalled }) => `${Math.round(took)} ms (${Math.round(stalled)})`)
  return { status, fault: fault('slow', `took ${mine} and stalled others so long at best, an ordinary one ${theirs}`) }
}
