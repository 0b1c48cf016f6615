import type { HandOver } from '../core/delivery.ts'

export interface Envelope {
  /** Where bounces go; names the delivery (VERP). */
  from: string
  to: string
  /** Comes back in delivery reports (RFC 3461). */
  envid: string
}

/** An open way to the relay; one mail at a time. */
export interface Session {
  /**
   * Hands one mail over. Never throws: whatever happens is an outcome.
   *
   * @param args.onAsked called once, when the relay asks for the body and before a byte of it goes out; `false` means
   * that the row is no longer ours: nothing is sent
   */
  handOver(args: { envelope: Envelope; bytes: Buffer; onAsked: () => Promise<boolean> }): Promise<HandOver>
  /** Whether another mail can go through this session. */
  usable(): boolean
  close(): void
}

export interface Relay {
  /** @throws Error when the relay cannot be reached or does not let us in; its message names no secret */
  open(): Promise<Session>
}
