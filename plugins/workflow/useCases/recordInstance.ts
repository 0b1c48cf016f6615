import type { Payload } from 'payload'
import { canonicalJson } from '../../publications/index.ts'
import { appendPower } from '../store/powers.ts'

/**
 * Writes into the log of powers that somebody confirmed a copy of the system as the real one, in a stream of its own.
 *
 * @param args.by who; from a command line the operator's account of the machine
 * @param args.facts what was confirmed: the mark of the system, and what it is a copy of
 */
export const recordInstance = (args: {
  payload: Payload
  by: { id: string; name: string; role: string }
  reason: string
  at: Date
  facts: Readonly<Record<string, string>>
}): Promise<void> => {
  const { payload, by, reason, at, facts } = args
  return appendPower({
    payload,
    row: {
      document: `instance:${facts.instance ?? ''}`,
      type: 'instanceConfirmed',
      at: at.toISOString(),
      by: { ...by, capacity: '' },
      data: canonicalJson({ ...facts, reason }),
    },
  })
}
