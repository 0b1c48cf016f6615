const MOST_CHARACTERS = 500
const MOST_FRAMES = 25
const DEEPEST = 3

/** Where the message of a driver begins to repeat what was sent to it. */
const VALUES = [
  // drizzle: `Failed query: … params: …`
  /\n?params: [\s\S]*$/,
  // MongoDB: `E11000 duplicate key error … dup key: { … }`
  /dup key: \{[\s\S]*$/,
  // mongoose: `Cast to ObjectId failed for value "…" (type string) at path "…"`
  / for value [\s\S]*$/,
  // V8: `Unexpected token 'a', "…" is not valid JSON`
  /, "[\s\S]*is not valid JSON$/,
]

/** Control characters, which steer a terminal or begin a line that nobody wrote, in escaped form. */
export const escaped = (text: string): string =>
  text.replace(/\p{Cc}/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

const withoutValues = (message: string): string => {
  const plain = VALUES.reduce((text, values) => text.replace(values, ''), message)
  return escaped(plain.length > MOST_CHARACTERS ? `${plain.slice(0, MOST_CHARACTERS)}…` : plain)
}

/** The lines of a stack that name places in the code; its first lines repeat the message. */
const framesOf = (stack: string, message: string): string => {
  const at = message ? stack.indexOf(message) : -1
  return stack
    .slice(at === -1 ? 0 : at + message.length)
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, MOST_FRAMES)
    .map(escaped)
    .join('\n')
}

export interface LoggedError {
  type: string
  message: string
  code?: string | number
  status?: number
  stack?: string
  cause?: LoggedError
}

const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'

/**
 * What the log keeps of an error: its kind, its message without the values that a driver repeats in it, its code and the
 * places in the code. Drafts, addresses and query parameters are not among them.
 */
export const loggedError = (error: unknown, depth = 0): LoggedError => {
  if (error === null || typeof error !== 'object') return { type: typeof error, message: withoutValues(String(error)) }
  const { name, message, code, status, stack, cause } = error as Record<string, unknown>
  const said = typeof message === 'string' ? message : ''
  return {
    type: typeof name === 'string' ? escaped(name) : 'Error',
    message: withoutValues(said),
    ...(isPlain(code) ? { code: typeof code === 'string' ? escaped(code) : code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof stack === 'string' ? { stack: framesOf(stack, said) } : {}),
    ...(cause !== undefined && depth < DEEPEST ? { cause: loggedError(cause, depth + 1) } : {}),
  }
}
