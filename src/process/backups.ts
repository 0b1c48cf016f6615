import { administrators } from '../../collections/index.ts'
import { dayOf } from '../../lib/time/periods.ts'
import { queueNotice } from '../../plugins/digest/index.ts'
import { isDue, isLate, newestIn } from '../backup/index.ts'
import { lateItems } from '../config/backupNotice.ts'
import { backups } from '../portal/backups.ts'
import type { System } from '../system.ts'
import type { MadeBackup } from './backupProcess.ts'

/** After a backup that failed, in milliseconds. */
const REST_MS = 60 * 60_000

/** Tells the administrators by mail, once a day. */
const tell = async ({ payload }: Pick<System, 'payload'>, last: Date | undefined, now: Date): Promise<void> => {
  for (const { id } of await administrators(payload))
    await queueNotice({
      payload,
      key: `backup-late:${dayOf(now)}:${id}`,
      recipient: id,
      items: lateItems(last),
      at: now.toISOString(),
    })
}

/**
 * Backs up once a night, and in the morning where the machine was off at night; tells the administrators when none
 * succeeded for too long. Of several workers that share the folder one makes it.
 *
 * @param args.make makes one backup in a folder
 */
export const backupRound = (args: {
  system: Pick<System, 'payload' | 'clock' | 'environment'>
  make: (folder: string, stopping: AbortSignal) => Promise<MadeBackup>
}): ((stopping: AbortSignal) => Promise<void>) => {
  const { system, make } = args
  const { payload, clock, environment } = system
  const folder = environment.backupDir
  let restUntil = 0
  /** @returns whether another process makes it now */
  const attempt = async (dir: string, stopping: AbortSignal): Promise<boolean> => {
    if (clock.now().getTime() < restUntil) return false
    const { outcome, message } = await make(dir, stopping)
    if (outcome === 'made') payload.logger.info({ msg: 'backup made' })
    if (outcome !== 'failed' || stopping.aborted) return outcome === 'busy'
    restUntil = clock.now().getTime() + REST_MS
    payload.logger.error({ msg: 'the backup failed', because: message })
    return false
  }
  return async (stopping) => {
    if (folder === undefined) return
    const before = await newestIn(folder)
    if (!isDue({ at: backups.at, last: before?.at, now: clock.now() })) return
    const busy = await attempt(folder, stopping)
    if (busy || stopping.aborted) return
    const last = (await newestIn(folder))?.at
    const now = clock.now()
    if (!isLate({ lateAfterHours: backups.lateAfterHours, last, now })) return
    payload.logger.error({ msg: 'no backup succeeded for too long', last: last?.toISOString() ?? null })
    await tell(system, last, now)
  }
}
