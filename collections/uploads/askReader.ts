import { spawn } from 'node:child_process'
import { isRecord } from '../../lib/isRecord.ts'
import { BOUNDS } from '../../src/portal/uploads.ts'
import type { Accepted, Fault, Finding, Measured, ReadOrder } from './finding.ts'

export type Reading = { fault: Fault; largest?: number } | { accepted: Accepted; measured: Measured }

const LONGEST_LINE = 10_000

/** What a line says; nothing when it is no finding, as from a reader that what it reads has taken over. */
const findingIn = (line: string): Finding | undefined => {
  try {
    const pending: unknown = JSON.parse(line)
    return isRecord(pending) ? (pending as unknown as Finding) : undefined
  } catch {
    return undefined
  }
}

/**
 * Reads an uploaded file in a process of its own, which has no secrets, is watched for its memory and ended when its
 * time is over, whatever it is doing. The event loop is free meanwhile.
 *
 * @param args.program path of the built `reader.ts`
 * @returns the fault `costly` for a file that ends its reader before it is accepted; what was not measured in time is
 * left out
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
  let refused: Extract<Reading, { fault: Fault }> | undefined
  let accepted: Accepted | undefined
  let measured: Measured = {}
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk}`.slice(0, 4_000)
  })
  const take = (finding: Finding | undefined) => {
    if (!finding) end()
    else if ('fault' in finding) refused = finding
    else if ('measured' in finding) measured = finding.measured
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
    // Ended from outside, by its watch, by us or by what it read; anything else is a fault of ours.
    if (code === null) return { fault: 'costly' }
    throw new Error(`The reader of uploads ended with ${code}: ${complaint}`)
  } finally {
    clearTimeout(timer)
  }
}
