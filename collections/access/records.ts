import { allow, allowField } from './roles.ts'

/** Roles that may read the logs and frozen contents, all of them. */
export const readsRecords = allow('auditor', 'admin', 'head', 'secretary', 'mail-officer')

/** Who may read subscribers' addresses: only those who answer their letters. */
export const readsAddresses = allowField('mail-officer')
