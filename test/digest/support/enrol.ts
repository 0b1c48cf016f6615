import { randomBytes } from 'node:crypto'
import type { Portal } from './portal.ts'

/** Writes confirmed subscribers directly into the store, for tests of later steps. */
export const enrol = async (portal: Portal, names: string[], cadence = 'daily'): Promise<void> => {
  const { payload, clock } = portal
  const since = clock.now().toISOString()
  for (const name of names) {
    const ref = randomBytes(16).toString('hex')
    const email = `${name}@example.vn`
    await payload.db.create({
      collection: 'subscribers',
      data: {
        ref,
        email,
        emailKey: email,
        locale: 'vi',
        state: 'active',
        requestedAt: since,
        confirmedAt: since,
        leftAt: '',
        pausedUntil: '',
        softBounces: 0,
        bouncedAt: '',
      },
    })
    await payload.db.create({
      collection: 'subscriptions',
      data: {
        key: `${ref}:all`,
        subscriber: ref,
        cadence,
        filter: '{}',
        state: 'active',
        since,
        afterSeq: 0,
        untilSeq: 0,
        endedAt: '',
      },
    })
  }
}
