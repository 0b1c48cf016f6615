/**
 * An approval binds to the content it was given for. Returns the approvals that still stand when the content may have
 * changed since. Pure.
 *
 * @param approved hash of the content that was approved
 * @param contentHash hash of the content that is passed on
 */
export const approvalsThatStand = <Approval>(
  approvals: Approval[],
  approved: string,
  contentHash: string,
): Approval[] => (contentHash === approved ? approvals : [])
