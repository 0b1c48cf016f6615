import type { Payload } from 'payload'
import { ownLanguage, type Text, textIn } from '../../../lib/text/languages.ts'
import { type OpenText, type WaitingLine, waitingLines } from '../core/report.ts'
import { en } from '../translations/en.ts'
import { reportTexts } from '../translations/report.ts'
import { vi } from '../translations/vi.ts'
import type { WorkflowOptions } from '../types.ts'
import { definitionsOf } from './definitions.ts'
import type { RunRow } from './project.ts'

/** The titles of all steps in force, in the order of the workflows, and of what waits without a step. */
const stepTitles = (options: WorkflowOptions): Text[] => [
  ...definitionsOf(options).flatMap(({ steps }) => steps.map(({ title }) => title)),
  { vi: reportTexts.vi.toPublish, en: reportTexts.en.toPublish },
  { vi: vi.steps.ratify, en: en.steps.ratify },
  { vi: vi.steps.purge, en: en.steps.purge },
]

/**
 * Returns the order of steps in a language, and what a step is called that a run keeps in the language of the trail; a
 * run without a step waits to be published.
 */
export const stepNames = (
  options: WorkflowOptions,
  lang: string,
): { order: string[]; nameOf: (step: string) => string } => {
  const titles = stepTitles(options)
  return {
    order: titles.map((title) => textIn(title, lang)),
    nameOf: (step) => {
      if (step === '') return reportTexts[ownLanguage(lang)].toPublish
      const title = titles.find((one) => textIn(one, options.language) === step)
      return title ? textIn(title, lang) : step
    },
  }
}

type OpenRow = Pick<RunRow, 'stepTitle' | 'since' | 'dueBy'> & { id: string }

/** Every text that waits for somebody now, and no other row: sorted so that the index over what waits is enough. */
const openTexts = async (payload: Payload): Promise<OpenText[]> => {
  const { docs } = await payload.db.find<OpenRow>({
    collection: 'workflow-runs',
    where: { waitsFor: { greater_than: '' } },
    select: { stepTitle: true, since: true, dueBy: true },
    sort: 'waitsFor',
    limit: 0,
    pagination: false,
  })
  return docs.map(({ stepTitle, since, dueBy }) => ({ step: stepTitle ?? '', since, dueBy: dueBy ?? '' }))
}

/** What waits at each step now, in the order of the workflows. */
export const waitingNow = async (args: {
  payload: Payload
  options: WorkflowOptions
  now: Date
  lang: string
}): Promise<WaitingLine[]> => {
  const { order, nameOf } = stepNames(args.options, args.lang)
  const open = await openTexts(args.payload)
  return waitingLines(
    open.map((one) => ({ ...one, step: nameOf(one.step) })),
    args.now.toISOString(),
    order,
  )
}
