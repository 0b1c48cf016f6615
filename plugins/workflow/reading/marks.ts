import type { StoredEvent } from '../core/events.ts'

/** The result of a frozen text. */
export type MarkStanding =
  | 'underReview'
  | 'approved'
  | 'inForce'
  | 'replaced'
  | 'withdrawn'
  | 'expired'
  | 'changedAtEdit'
  | 'returned'
  | 'refused'
  | 'recalled'

/** A version of the working copy that was frozen. */
export interface Mark {
  /** Number of the version, counted from 1 in the order of saving. */
  number: number
  contentHash: string
  standing: MarkStanding
  /** Number of the edition it became. */
  edition?: number
}

/**
 * The versions of a working copy that were frozen, and their results, derived from the document's trail. A version
 * without a mark was only saved.
 */
export const marksOf = (events: readonly StoredEvent[]): Mark[] => {
  const marks: Mark[] = []
  let run: Mark | undefined
  let live: Mark | undefined
  let ended: Mark | undefined
  const begin = (event: { contentHash: string; covers: { count: number } }) => {
    run = { number: event.covers.count, contentHash: event.contentHash, standing: 'underReview' }
    marks.push(run)
  }
  const end = (standing: MarkStanding) => {
    if (run) run.standing = standing
    run = undefined
  }
  for (const event of events)
    switch (event.type) {
      case 'submitted':
        begin(event)
        break
      case 'passed':
        // A save without public changes moves the mark to the new version. A changed text gets a mark of its own.
        if (run?.contentHash === event.contentHash) run.number = event.covers.count
        else {
          end('changedAtEdit')
          begin(event)
        }
        break
      case 'approved':
        if (run && event.final) run.standing = 'approved'
        break
      case 'moved':
        if (run && event.step) run.standing = 'underReview'
        break
      case 'returned':
        if (event.to === 'author') end('returned')
        else if (run) run.standing = 'underReview'
        break
      case 'refused':
      case 'recalled':
        end(event.type)
        break
      case 'published':
        if (live) live.standing = 'replaced'
        live = run
        if (live) live.edition = event.edition
        end('inForce')
        break
      case 'publishedUrgently':
        // Past the steps: what waited at one of them is not what was published, unless it is the same text.
        if (run?.contentHash !== event.contentHash) {
          if (run) marks.splice(marks.indexOf(run), 1)
          begin(event)
        }
        if (live) live.standing = 'replaced'
        live = run
        if (live) live.edition = event.edition
        end('inForce')
        break
      case 'withdrawn':
      case 'expired':
        if (live) live.standing = event.type
        ended = live ?? ended
        live = undefined
        break
      case 'restored':
        live = ended
        if (live) live.standing = 'inForce'
        break
    }
  return marks
}
