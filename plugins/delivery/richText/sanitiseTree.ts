import { isSafeLink } from '../../../lib/text/richText.ts'
import { isJsonObject, type Json, type JsonObject } from '../../publications/index.ts'

/** Allow-list of presentational node properties. Others may contain database rows and are dropped. */
const PLAIN = new Set(
  'type version tag text format mode style detail indent direction textFormat textStyle listType start value checked colSpan rowSpan headerState linkType newTab rel'.split(
    ' ',
  ),
)
const DEEPEST = 60

/** Sanitises a rich text tree: allowed properties and safe links only. */
export const sanitiseTree = (node: Json, depth = 0): JsonObject => {
  if (!isJsonObject(node) || depth > DEEPEST) return {}
  const kept: JsonObject = {}
  for (const [key, value] of Object.entries(node)) {
    if (key === 'children' && Array.isArray(value)) kept.children = value.map((child) => sanitiseTree(child, depth + 1))
    else if ((key === 'root' || key === 'fields') && isJsonObject(value)) kept[key] = sanitiseTree(value, depth + 1)
    else if (key === 'url' && typeof value === 'string' && isSafeLink(value)) kept.url = value
    else if (PLAIN.has(key) && (value === null || typeof value !== 'object')) kept[key] = value
  }
  return kept
}
