import type { HandOver } from '../core/delivery.ts'

export interface Envelope {
  /** Bounce address; identifies the delivery (VERP). */
  from: string
  to: string
  /** Returned in delivery reports (RFC 3461). */
  envid: string
}

/** An open connection to the relay; one mail at a time. */
export interface Session {
  /**
   * Hands one mail over. Never throws: every result is an outcome.
   *
   * @param args.onAsked called once, when the relay asks for the body and before a byte of it is sent; `false` means
   * that the row belongs to another worker, and nothing is sent
   */
  handOver(args: { envelope: Envelope; bytes: Buffer; onAsked: () => Promise<boolean> }): Promise<HandOver>
  /** Whether another mail can go through this session. */
  usable(): boolean
  close(): void
}

export interface Relay {
  /** @throws Error when the relay cannot be reached or rejects the login; its message contains no secret */
  open(): Promise<Session>
}
