import type { RetentionRule } from '../../plugins/digest/index.ts'

/**
 * For how long this portal keeps what it sent to whom. A change is a new line with its first day; old lines stay, so
 * that everybody can see what applied when.
 */
export const retention: readonly RetentionRule[] = [
  {
    name: 'deliveries',
    since: '2026-12-01',
    months: 13,
    basis: 'Corrections reach those who got the document; a year and a month covers every yearly question.',
  },
]
