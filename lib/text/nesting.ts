const [QUOTE, BACKSLASH, COMMA, LIST, LIST_END, OBJECT, OBJECT_END] = Array.from('"\\,[]{}', (sign) =>
  sign.charCodeAt(0),
)

/** Lists and objects within each other, as deep as anything goes that a form or a text has. */
const DEEPEST = 128

/** Values in one another and beside one another; eight megabytes of sentences have fewer. */
const MOST_VALUES = 400_000

/**
 * Whether lists and objects lie in one another deeper, or hold more values, than in anything that people or their
 * programs send. Parsers take such a text; what walks through the value afterwards runs out of stack, or keeps
 * everybody waiting for seconds. Looks at the text alone, which need not be JSON. Never throws.
 */
export const isOvergrown = (json: string): boolean => {
  let depth = 0
  let values = 1
  let quoted = false
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charCodeAt(at)
    if (quoted) {
      if (sign === BACKSLASH) at += 1
      else if (sign === QUOTE) quoted = false
    } else if (sign === QUOTE) quoted = true
    else if (sign === COMMA) values += 1
    else if (sign === LIST || sign === OBJECT) depth += 1
    else if (sign === LIST_END || sign === OBJECT_END) depth -= 1
    if (depth > DEEPEST || values > MOST_VALUES) return true
  }
  return false
}
