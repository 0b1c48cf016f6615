/** Roles that may see authors' royalties, in the form and in the export. */
export const READS_ROYALTIES = ['editor', 'secretary', 'head', 'auditor'] as const
