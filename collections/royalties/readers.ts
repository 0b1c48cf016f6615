/** Who may see the rows of authors and what they are owed, in the form and as a table. */
export const READS_ROYALTIES = ['editor', 'secretary', 'head', 'auditor'] as const
