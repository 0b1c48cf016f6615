/** For how long something is kept, from a day on; a later rule takes the place of an earlier one. */
export interface RetentionRule {
  /** What it is about. */
  name: 'deliveries'
  /** First day on which the rule applies, `YYYY-MM-DD`. */
  since: string
  /** Months for which it is kept. */
  months: number
  /** Why so long: a law, a decision, a purpose. */
  basis: string
}

/** The rule in force on a day; `undefined` before the first one, when everything is kept. */
export const ruleInForce = (
  rules: readonly RetentionRule[],
  name: RetentionRule['name'],
  day: string,
): RetentionRule | undefined =>
  rules
    .filter((rule) => rule.name === name && rule.since <= day)
    .sort((a, b) => (a.since < b.since ? -1 : 1))
    .at(-1)

/** What is older than this is no longer kept: the same day some months ago, or the last day of a shorter month. */
export const keptSince = ({ months }: Pick<RetentionRule, 'months'>, now: Date): Date => {
  const then = new Date(now)
  then.setUTCMonth(then.getUTCMonth() - months)
  // 31 March less a month would be 3 March.
  if (then.getUTCDate() !== now.getUTCDate()) then.setUTCDate(0)
  return then
}

/** What is wrong with rules, one sentence each. */
export const retentionFaults = (rules: readonly RetentionRule[]): string[] =>
  rules.flatMap(({ name, since, months, basis }) => [
    ...(/^\d{4}-\d{2}-\d{2}$/.test(since) && !Number.isNaN(Date.parse(since))
      ? []
      : [`retention: "${since}" of ${name} is no day`]),
    ...(Number.isInteger(months) && months >= 1
      ? []
      : [`retention: ${name} must be kept for whole months, at least one`]),
    ...(basis ? [] : [`retention: ${name} since ${since} needs a basis`]),
  ])
