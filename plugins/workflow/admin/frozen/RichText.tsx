import type { ReactNode } from 'react'
import { isSafeLink } from '../../../../src/text/richText.ts'
import type { Json, JsonObject } from '../../../publications/index.ts'

const FORMATS = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
] as const
type TextTag = (typeof FORMATS)[number][1]

const ALIGNMENTS = new Set(['center', 'right', 'end', 'justify'])

const isNode = (value: Json | undefined): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const childrenOf = (node: JsonObject): JsonObject[] =>
  Array.isArray(node.children) ? node.children.filter((child): child is JsonObject => isNode(child)) : []

const aligned = (node: JsonObject) =>
  typeof node.format === 'string' && ALIGNMENTS.has(node.format) ? `frozen__aligned--${node.format}` : undefined

/** Headings of the text stand below the dialog's title, an h2. */
const headingTag = (tag: Json | undefined) => {
  const level = /^h[1-6]$/.test(String(tag)) ? Number(String(tag).slice(1)) : 2
  return `h${Math.min(Math.max(level + 1, 3), 6)}` as 'h3' | 'h4' | 'h5' | 'h6'
}

const Text = ({ node }: { node: JsonObject }) => {
  const bits = Number(node.format ?? 0)
  const format = ([one, ...rest]: readonly (readonly [number, TextTag])[]): ReactNode => {
    if (!one) return String(node.text ?? '')
    const [bit, Tag] = one
    return bits & bit ? <Tag>{format(rest)}</Tag> : format(rest)
  }
  return format(FORMATS)
}

const Link = ({ node, unknown }: { node: JsonObject; unknown: string }) => {
  const fields = isNode(node.fields) ? node.fields : {}
  const href = typeof fields.url === 'string' && isSafeLink(fields.url) ? fields.url : undefined
  const inner = <Nodes nodes={childrenOf(node)} unknown={unknown} />
  return href ? (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {inner}
    </a>
  ) : (
    <span>{inner}</span>
  )
}

const List = ({ node, unknown }: { node: JsonObject; unknown: string }) => {
  const items = childrenOf(node).map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a frozen text never changes its order
    <li key={index} value={node.listType === 'number' && Number(item.value) > 0 ? Number(item.value) : undefined}>
      <Nodes nodes={childrenOf(item)} unknown={unknown} />
    </li>
  ))
  return node.listType === 'number' ? <ol>{items}</ol> : <ul>{items}</ul>
}

const One = ({ node, unknown }: { node: JsonObject; unknown: string }) => {
  const inner = () => <Nodes nodes={childrenOf(node)} unknown={unknown} />
  switch (node.type) {
    case 'text':
      return <Text node={node} />
    case 'linebreak':
      return <br />
    case 'tab':
      return '\t'
    case 'paragraph':
      return childrenOf(node).length ? <p className={aligned(node)}>{inner()}</p> : null
    case 'heading': {
      const Heading = headingTag(node.tag)
      return <Heading className={aligned(node)}>{inner()}</Heading>
    }
    case 'quote':
      return <blockquote>{inner()}</blockquote>
    case 'list':
      return <List node={node} unknown={unknown} />
    case 'link':
    case 'autolink':
      return <Link node={node} unknown={unknown} />
    default:
      // A reviewer must not take a text for complete that has a part they cannot see.
      return <p className="frozen__unknown">{unknown}</p>
  }
}

const Nodes = ({ nodes, unknown }: { nodes: JsonObject[]; unknown: string }) =>
  nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a frozen text never changes its order
    <One key={index} node={node} unknown={unknown} />
  ))

/**
 * A rich text built from the editor's tree, node by node: only the elements named here can come out of it, whatever
 * the tree holds, and no address but a safe one becomes a link.
 *
 * @param unknown what stands where a node of another type would be
 */
export const RichText = ({ tree, unknown }: { tree: Json | undefined; unknown: string }) => {
  const root = isNode(tree) && isNode(tree.root) ? tree.root : {}
  return <Nodes nodes={childrenOf(root)} unknown={unknown} />
}
