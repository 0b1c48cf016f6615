import type { Text } from './definition.ts'

export type RefusalCode =
  | 'LOGIN_REQUIRED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'WORKFLOW_APPROVAL_REQUIRED'
  | 'WORKFLOW_NOT_YOUR_STEP'
  | 'WORKFLOW_CONFLICT_OF_DUTY'
  | 'WORKFLOW_STALE'
  | 'WORKFLOW_FROZEN'
  | 'WORKFLOW_WRONG_STATE'
  | 'WORKFLOW_NO_APPROVER'
  | 'WORKFLOW_EXPECTED_MISSING'
  | 'WORKFLOW_REASON_MISSING'
  | 'CONTENT_INVALID'
  | 'FILE_CHANGED'
  | 'WORKFLOW_DEFINITION_CHANGED'
  | 'TRY_AGAIN'

/** HTTP status of each code. */
export const STATUS: Record<RefusalCode, number> = {
  LOGIN_REQUIRED: 401,
  FORBIDDEN: 403,
  WORKFLOW_APPROVAL_REQUIRED: 403,
  WORKFLOW_NOT_YOUR_STEP: 403,
  WORKFLOW_CONFLICT_OF_DUTY: 403,
  NOT_FOUND: 404,
  WORKFLOW_STALE: 409,
  WORKFLOW_FROZEN: 409,
  WORKFLOW_WRONG_STATE: 409,
  WORKFLOW_NO_APPROVER: 409,
  FILE_CHANGED: 409,
  WORKFLOW_DEFINITION_CHANGED: 409,
  WORKFLOW_EXPECTED_MISSING: 422,
  WORKFLOW_REASON_MISSING: 422,
  CONTENT_INVALID: 422,
  TRY_AGAIN: 503,
}

/** A field of the content that cannot be published as it is. */
export interface ContentFault {
  path: string
  message: Text
}

/** Why an action is not taken: a stable code, one sentence that says what to do, and what a program may need. */
export interface Refusal {
  code: RefusalCode
  message: Text
  fields?: ContentFault[]
  /** `WORKFLOW_STALE`: the stream's last `seq` now. */
  seq?: number
  /** `WORKFLOW_STALE`: what happened meanwhile. */
  happened?: { seq: number; type: string; by: string; at: string }[]
}

export const refusal = (code: RefusalCode, vi: string, en: string, more: Partial<Refusal> = {}): Refusal => ({
  code,
  message: { vi, en },
  ...more,
})

export const wrongState = (vi: string, en: string): Refusal => refusal('WORKFLOW_WRONG_STATE', vi, en)
