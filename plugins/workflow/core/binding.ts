/**
 * An approval binds to the content it was given for. Returns the approvals that still stand when the content may have
 * changed since: those of steps that ignore everything that was changed. Pure.
 *
 * @param approved hash of the content that was approved
 * @param contentHash hash of the content that is passed on
 * @param ignoring names of the steps that ignore what was changed
 */
export const approvalsThatStand = <Approval extends { step: string }>(
  approvals: Approval[],
  approved: string,
  contentHash: string,
  ignoring: readonly string[] = [],
): Approval[] => (contentHash === approved ? approvals : approvals.filter(({ step }) => ignoring.includes(step)))
