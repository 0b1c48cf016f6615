/** A metric in Prometheus terms. */
export interface Measure {
  name: string
  help: string
  type: 'gauge' | 'counter'
  values: { labels?: Record<string, string>; value: number }[]
}

/** An instant, ISO 8601, as Prometheus counts it: seconds since 1970; 0 for none. */
export const epochSeconds = (instant: string): number => (instant ? Date.parse(instant) / 1_000 : 0)
