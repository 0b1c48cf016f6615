import { Readable } from 'node:stream'

/** What became of the question at the gate. */
export type Verdict =
  /** The relay never asked for the body. */
  | 'unasked'
  /** From here on the relay may have the mail. */
  | 'opened'
  /** The row is no longer ours. */
  | 'refused'
  /** Nobody could say; nothing was sent. */
  | 'failed'

/**
 * A mail's body that asks at its first read, which is when the relay answered 354, whether it may go out. When it may
 * not, the stream breaks before its first byte, and without an end of data the relay must drop the mail (RFC 5321,
 * 4.1.1.4).
 */
export const gatedBody = (
  bytes: Buffer,
  onAsked: () => Promise<boolean>,
): { stream: Readable; verdict: () => Promise<Verdict> } => {
  let verdict: Promise<Verdict> | undefined
  const stream = new Readable({
    read() {
      if (verdict) return
      verdict = onAsked().then(
        (may) => (may ? 'opened' : 'refused'),
        () => 'failed',
      )
      verdict.then((answer) => {
        if (answer !== 'opened') return this.destroy(new Error('The mail is not handed over'))
        this.push(bytes)
        this.push(null)
      })
    },
  })
  return { stream, verdict: async () => verdict ?? 'unasked' }
}
