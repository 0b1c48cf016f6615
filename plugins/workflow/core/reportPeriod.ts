/** Periods that people ask for by name; all but the last month end today. */
export const PERIODS = ['month', 'lastMonth', 'quarter', 'year'] as const
export type PeriodName = (typeof PERIODS)[number]

/** Whether a text names a period. */
export const isPeriod = (name: string): name is PeriodName => PERIODS.includes(name as PeriodName)

const DAY_MS = 24 * 3_600_000
const firstOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-01`
const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)

/**
 * First and last day of a named period. Pure.
 *
 * @param today `YYYY-MM-DD` in Viet Nam
 */
export const periodDays = (name: PeriodName, today: string): { from: string; to: string } => {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const thisMonth = firstOf(year, month)
  switch (name) {
    case 'month':
      return { from: thisMonth, to: today }
    case 'lastMonth':
      return { from: month === 1 ? firstOf(year - 1, 12) : firstOf(year, month - 1), to: dayBefore(thisMonth) }
    case 'quarter':
      return { from: firstOf(year, month - ((month - 1) % 3)), to: today }
    case 'year':
      return { from: firstOf(year, 1), to: today }
  }
}
