import type { CollectionBeforeChangeHook } from 'payload'
import { type Fault, fault, idOf } from '../../lib/faults/fault.ts'
import { asValidationError } from '../../lib/faults/say.ts'

const FARTHEST = 100

type Row = Record<string, unknown>
type Ids = (string | number)[]

/** Guarantees that references within a collection over one field have no cycle. */
const noCircle =
  (field: string, leadsTo: (row: Row) => Ids, found: Fault): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, req, collection }) => {
    const self = originalDoc?.id as string | number | undefined
    if (self === undefined || data[field] === undefined) return data
    const seen = new Set<string | number>()
    let frontier = leadsTo(data)
    for (let depth = 0; depth < FARTHEST && frontier.length; depth += 1) {
      if (frontier.includes(self)) throw asValidationError({ faults: [found], collection: collection.slug, req })
      for (const id of frontier) seen.add(id)
      const { docs } = await req.payload.find({
        collection: collection.slug,
        where: { id: { in: frontier } },
        depth: 0,
        pagination: false,
        overrideAccess: true,
        req,
      })
      frontier = (docs as unknown as Row[]).flatMap(leadsTo).filter((id) => !seen.has(id))
    }
    return data
  }

const idsOf = (values: unknown): Ids =>
  ((values ?? []) as unknown[]).map(idOf).filter((id): id is string | number => id !== undefined)

const replaced = ({ relations }: Row): Ids =>
  idsOf(
    ((relations ?? []) as { type?: string; target?: unknown }[])
      .filter(({ type }) => type === 'replaces')
      .map(({ target }) => target),
  )

/** No directive replaces, directly or indirectly, a directive that replaces it. */
export const noReplacesCycle = noCircle(
  'relations',
  replaced,
  fault(
    'relations',
    'Các văn bản thay thế nhau thành vòng; xin kiểm tra lại quan hệ “thay thế”.',
    'These documents would replace each other in a circle; check “replaces”.',
  ),
)

/** No organisation or territory succeeds, directly or indirectly, its own successor. */
export const noCircleOfHeirs = noCircle(
  'successors',
  ({ successors }) => idsOf(successors),
  fault(
    'successors',
    'Các nơi này kế thừa nhau thành vòng; xin kiểm tra lại.',
    'These would succeed each other in a circle; check them.',
  ),
)
