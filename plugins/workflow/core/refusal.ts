import type { Text } from './definition.ts'

export type RefusalCode =
  | 'BAD_REQUEST'
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
  | 'WORKFLOW_CLAIMED'
  | 'WORKFLOW_DELEGATION_INVALID'
  | 'WORKFLOW_POWER_RESTS'
  | 'WORKFLOW_EXPECTED_MISSING'
  | 'WORKFLOW_REASON_MISSING'
  | 'CONTENT_INVALID'
  | 'FILE_CHANGED'
  | 'WORKFLOW_CONTENT_CHANGED'
  | 'WORKFLOW_DEFINITION_CHANGED'
  | 'TRY_AGAIN'

/** HTTP status of each code. */
export const STATUS: Record<RefusalCode, number> = {
  BAD_REQUEST: 400,
  LOGIN_REQUIRED: 401,
  FORBIDDEN: 403,
  WORKFLOW_APPROVAL_REQUIRED: 403,
  WORKFLOW_NOT_YOUR_STEP: 403,
  WORKFLOW_CONFLICT_OF_DUTY: 403,
  WORKFLOW_DELEGATION_INVALID: 403,
  WORKFLOW_POWER_RESTS: 403,
  NOT_FOUND: 404,
  WORKFLOW_STALE: 409,
  WORKFLOW_FROZEN: 409,
  WORKFLOW_WRONG_STATE: 409,
  WORKFLOW_NO_APPROVER: 409,
  WORKFLOW_CLAIMED: 409,
  FILE_CHANGED: 409,
  WORKFLOW_CONTENT_CHANGED: 409,
  WORKFLOW_DEFINITION_CHANGED: 409,
  WORKFLOW_EXPECTED_MISSING: 422,
  WORKFLOW_REASON_MISSING: 422,
  CONTENT_INVALID: 422,
  TRY_AGAIN: 503,
}

/** A field whose content prevents publication. */
export interface ContentFault {
  path: string
  message: Text
}

/** Why an action is refused: a stable code, a sentence that says what to do, and details for API clients. */
export interface Refusal {
  code: RefusalCode
  message: Text
  fields?: ContentFault[]
  /** `WORKFLOW_STALE`: the current last `seq` of the stream. */
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
