/** Path of the mail officer's desk, below that of the admin. */
export const DESK_PATH = '/mail-desk'

/** Parts of the desk; the first two and the last are for everybody who may look at it. */
export const PARTS = ['today', 'refusals', 'growth', 'preview', 'unknown', 'addresses', 'import'] as const
export type Part = (typeof PARTS)[number]
/** Parts for those who may only look. */
export const READING: readonly Part[] = ['today', 'refusals', 'growth']
