import type { Access, PayloadRequest } from 'payload'
import type { Clock } from '../../lib/time/clock.ts'
import type { WorkflowDefinition } from './core/definition.ts'
import type { ContentFault } from './core/refusal.ts'
import type { PreviewLayout } from './reading/previewLayout.ts'

/**
 * Checks one language of a working copy for what publication needs.
 *
 * @param today `YYYY-MM-DD` in Asia/Ho_Chi_Minh
 */
export type ContentCheck = (content: Record<string, unknown>, locale: string, today: string) => ContentFault[]

export interface WorkflowOptions {
  /** The definition each governed collection follows, by slug. */
  definitions: Record<string, WorkflowDefinition>
  /** Completeness checks by collection slug, run for every language of a document when it is frozen. */
  checks: Record<string, ContentCheck>
  /** Reduces a row read in all languages to one of them, as the checks expect it. */
  inLocale: (row: Record<string, unknown>, locale: string) => Record<string, unknown>
  /** The auth collection, and how its rows say who a person is. */
  people: {
    collection: string
    /** Field with the single role. */
    role: string
    /** Field with the name shown in the trail. */
    name: string
    /** Field with the title printed as capacity; a role's label stands in when it is empty. */
    title: string
    /** Checkbox that is false for people who left. */
    active: string
  }
  /** Labels of roles, data of the portal. */
  roles: Record<string, { vi: string; en: string }>
  /** Who may read the workflow's own records over `/api`. */
  read: Access
  clock: Clock
  /**
   * Public field of a governed collection, a day that still counts whole, after which an edition is not shown.
   * @default none: nothing expires
   */
  expires?: Record<string, string>
  /**
   * How a preview lays out the documents of a collection, by slug.
   * @default summary and body, then everything else in the order of the form
   */
  previews?: Record<string, PreviewLayout>
  /** Folder of nightly anchors. */
  anchorsDir: string
}

/** A request with somebody behind it. */
export type PersonRequest = PayloadRequest & { user: NonNullable<PayloadRequest['user']> }
