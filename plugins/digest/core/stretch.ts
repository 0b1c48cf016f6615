/**
 * A change of cadence or filter closes a segment ("stretch") of a subscription: earlier publications are sent by the
 * old settings, later ones by the new settings. The log is cut at one `seq`, so nothing is sent twice and nothing is
 * lost, regardless of how far the runs of either cadence have come.
 */
const MARK = '@'

/** Key of the closed segment that starts after `afterSeq`. */
export const stretchKey = (subscriptionKey: string, afterSeq: number): string => `${subscriptionKey}${MARK}${afterSeq}`

/** Key of the subscription that a segment belongs to; a subscription's own key is returned unchanged. */
export const subscriptionKeyOf = (key: string): string => key.split(MARK, 1)[0]!

/**
 * By this time every run that could send a closed segment is over, whatever its cadence, and so is everything it
 * carried.
 */
const DRAINED_WITHIN = 60 * 86_400_000

/** Segments closed before this instant can be deleted. */
export const drainedBefore = (now: Date): string => new Date(now.getTime() - DRAINED_WITHIN).toISOString()
