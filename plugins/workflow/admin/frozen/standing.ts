import type { WorkflowView } from '../../useCases/view.ts'

/** States in which the working copy may have changed since the text was frozen. */
export type Movable = 'atEdit' | 'published' | 'ended'

/** The standing of the frozen text for its reader. */
export type FrozenStanding = Movable | 'underReview' | 'approved' | 'unratified'

/** The standing of the frozen text, from the workflow of its document. */
export const frozenStanding = ({
  state,
  steps,
  urgent,
  unratified,
}: Pick<WorkflowView, 'state' | 'steps' | 'urgent' | 'unratified'>): FrozenStanding => {
  switch (state) {
    case 'in_review':
      return steps.find(({ status }) => status === 'current')?.kind === 'edit' ? 'atEdit' : 'underReview'
    case 'approved':
    case 'scheduled':
      return 'approved'
    case 'published':
      return urgent && unratified ? 'unratified' : 'published'
    default:
      return 'ended'
  }
}

export type Shown = 'frozen' | 'working'

/** The choice between the two texts, and the one to open first. */
export interface Choice {
  /** Set when the working copy differs and is relevant. */
  changed?: Movable
  first: Shown
}

/**
 * Which text to show first. At an edit step the working copy will be passed on, so it comes first as soon as it differs
 * from the frozen text. Under review or after approval there is only the frozen text.
 *
 * @param workingHash hash that freezing the working copy now would give; `undefined` while unknown
 */
export const choiceOf = (standing: FrozenStanding, frozenHash: string, workingHash: string | undefined): Choice => {
  if (standing === 'underReview' || standing === 'approved') return { first: 'frozen' }
  if (workingHash === undefined || workingHash === frozenHash) return { first: 'frozen' }
  return {
    changed: standing === 'unratified' ? 'published' : standing,
    first: standing === 'atEdit' ? 'working' : 'frozen',
  }
}
