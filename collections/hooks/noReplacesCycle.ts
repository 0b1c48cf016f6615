import type { CollectionBeforeChangeHook } from 'payload'
import { fault, idOf } from '../checks/fault.ts'
import { asValidationError } from './say.ts'

const FARTHEST = 100

interface Relation {
  type?: string
  target?: unknown
}

const replaced = (relations: unknown): (string | number)[] =>
  ((relations ?? []) as Relation[])
    .filter((relation) => relation.type === 'replaces')
    .map((relation) => idOf(relation.target))
    .filter((id): id is string | number => id !== undefined)

/** Guarantees that no directive replaces, directly or through others, what replaces it. */
export const noReplacesCycle: CollectionBeforeChangeHook = async ({ data, originalDoc, req, collection }) => {
  const self = originalDoc?.id as string | number | undefined
  if (self === undefined || data.relations === undefined) return data
  const seen = new Set<string | number>()
  let frontier = replaced(data.relations)
  for (let depth = 0; depth < FARTHEST && frontier.length; depth += 1) {
    if (frontier.includes(self))
      throw asValidationError({
        faults: [
          fault(
            'relations',
            'Các văn bản thay thế nhau thành vòng; xin kiểm tra lại quan hệ “thay thế”.',
            'These documents would replace each other in a circle; check “replaces”.',
          ),
        ],
        collection: collection.slug,
        req,
      })
    for (const id of frontier) seen.add(id)
    const found = await req.payload.find({
      collection: collection.slug,
      where: { id: { in: frontier } },
      depth: 0,
      pagination: false,
      overrideAccess: true,
      req,
    } as never)
    frontier = (found.docs as { relations?: unknown }[])
      .flatMap((row) => replaced(row.relations))
      .filter((id) => !seen.has(id))
  }
  return data
}
