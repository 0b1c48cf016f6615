import { allow, allowField } from './roles.ts'

/** Roles that may read the logs and frozen contents, all of them. */
export const readsRecords = allow('auditor', 'admin', 'head', 'secretary', 'mail-officer')

/** Roles that have the reading room of the trail: who did what with any document. */
export const readsTrail = allow('auditor', 'head')

/** Who decides which programs are told of publications. */
export const administers = allow('admin')

/** Who may look at the mail officer's desk. */
export const readsDesk = allow('mail-officer', 'auditor', 'admin')

/** Who runs the desk: pauses digests, settles what is unknown, lifts suppressions, imports subscribers. */
export const managesDesk = allow('mail-officer')
/** Who answers for what is sent: may say that a copy of the system is the real one, so that it sends again. */
export const answersForMails = allow('admin', 'mail-officer')

/** Who may read subscribers' addresses: only those who answer their letters. */
export const readsAddresses = allowField('mail-officer')
