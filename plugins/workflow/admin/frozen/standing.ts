import type { WorkflowView } from '../../useCases/view.ts'

/** Where the working copy may have gone on since the text was frozen. */
export type Movable = 'atEdit' | 'published' | 'ended'

/** What the frozen text of a document is to its reader. */
export type FrozenStanding = Movable | 'underReview' | 'approved'

/** What is frozen of a document, as it stands in its workflow. */
export const frozenStanding = ({ state, steps }: Pick<WorkflowView, 'state' | 'steps'>): FrozenStanding => {
  switch (state) {
    case 'in_review':
      return steps.find(({ status }) => status === 'current')?.kind === 'edit' ? 'atEdit' : 'underReview'
    case 'approved':
    case 'scheduled':
      return 'approved'
    case 'published':
      return 'published'
    default:
      return 'ended'
  }
}

export type Shown = 'frozen' | 'working'

/** What a reader can choose between, and what stands open first. */
export interface Choice {
  /** Set when there is a working copy that says something else and is of account here. */
  changed?: Movable
  first: Shown
}

/**
 * Which text to show first. At an edit step the working copy is what will be passed on, so it comes first as soon as
 * it says something else than what was frozen; where the working copy stands still it is no other text.
 *
 * @param workingHash hash that the working copy would be frozen under now; `undefined` while it is not known
 */
export const choiceOf = (standing: FrozenStanding, frozenHash: string, workingHash: string | undefined): Choice => {
  if (standing === 'underReview' || standing === 'approved') return { first: 'frozen' }
  if (workingHash === undefined || workingHash === frozenHash) return { first: 'frozen' }
  return { changed: standing, first: standing === 'atEdit' ? 'working' : 'frozen' }
}
