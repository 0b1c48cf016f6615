/**
 * A change of cadence or filter closes a stretch of a subscription: what was published before goes out by the old
 * wish, what comes later by the new one. The publications log is cut at one `seq`, so nothing comes twice and nothing
 * is lost, whatever the runs of either cadence have covered by then.
 */
const MARK = '@'

/** The key of the closed stretch that began after `afterSeq`. */
export const stretchKey = (subscriptionKey: string, afterSeq: number): string => `${subscriptionKey}${MARK}${afterSeq}`

/** The key of the subscription that a stretch belongs to; a subscription's own key stays as it is. */
export const subscriptionKeyOf = (key: string): string => key.split(MARK, 1)[0]!

/** By now every run that could send a closed stretch has come, whatever its cadence, and what it carried on as well. */
const DRAINED_WITHIN = 60 * 86_400_000

/** Stretches closed before this instant are of no use any more. */
export const drainedBefore = (now: Date): string => new Date(now.getTime() - DRAINED_WITHIN).toISOString()
