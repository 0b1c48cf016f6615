import type { Measure } from '../../lib/measure.ts'
import type { ProjectionRules } from './catalogue/project.ts'
import type { OpenCatalogue } from './openCatalogue.ts'
import type { Visits } from './visits/counter.ts'

/** Metrics of the public side. */
export const measuresOf = (args: {
  catalogue: Pick<OpenCatalogue, 'read' | 'position'>
  rules: Readonly<Record<string, ProjectionRules>>
  visits: Pick<Visits, 'stats'>
  /** Answers of the public API since the start. */
  answers: { kept: number; made: number }
  /** ISO 8601 timestamp. */
  now: string
}): Measure[] => [
  {
    name: 'congbo_catalogue_seq',
    help: 'Last row of the publications log that this process serves.',
    type: 'gauge',
    values: [{ value: args.catalogue.position() }],
  },
  {
    name: 'congbo_live_documents',
    help: 'Documents that the public sees.',
    type: 'gauge',
    values: Object.keys(args.rules).map((collection) => ({
      labels: { collection },
      value: args.catalogue.read.census.documents(collection, args.now),
    })),
  },
  {
    name: 'congbo_visits_total',
    help: 'Visits that the website reported, with those counted before this portal.',
    type: 'counter',
    values: [{ value: args.visits.stats().total }],
  },
  {
    name: 'congbo_public_answers_total',
    help: 'Answers of the public API that this process made, and those that it had kept.',
    type: 'counter',
    values: Object.entries(args.answers).map(([from, value]) => ({ labels: { from }, value })),
  },
]
