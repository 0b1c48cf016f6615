import { type Text, textIn } from '../../../lib/text/languages.ts'
import { shownInstant } from '../../../lib/time/shownInstant.ts'
import type { StoredEvent } from '../core/events.ts'
import type { DocumentNoticeKind } from '../core/noticeKinds.ts'
import { standingOf, type Trail } from '../core/notices.ts'
import { type AfterWorkingHours, stepDeadline } from '../core/schedule.ts'
import { currentStep } from '../core/state.ts'
import { MAIL_TEXTS } from '../translations/mails.ts'
import type { Officer } from './officers.ts'
import { stepGroups } from './people.ts'

/** One document in a mail. `waiting`: it waits for the person, and they may have been told before. */
export interface Told {
  document: string
  kind: DocumentNoticeKind | 'waiting'
  event: number
  trail: Trail
}

const reasonOf = (event: StoredEvent | undefined): string => (event && 'reason' in event && event.reason) || ''

/**
 * What a mail says of one document, a sentence a line.
 *
 * @param args.roles labels of roles
 * @returns with the deadline of what it waits for, ISO 8601, UTC, empty when there is none
 */
export const linesOf = (args: {
  told: Told
  person: Officer
  after: AfterWorkingHours
  roles: Record<string, Text>
}): { lines: string[]; overdue: boolean; dueBy: string } => {
  const { told, person, after, roles } = args
  const { sentences } = MAIL_TEXTS[person.language]
  const { events, context } = told.trail
  const { state } = standingOf(events, context.definitions)
  const event = events.find(({ seq }) => seq === told.event)
  const step = currentStep(state, context.definitions)
  const deadline = stepDeadline(state, context.definitions, after)
  const dueBy = deadline ?? (state.run ? '' : (state.unratified?.ratifyBy ?? ''))
  const claim = state.run?.claim && state.run.claim.until > context.now ? state.run.claim : undefined
  const facts = {
    name: claim?.name ?? (step ? stepGroups(step, roles, person.language) : ''),
    who: event ? [event.by.name, event.by.capacity].filter(Boolean).join(', ') : '',
    reason: reasonOf(event),
    step: step ? textIn(step.title, person.language) : '',
    by: dueBy ? shownInstant(new Date(dueBy)) : '',
  }
  const overdue = dueBy !== '' && dueBy <= context.now
  const due = dueBy === '' ? [] : [(overdue ? sentences.late : sentences.due)(facts)]
  const at = event ? shownInstant(new Date(event.at)) : ''
  const lines = (): string[] => {
    switch (told.kind) {
      case 'urgent':
        return [
          sentences.urgent(facts),
          ...(state.unratified?.event === told.event
            ? [sentences.ratifyBy({ ...facts, by: shownInstant(new Date(state.unratified.ratifyBy)) })]
            : [state.live ? sentences.ratified : sentences.ended]),
        ]
      case 'ratify':
        return [
          sentences.ratify(facts),
          sentences.ratifyBy({ ...facts, by: shownInstant(new Date(state.unratified!.ratifyBy)) }),
        ]
      case 'purge':
        return [sentences.purge(facts)]
      case 'escalated':
        return [sentences.escalated({ ...facts, by: shownInstant(new Date(state.unratified!.ratifyBy)) })]
      case 'overdue':
        return [sentences.overdue(facts), sentences.with(facts)]
      case 'failed':
        return [sentences.failed(facts)]
      case 'assigned':
        return [sentences.assigned(facts), ...due]
      case 'returned':
        return [sentences.returned(facts)]
      case 'refused':
        return [sentences.refused(facts)]
      case 'published':
        return [
          event?.type === 'publishedUrgently'
            ? sentences.publishedUrgently({ ...facts, by: at })
            : sentences.published({ ...facts, by: at }),
        ]
      case 'withdrawn':
        return [sentences.withdrawn(facts)]
      case 'reminder':
      case 'arrived':
      case 'waiting':
        return [
          step
            ? sentences.step(facts)
            : state.run
              ? sentences.held
              : state.unratified
                ? sentences.ratifyNow
                : sentences.purgeNow,
          ...due,
          ...(event?.type === 'returned' ? [sentences.sentBack(facts)] : []),
        ]
    }
  }
  return { lines: lines(), overdue, dueBy }
}
