import { Readable } from 'node:stream'

/** State of the gate. */
export type Verdict =
  /** The relay never asked for the body. */
  | 'unasked'
  /** From here on the relay may have the mail. */
  | 'opened'
  /** The row belongs to another worker. */
  | 'refused'
  /** The check failed; nothing was sent. */
  | 'failed'

/**
 * Body stream of a mail that asks for permission at its first read, which happens after the relay's 354 reply. If
 * denied, the stream fails before its first byte; without an end of data the relay must discard the mail (RFC 5321,
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
