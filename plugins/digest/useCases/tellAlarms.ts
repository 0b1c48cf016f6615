import { dayOf } from '../../../lib/time/periods.ts'
import { mailedAbout } from '../core/deskAlarms.ts'
import { alarmItems } from '../desk/alarmNotice.ts'
import { alarmsNow } from '../desk/overview.ts'
import type { Work } from '../outbox/work.ts'
import { queueNotice } from './queueNotice.ts'

/** How often it is looked, in milliseconds. */
const LOOKED_EVERY = 5 * 60_000

const lookedAt = new WeakMap<Work['payload'], number>()

/**
 * Puts a mail into the outbox for every officer when something is wrong, once a day and matter. What it says is asked
 * for again when it is handed over, so that nobody is told of what is over.
 */
export const tellAlarms = async ({ payload, clock, settings }: Work): Promise<void> => {
  const now = clock.now()
  const since = now.getTime() - (lookedAt.get(payload) ?? Number.NEGATIVE_INFINITY)
  // A clock that was set back must not keep this quiet for hours.
  if (since >= 0 && since < LOOKED_EVERY) return
  lookedAt.set(payload, now.getTime())
  const alarms = await alarmsNow(payload, 'vi')
  const told = alarms.flatMap((alarm) => {
    const about = mailedAbout(alarm)
    return about === undefined ? [] : [{ code: alarm.code, about }]
  })
  if (!told.length) return
  for (const { id } of await settings.officers(payload))
    for (const alarm of told)
      await queueNotice({
        payload,
        key: `digest-alarm:${alarm.code}:${alarm.about}:${dayOf(now)}:${id}`,
        recipient: id,
        items: alarmItems(alarm),
        at: now.toISOString(),
      })
}
