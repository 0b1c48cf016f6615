/** The first day of the state that issues the documents; a day before it is a slip of the pen. */
const FIRST_DAY = '1945-09-02'

/** Whether a day `YYYY-MM-DD` lies before any that a portal's page can mean. Pure. */
export const isTooEarly = (day: string | undefined): boolean => day !== undefined && day < FIRST_DAY

/** The day, unless no page can mean it. Pure. */
export const possibleDay = (day: string | undefined): string | undefined => (isTooEarly(day) ? undefined : day)
