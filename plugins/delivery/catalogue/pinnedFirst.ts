import type { ListRequest, Part } from './list.ts'

/**
 * Paginates across pinned documents and all others as if they were one list.
 *
 * @param args.pinned number of pinned documents that match the filter
 * @param args.ask selects rows of one part, with one extra row if there are more
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
