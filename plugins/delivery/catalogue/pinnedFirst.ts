import type { ListRequest, Part } from './list.ts'

/**
 * A page across both parts, as if they were one list: pinned documents, then all others.
 *
 * @param args.pinned how many documents are pinned, of those the filter lets through
 * @param args.ask rows of one part, one more than fit the page if there are as many
 */
export const pinnedFirst = <Row>(args: {
  request: Pick<ListRequest, 'from' | 'limit'>
  pinned: number
  ask: (part: Part, from: ListRequest['from']) => Row[]
}): Row[] => {
  const { request, pinned, ask } = args
  const { from, limit } = request
  const isBeyond = 'after' in from ? !from.after.pinned : from.offset >= pinned
  const first = isBeyond ? [] : ask('pinned', from)
  if (first.length > limit) return first
  const onward = 'offset' in from ? { offset: Math.max(0, from.offset - pinned) } : isBeyond ? from : { offset: 0 }
  return [...first, ...ask('rest', onward)].slice(0, limit + 1)
}
