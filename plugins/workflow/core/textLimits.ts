/** Longest texts that people may type, in characters; the server refuses more, the admin lets nobody type more. */
export const TEXT_LIMITS = {
  reason: 5000,
  /** A note beside a decision. */
  comment: 5000,
  /** Something said in the conversation about a document. */
  discussion: 5000,
  changeNote: 2000,
  /** Public note of a correction. */
  note: 2000,
  /** Address of a document, or of a person. */
  to: 2000,
  redirectTo: 2000,
} as const
