import { spawn } from 'node:child_process'
import { isRecord } from '../../lib/isRecord.ts'
import { BOUNDS } from '../../src/portal/uploads.ts'
import type { Accepted, Finding, Measured, ReadOrder, Refused } from './finding.ts'

export type Reading = Refused | { accepted: Accepted; measured: Measured }

const LONGEST_LINE = 10_000

/**
 * Parses one line of output; `undefined` if it is not a finding, as from a reader that a malicious file has taken over.
 */
const findingIn = (line: string): Finding | undefined => {
  try {
    const pending: unknown = JSON.parse(line)
    return isRecord(pending) ? (pending as unknown as Finding) : undefined
  } catch {
    return undefined
  }
}

/**
 * Inspects an uploaded file in a child process without secrets, with a memory limit and a timeout. The event loop stays
 * free meanwhile.
 *
 * @param args.program path of the built `reader.ts`
 * @returns the fault `costly` if the process is killed before the file is accepted; measurements not finished in time
 * are omitted
 * @throws Error when the reader itself does not work
 */
export const askReader = async (args: { program: string; order: ReadOrder }): Promise<Reading> => {
  const child = spawn(process.execPath, [args.program, JSON.stringify(args.order)], {
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const end = () => child.kill('SIGKILL')
  let timer = setTimeout(end, BOUNDS.acceptMs)
  let complaint = ''
  let refused: Refused | undefined
  let accepted: Accepted | undefined
  let measured: Measured = {}
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk}`.slice(0, 4_000)
  })
  const take = (finding: Finding | undefined) => {
    if (!finding) end()
    else if ('fault' in finding) refused = finding
    else if ('measured' in finding) measured = { ...measured, ...finding.measured }
    else {
      accepted = finding.accepted
      clearTimeout(timer)
      timer = setTimeout(end, BOUNDS.measureMs)
    }
  }
  let pending = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = `${pending}${chunk}`.split('\n')
    pending = lines.pop()!
    if (pending.length > LONGEST_LINE) end()
    for (const line of lines) take(findingIn(line))
  })
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    if (refused) return refused
    if (accepted) return { accepted, measured }
    // Killed by its own watchdog, by the parent or by a crash; any other exit is an internal error.
    if (code === null) return { fault: 'costly' }
    throw new Error(`The reader of uploads ended with ${code}: ${complaint}`)
  } finally {
    clearTimeout(timer)
  }
}
