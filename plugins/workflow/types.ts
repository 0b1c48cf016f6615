import type { Access, PayloadRequest } from 'payload'
import type { Clock } from '../../lib/time/clock.ts'
import type { WorkflowDefinition } from './core/definition.ts'
import type { ContentFault } from './core/refusal.ts'
import type { PreviewLayout } from './reading/previewLayout.ts'

/**
 * Checks one language of a working copy for completeness before publication.
 *
 * @param today `YYYY-MM-DD` in Asia/Ho_Chi_Minh
 */
export type ContentCheck = (content: Record<string, unknown>, locale: string, today: string) => ContentFault[]

export interface WorkflowOptions {
  /** The definition of each governed collection, by slug. */
  definitions: Record<string, WorkflowDefinition>
  /** Completeness checks by collection slug, run for each language of a document when it is frozen. */
  checks: Record<string, ContentCheck>
  /** Reduces a row with all languages to one language, as the checks expect it. */
  inLocale: (row: Record<string, unknown>, locale: string) => Record<string, unknown>
  /** The auth collection, and the fields of its rows. */
  people: {
    collection: string
    /** Field with the single role. */
    role: string
    /** Field with the name shown in the trail. */
    name: string
    /** Field with the title printed as capacity; if empty, the label of the role is used. */
    title: string
    /** Checkbox that is false for people who have left. */
    active: string
  }
  /** Labels of roles, as the portal defines them. */
  roles: Record<string, { vi: string; en: string }>
  /** Who may read the workflow's own records over `/api`. */
  read: Access
  clock: Clock
  /**
   * Public date field of a governed collection; an edition expires at the end of that day.
   * @default none: nothing expires
   */
  expires?: Record<string, string>
  /**
   * Layout of previews, by collection slug.
   * @default summary and body, then everything else in the order of the form
   */
  previews?: Record<string, PreviewLayout>
  /** Folder of nightly anchors. */
  anchorsDir: string
}

/** A request with a logged-in user. */
export type PersonRequest = PayloadRequest & { user: NonNullable<PayloadRequest['user']> }
