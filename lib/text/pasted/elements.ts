import type { ChildNode } from 'domhandler'
import { DomUtils } from 'htmlparser2'
import { styleOf } from './look.ts'

/** Elements that stand on lines of their own. */
export const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** Elements that hold no text of the author. */
export const SILENT = new Set(
  'head script style title meta link xml template noscript select button textarea svg math object iframe del'.split(
    ' ',
  ),
)
/** Maximum element nesting; deeper content was not written by a person. */
export const DEEPEST_NESTING = 200

/** The marker that Word prints before an item of a list. */
export const isMarker = (node: ChildNode): boolean => DomUtils.isTag(node) && styleOf(node, 'mso-list') === 'ignore'
