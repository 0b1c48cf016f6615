export { type Anchor, keepAnchor, lastAnchorAt, takeAnchor } from './audit/anchor.ts'
export type { AuditFault, AuditReport } from './audit/report.ts'
export { verify } from './audit/verify.ts'
export { absenceFault } from './core/absence.ts'
export { type Listed, manifestOf } from './core/batch.ts'
export type { CheckItem, Group, Part, Quorum, Step, WorkflowDefinition } from './core/definition.ts'
export { defineWorkflow } from './core/lint.ts'
export { ACTIONS, type Action } from './core/permit.ts'
export type { ContentFault } from './core/refusal.ts'
export type { Condition, Variant } from './core/variants.ts'
export { workflowOptions } from './options.ts'
export { workflow } from './plugin.ts'
export type { PreviewLayout } from './reading/previewLayout.ts'
export { COMMENT_COLUMNS } from './store/comments.ts'
export { POWER_COLUMNS } from './store/powers.ts'
export { type DefinitionFault, verifyDefinitions } from './store/registry.ts'
export { rowsAfter } from './store/rows.ts'
export { EVENT_COLUMNS } from './store/stream.ts'
export { exportTrail, TRAIL_FORMATS, type TrailFormat } from './trail/export.ts'
export { streamNamed } from './trail/find.ts'
export { type ShownTrail, showTrail } from './trail/show.ts'
export type {
  BatchOptions,
  ContentCheck,
  GivenOptions as WorkflowOptions,
  NoticeOptions,
  OfficeMail,
  PeopleOptions,
  WorkflowOptions as WorkflowSettings,
} from './types.ts'
export { recordAccounts } from './useCases/accounts.ts'
export { act } from './useCases/act.ts'
export { type BatchList, listsOf } from './useCases/batchCandidates.ts'
export { finish } from './useCases/finish.ts'
export { keepReconciled } from './useCases/keepReconciled.ts'
export { noticeMail } from './useCases/noticeMail.ts'
export { actorOf } from './useCases/people.ts'
export { reconcile } from './useCases/reconcile.ts'
export { recordInstance } from './useCases/recordInstance.ts'
export { runDue } from './useCases/runDue.ts'
export { keepTold } from './useCases/tellPeople.ts'
