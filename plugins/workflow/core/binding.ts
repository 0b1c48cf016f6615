/**
 * An approval binds to the text it was given for: those that stand once another text may have taken its place. Pure.
 *
 * @param approved hash of the text that was approved
 * @param contentHash hash of the text as it is passed on
 */
export const approvalsThatStand = <Approval>(
  approvals: Approval[],
  approved: string,
  contentHash: string,
): Approval[] => (contentHash === approved ? approvals : [])
