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
/** A machine that is busy with something else is slow now and then; a slow request is slow each time. */
const TRIES = 8
const LONGEST_SHOWN = 1_500
/** Node's own answer to headers that are too long, before anything of ours sees the request. */
const HEADERS_TOO_LONG = 431

interface Measured {
  answer: Answer
  /** As long as it would have taken on a machine that does nothing else. */
  took: number
  /** Longest time for which the event loop did not go on although this process had the processor. */
  stalled: number
  alive: boolean
}

const SPIN_MS = 5

/** How many times longer work takes because other programs use the processor. */
const slowdown = (): number => {
  const began = performance.now()
  const before = process.cpuUsage()
  for (;;) {
    const { user, system } = process.cpuUsage(before)
    if (user + system >= SPIN_MS * 1_000) return Math.max(1, (performance.now() - began) / SPIN_MS)
  }
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
    const took = (performance.now() - began) / slowdown()
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

/** Sends a request and says what is wrong with its answer. A slow one is sent again before it is called so. */
export const judge = async (args: {
  sent: Sent
  send: () => Promise<Answer>
  probe: () => Promise<Answer>
  codeOf: (answer: Answer) => string | undefined
  logged: () => string[]
}): Promise<{ fault?: Fault; status: number }> => {
  const { sent, send, probe, codeOf, logged } = args
  const fault = (kind: string, what: string): Fault => ({
    kind: `${kind} ${routeOf(sent)} ${logged()[0]?.slice(0, 80) ?? ''}`,
    request: shown(sent),
    what,
    logged: logged(),
  })
  let best: Measured | undefined
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    let measured: Measured
    try {
      measured = await measure(send, probe)
    } catch (error) {
      return { status: 0, fault: fault('broken', `the connection broke: ${(error as Error).message}`) }
    }
    const { answer, alive } = measured
    const { status } = answer
    const code = codeOf(answer)
    if (status >= 500 && !(status === 503 && code))
      return { status, fault: fault(`${status}`, answer.text.slice(0, 300)) }
    if (code === 'INTERNAL') return { status, fault: fault('INTERNAL', answer.text.slice(0, 300)) }
    if (status >= 400 && status !== HEADERS_TOO_LONG && sent.path.startsWith('/api') && !code)
      return { status, fault: fault('no code', `${status} ${answer.text.slice(0, 300)}`) }
    if (!alive) return { status, fault: fault('dead', '/healthz did not answer') }
    best = {
      ...measured,
      took: Math.min(measured.took, best?.took ?? Number.POSITIVE_INFINITY),
      stalled: Math.min(measured.stalled, best?.stalled ?? Number.POSITIVE_INFINITY),
    }
    if (best.took <= LONGEST_ANSWER_MS && best.stalled <= LONGEST_STALL_MS) return { status }
    await wait(50)
  }
  const { took, stalled, answer } = best!
  return {
    status: answer.status,
    fault: fault('slow', `took ${Math.round(took)} ms and stalled others for ${Math.round(stalled)} ms at best`),
  }
}
