import { approvalsThatStand } from './binding.ts'
import { type Address, isDecisive, type RatificationClock, type StoredEvent } from './events.ts'
import { movedRun } from './movedRun.ts'
import {
  type DefinitionLookup,
  EMPTY,
  nextStep,
  type PastEdition,
  type Unratified,
  type WorkflowState,
} from './state.ts'

/** Ids of everyone in whose name an event was written. */
export const namesOf = ({ by, onBehalfOf }: StoredEvent): string[] => (onBehalfOf ? [by.id, onBehalfOf.id] : [by.id])

/** Returns the state after one more event. Pure. Never refuses an event: it is already stored. */
export const evolve = (state: WorkflowState, event: StoredEvent, definitions: DefinitionLookup): WorkflowState => {
  const next: WorkflowState = {
    ...state,
    seq: event.seq,
    decisive: isDecisive(event) ? event.seq : state.decisive,
    head: event.hash,
  }
  const { run } = state
  switch (event.type) {
    case 'submitted':
      return {
        ...next,
        frozenSince: [...state.frozenSince, event.contentHash],
        rounds: event.round,
        run: {
          round: event.round,
          definition: event.definition,
          step: 0,
          contentHash: event.contentHash,
          texts: [event.contentHash],
          submitter: event.by.id,
          contributors: event.contributors,
          covers: event.covers,
          approvals: [],
          decided: false,
          arrivedAt: event.at,
          changeNote: event.changeNote,
          correction: event.correction,
          ...(event.batch ? { batch: event.batch } : {}),
        },
      }
    case 'recalled':
    case 'refused':
      return { ...next, run: undefined }
    case 'returned': {
      if (!run || event.to === 'author') return { ...next, run: undefined }
      const { steps } = definitions(run.definition)
      const step = steps.findIndex((candidate) => candidate.name === event.to)
      const kept = new Set(steps.slice(0, step).map((candidate) => candidate.name))
      return {
        ...next,
        run: {
          ...run,
          step,
          decided: true,
          arrivedAt: event.at,
          overdue: undefined,
          claim: undefined,
          approvals: run.approvals.filter((one) => kept.has(one.step)),
        },
      }
    }
    case 'passed': {
      if (!run) return next
      const { steps } = definitions(run.definition)
      const approvals = approvalsThatStand(run.approvals, run.contentHash, event.contentHash, event.stands)
      // A changed text loses its approvals. If it had any, it returns to the first step that approves it again.
      const lost = steps.findIndex(({ name }) =>
        run.approvals.some((one) => one.step === name && !approvals.includes(one)),
      )
      const step = lost === -1 ? nextStep(steps, run.step + 1, approvals) : nextStep(steps, lost, approvals)
      return {
        ...next,
        frozenSince: [...state.frozenSince, event.contentHash],
        run: {
          ...run,
          step,
          contentHash: event.contentHash,
          texts: [...run.texts, event.contentHash],
          contributors: event.contributors,
          covers: event.covers,
          decided: true,
          arrivedAt: event.at,
          overdue: undefined,
          approvals,
          claim: undefined,
          changeNote: event.changeNote ?? run.changeNote,
        },
      }
    }
    case 'approved': {
      if (!run) return next
      const { group, everyone, onBehalfOf } = event
      const approvals = [
        ...run.approvals,
        {
          step: event.step,
          actor: event.by.id,
          capacity: event.by.capacity,
          ...(onBehalfOf ? { onBehalfOf: onBehalfOf.id } : {}),
          ...(group ? { group } : {}),
          ...(everyone ? { everyone } : {}),
        },
      ]
      const definition = definitions(run.definition)
      const step = nextStep(definition.steps, run.step, approvals)
      const cleared = step !== run.step
      const publishAt = event.final ? event.publishAt : undefined
      return {
        ...next,
        run: {
          ...run,
          approvals,
          decided: true,
          ...(cleared ? { arrivedAt: event.at, overdue: undefined } : {}),
          claim: undefined,
          step,
          publishAt,
          publishing:
            step === definition.steps.length && publishAt === undefined && definition.onApproved === 'publish',
          changeNote: event.changeNote ?? run.changeNote,
        },
      }
    }
    case 'scheduled':
      return { ...next, run: run && { ...run, publishAt: event.publishAt, publishing: false } }
    case 'unscheduled':
    case 'publicationFailed':
      return { ...next, run: run && { ...run, publishAt: undefined, publishing: false } }
    case 'moved':
      return { ...next, run: run && movedRun(run, event, definitions) }
    case 'published':
      // A fully approved edition replaces whatever waited to be ratified.
      return {
        ...shown(next, event),
        ...withEdition(state, event),
        everPublished: true,
        unratified: undefined,
        unapproved: undefined,
        settled: run?.covers,
        lastPublished: run && { covers: run.covers, contentHash: run.contentHash, approvals: run.approvals },
        run: undefined,
      }
    case 'publishedUrgently':
      return {
        ...shown(next, event),
        ...withEdition(state, event),
        everPublished: true,
        unratified: clockOf(event, 'publication', event.contributors),
        unapproved: { by: namesOf(event), contributors: event.contributors },
        lastPublished: { covers: event.covers, contentHash: event.contentHash, approvals: [] },
        run: undefined,
      }
    case 'withdrawn':
    case 'expired': {
      const clock =
        event.type === 'withdrawn' && event.ratifyBy && event.escalateTo
          ? clockOf({ ...event, ratifyBy: event.ratifyBy, escalateTo: event.escalateTo }, 'withdrawal', [])
          : undefined
      return {
        ...next,
        live: false,
        ended: event.type,
        endedBy: namesOf(event),
        endReason: event.reason,
        redirectTo: undefined,
        redirecting:
          event.type === 'withdrawn' && event.leadsTo
            ? {
                by: event.by,
                ...(event.onBehalfOf ? { onBehalfOf: event.onBehalfOf } : {}),
                at: event.at,
                to: event.leadsTo,
              }
            : undefined,
        // What is withdrawn need not be ratified as published any more; what merely expired still does.
        unratified: event.type === 'withdrawn' ? clock : state.unratified,
      }
    }
    case 'restored':
      return {
        ...shown(next, event),
        unratified: state.unratified?.what === 'withdrawal' ? undefined : state.unratified,
      }
    case 'claimed':
      return { ...next, run: run && { ...run, claim: { by: event.by.id, name: event.by.name, until: event.until } } }
    case 'assigned':
      return { ...next, run: run && { ...run, claim: { by: event.to.id, name: event.to.name, until: event.until } } }
    case 'released':
      return { ...next, run: run && { ...run, claim: undefined } }
    case 'redirected':
      return { ...next, redirectTo: event.to, redirecting: undefined }
    case 'ratified':
      return state.unratified?.what === 'publication'
        ? { ...next, unratified: undefined, unapproved: undefined, settled: state.lastPublished?.covers }
        : { ...next, unratified: undefined }
    case 'purgeProposed': {
      const { edition, contentHash, reason, by } = event
      const purge = { event: event.seq, by: namesOf(event), name: by.name, edition, contentHash, reason }
      return { ...next, purge }
    }
    case 'purgeDeclined':
      return { ...next, purge: undefined }
    case 'purged':
      return { ...next, purge: undefined, purged: [...state.purged, ...event.texts] }
    case 'overdue':
      return { ...next, run: run && { ...run, overdue: true } }
    case 'escalated':
      return { ...next, unratified: state.unratified && { ...state.unratified, escalated: true } }
  }
}

/** The state with one more edition. */
const withEdition = (
  { editions, frozenSince }: WorkflowState,
  { edition, contentHash, at }: Omit<PastEdition, 'texts'>,
): Pick<WorkflowState, 'edition' | 'editions' | 'frozenSince'> => ({
  edition,
  editions: [...editions, { edition, contentHash, at, texts: [...new Set([contentHash, ...frozenSince])] }],
  frozenSince: [],
})

/** The state with an edition live at an address. */
const shown = (state: WorkflowState, { slug, url, expiresAt }: Address): WorkflowState => ({
  ...state,
  live: true,
  slug,
  url,
  expiresAt,
  ended: undefined,
  endedBy: undefined,
  endReason: undefined,
  redirectTo: undefined,
  redirecting: undefined,
})

const clockOf = (
  event: StoredEvent & RatificationClock,
  what: Unratified['what'],
  contributors: string[],
): Unratified => ({
  event: event.seq,
  what,
  by: namesOf(event),
  contributors,
  ratifyBy: event.ratifyBy,
  escalateTo: event.escalateTo,
  ...(event.withdrawAt ? { withdrawAt: event.withdrawAt } : {}),
  escalated: false,
})

/** Returns the state that a stream of events adds up to. */
export const fold = (events: readonly StoredEvent[], definitions: DefinitionLookup): WorkflowState =>
  events.reduce((state, event) => evolve(state, event, definitions), EMPTY)
