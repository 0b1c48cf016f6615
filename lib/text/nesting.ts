const [QUOTE, BACKSLASH, COMMA, LIST, LIST_END, OBJECT, OBJECT_END] = Array.from('"\\,[]{}', (sign) =>
  sign.charCodeAt(0),
)

/** Maximum nesting of arrays and objects; deeper than any form or text needs. */
const DEEPEST = 128

/** Maximum number of values; eight megabytes of prose have fewer. */
const MOST_VALUES = 400_000

/**
 * Whether a JSON text nests deeper, or holds more values, than people or their programs send. A parser accepts such a
 * text, but code that walks the value afterwards overflows the stack or blocks the event loop for seconds. It scans the
 * text only, which need not be valid JSON. Never throws.
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
