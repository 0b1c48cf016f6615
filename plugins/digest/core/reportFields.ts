/** A report has a few lines for each of a few recipients; anything longer is not a report. */
export const LONGEST_REPORT = 64 * 1024
/** RFC 5322, 2.1.1. */
const LONGEST_LINE = 998

/** Lines of a text without overlong ones. */
export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.length <= LONGEST_LINE)

/**
 * Fields of a report by lower-case name; the first of several with the same name counts. A folded line belongs to the
 * field before it (RFC 5322, 2.2.3). Overlong lines are ignored.
 */
export const fieldsOf = (text: string): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>()
  let last = ''
  for (const line of linesOf(text)) {
    const isFolded = /^[ \t]/.test(line)
    const colon = isFolded ? -1 : line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trimEnd().toLowerCase()
    const value = line.slice(colon + 1).trim()
    if (isFolded && last && value) fields.set(last, `${fields.get(last)} ${value}`)
    last = isFolded ? last : name && value && !fields.has(name) ? name : ''
    if (last && !isFolded) fields.set(last, value)
  }
  return fields
}
