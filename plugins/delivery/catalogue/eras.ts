import type { Sql } from './sql.ts'

/** Periods in which no document expires, so that what was counted holds throughout. */
export interface Eras {
  /** Next time after `now` at which a document expires, ISO 8601. */
  nextExpiry(now: string): string | undefined
  /** Cache key of the period around an instant; `''` when nothing expires in what is asked for. */
  era(now: string | undefined): string
  forget(): void
}

export const readEras = (sql: () => Sql): Eras => {
  /** The period that was asked for last. */
  let quiet: { from: string; until: string | undefined } | undefined
  const nextExpiry = (now: string) => {
    if (!quiet || now < quiet.from || (quiet.until !== undefined && now >= quiet.until)) {
      const found = sql().get<{ expires: string | null }>(
        'SELECT min(expires) AS expires FROM live WHERE expires > ?',
        now,
      )
      quiet = { from: now, until: found?.expires ?? undefined }
    }
    return quiet.until
  }
  return {
    nextExpiry,
    era: (now) => (now === undefined ? '' : (nextExpiry(now) ?? 'open')),
    forget: () => {
      quiet = undefined
    },
  }
}
