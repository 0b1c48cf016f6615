/** What the office's week needs of an event. */
export interface Passage {
  document: string
  seq: number
  type: string
  /** ISO 8601, UTC. */
  at: string
  /** Whether the text was imported and published together with others. */
  batch?: boolean
}

/** What became public. */
export const PUBLISHING: readonly string[] = ['published', 'publishedUrgently']
/** What begins the way of a text to the public, and what ends it before it is there; a return does not. */
export const ON_THE_WAY: readonly string[] = ['submitted', 'recalled', 'refused', ...PUBLISHING]

/**
 * How many texts became public on each day. Pure.
 *
 * @param days `YYYY-MM-DD`
 * @param dayOf day of an instant
 * @returns one entry a day, in the same order
 */
export const publishedPerDay = (
  instants: readonly string[],
  days: readonly string[],
  dayOf: (at: string) => string,
): { day: string; published: number }[] => {
  const counts = new Map(days.map((day) => [day, 0]))
  for (const at of instants) {
    const day = dayOf(at)
    const before = counts.get(day)
    if (before !== undefined) counts.set(day, before + 1)
  }
  return [...counts].map(([day, published]) => ({ day, published }))
}

/**
 * How long each text that became public took since its author submitted it for the first time since its last edition;
 * returns count in. One that its author recalled, or that was refused, begins anew. Urgent publications and
 * imported texts pass no steps and tell nothing. Pure.
 *
 * @param passages of whole documents, in any order
 * @param from ISO 8601, UTC; what became public before is left out
 * @param hoursBetween working hours between two instants
 */
export const hoursToPublish = (
  passages: readonly Passage[],
  from: string,
  hoursBetween: (start: string, end: string) => number,
): number[] => {
  const begun = new Map<string, string>()
  const hours: number[] = []
  for (const { document, type, at, batch } of [...passages].sort((one, other) => one.seq - other.seq)) {
    const start = begun.get(document)
    if (type === 'submitted') begun.set(document, start ?? at)
    else {
      if (type === 'published' && start !== undefined && !batch && at >= from) hours.push(hoursBetween(start, at))
      begun.delete(document)
    }
  }
  return hours
}
