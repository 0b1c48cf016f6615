import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { optionsOf } from '../options.ts'
import { beginMark, writeBeside, writeMark } from '../store/marks.ts'
import { look } from './look.ts'

/**
 * Marks a system that has no mark yet, and the data folder of a machine that joins it. Call it at the start of every
 * process that serves or works. A copy is left as it is.
 *
 * @param args.fresh whether the database is new: what stands in the data folder then belonged to another one
 */
export const openInstance = async (args: { payload: Payload; fresh: boolean }): Promise<void> => {
  const { payload, fresh } = args
  const { dataDir, place } = optionsOf(payload.config)
  const { mark, standing } = await look(payload)
  if (standing === 'new' || (!mark && fresh)) {
    const { id } = await beginMark(payload, { id: randomUUID(), place })
    await writeBeside(dataDir, id)
  } else if (standing === 'joined' && mark) await writeBeside(dataDir, mark.id)
}

/**
 * Marks a database that was just restored: it is a copy until somebody confirms.
 *
 * @param args.from id of the system that the backup was made of; empty when it had none
 */
export const markRestored = async (args: { payload: Payload; from: string }): Promise<void> => {
  const { payload, from } = args
  const { clock, dataDir, place } = optionsOf(payload.config)
  const id = randomUUID()
  await writeMark(payload, { id, place, restored: { from, at: clock.now().toISOString() } })
  await writeBeside(dataDir, id)
}
