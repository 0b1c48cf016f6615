import { allow, allowField } from './roles.ts'

/** The logs and frozen contents: editorial people follow their texts there, the auditor all of it. */
export const readsRecords = allow('auditor', 'admin', 'head', 'secretary', 'mail-officer')

/** Subscribers' addresses: those who answer their letters, and nobody else. */
export const readsAddresses = allowField('mail-officer')
