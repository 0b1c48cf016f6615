export const LEGAL_STATUSES = [
  'none',
  'notYet',
  'inForce',
  'partlyExpired',
  'partlySuspended',
  'suspended',
  'expired',
  'unknown',
] as const
export type LegalStatus = (typeof LEGAL_STATUSES)[number]

/** What decides the legal status of a document, apart from the day. */
export interface LegalFacts {
  /** Whether documents of its type have legal effect: never, always, or if they state a date. */
  effect: 'never' | 'always' | 'byDates'
  /** First day of effect, `YYYY-MM-DD`. */
  from?: string
  /** Last day of effect, `YYYY-MM-DD`. */
  to?: string
  /** Status set by an editor. */
  override?: LegalStatus
  /** What other published documents do to it. */
  acts(): readonly LegalAct[]
}

export interface LegalAct {
  /** `ends`: replaces, abrogates or amends. */
  does: 'ends' | 'suspends'
  /** Whether it affects only a part. */
  part: boolean
  by: LegalFacts
}

/** A document on the day that the calculation has reached. */
interface Node {
  facts: LegalFacts
  acts: { does: LegalAct['does']; part: boolean; by: Node }[]
  /** Has taken effect, even if it has ended since. */
  tookEffect: boolean
  ended: boolean
  suspended: boolean
}

/** A document has a few documents that act on it; the limit bounds hostile graphs. */
const MOST_DOCUMENTS = 200

/** All documents that matter, each after those that act on it. Documents in a circle have no such order. */
const inOrder = (root: LegalFacts): Node[] => {
  const nodes = new Map<LegalFacts, Node>()
  const order: Node[] = []
  const visit = (facts: LegalFacts): Node => {
    const node: Node = { facts, acts: [], tookEffect: false, ended: false, suspended: false }
    nodes.set(facts, node)
    for (const { by, ...act } of facts.acts()) {
      const known = nodes.get(by)
      if (known || nodes.size < MOST_DOCUMENTS) node.acts.push({ ...act, by: known ?? visit(by) })
    }
    order.push(node)
    return node
  }
  visit(root)
  return order
}

/** Statuses set by an editor under which a document affects no other. */
const INEFFECTIVE: readonly (LegalStatus | undefined)[] = ['none', 'notYet', 'unknown']
/** Statuses set by an editor without a date, by which a suspension no longer applies. */
const LAPSED: readonly (LegalStatus | undefined)[] = ['expired', 'suspended']
/** Statuses set by an editor that imply that the document took effect, on whatever day. */
const EFFECTIVE: readonly (LegalStatus | undefined)[] = ['inForce', 'partlyExpired', 'partlySuspended']

const startOf = ({ effect, from, override }: LegalFacts): string | undefined => {
  if (effect === 'never' || INEFFECTIVE.includes(override)) return undefined
  return from ?? (EFFECTIVE.includes(override) ? '' : undefined)
}

const suspendsNow = ({ facts, tookEffect, ended, suspended }: Node): boolean =>
  tookEffect && !ended && !suspended && !LAPSED.includes(facts.override)

const advance = (node: Node, day: string): void => {
  const { facts, acts } = node
  node.suspended = acts.some(({ does, part, by }) => does === 'suspends' && !part && suspendsNow(by))
  node.ended ||=
    (facts.to !== undefined && day > facts.to) ||
    acts.some(({ does, part, by }) => does === 'ends' && !part && by.tookEffect)
  const start = startOf(facts)
  // What ended or is suspended on its first day does not take effect then.
  if (start !== undefined && start <= day && !node.ended && !node.suspended) node.tookEffect = true
}

/** Days on which something may change, up to a day. */
const daysOfChange = (nodes: readonly Node[], day: string): string[] => {
  const days = new Set(['', day])
  for (const { facts } of nodes) {
    if (facts.from) days.add(facts.from)
    if (facts.to) days.add(`${facts.to}+`)
  }
  return [...days].filter((one) => one <= day).sort()
}

/**
 * Legal status of a document on a day. `docs/legal-status.md` states the rule in words, and a test compares every cell of
 * its tables with this function.
 *
 * A document acts on another from the day on which it takes effect, and an end is final. So a replacement whose day is
 * unknown or still to come, or that was itself abrogated or suspended before its day, leaves the replaced document in
 * force. A suspension lasts only while the document that suspends is in force.
 *
 * @param day `YYYY-MM-DD` in Asia/Ho_Chi_Minh
 */
export const legalStatusOn = (facts: LegalFacts, day: string): LegalStatus => {
  const { effect, from, to, override } = facts
  if (override !== undefined) return override
  if (effect === 'never') return 'none'
  // Most old documents: an end is final, whatever others did to them.
  if (to !== undefined && day > to) return 'expired'
  const nodes = inOrder(facts)
  for (const change of daysOfChange(nodes, day)) for (const node of nodes) advance(node, change)
  const { ended, suspended, acts } = nodes.at(-1)!
  if (ended) return 'expired'
  if (from !== undefined && day < from) return 'notYet'
  if (suspended) return 'suspended'
  if (acts.some(({ does, part, by }) => does === 'ends' && part && by.tookEffect)) return 'partlyExpired'
  if (acts.some(({ does, part, by }) => does === 'suspends' && part && suspendsNow(by))) return 'partlySuspended'
  if (from !== undefined || to !== undefined) return 'inForce'
  return effect === 'always' ? 'unknown' : 'none'
}
