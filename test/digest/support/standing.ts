import { afterEach, beforeEach } from 'vitest'
import { type DigestOptions, type TickReport, tick } from '../../../plugins/digest/index.ts'
import { type Mailbox, startMailbox } from './mailbox.ts'
import { type Portal, startPortal } from './portal.ts'
import { managedBy } from './subscriber.ts'

/** The portal of the current test; its clock shows 10:00 on Monday, 23 November 2026, in Viet Nam. */
export let portal: Portal
/** The mail server that receives its mails. */
export let mailbox: Mailbox

/** The part of a subscription that tests check. */
export interface Subscription {
  key: string
  cadence: string
  filter: string
  state: string
}

/** Gives each test of a suite a separate portal and mail server, and removes both. */
export const eachOnItsOwn = (options: Partial<DigestOptions> = {}): void => {
  beforeEach(async () => {
    mailbox = await startMailbox()
    portal = await startPortal({ smtpUrl: mailbox.url, ...options })
  })
  afterEach(async () => {
    await portal.stop()
    await mailbox.close()
  })
}

/** Replaces the portal of this test with one that has other options. */
export const insteadWith = async (options: Partial<DigestOptions>): Promise<void> => {
  await portal.stop()
  portal = await startPortal({ smtpUrl: mailbox.url, ...options })
}

/** Sets the portal's clock to an instant and runs one round of the worker. */
export const at = async (instant: string): Promise<TickReport> => {
  portal.clock.set(instant)
  return tick(portal)
}

/** Subscribes a person and sends them a mail. @returns the link for managing subscriptions in it */
export const managed = (): Promise<string> => managedBy(portal, mailbox)

export const active = (): Promise<Subscription[]> =>
  portal.rows<Subscription>('subscriptions', { state: { equals: 'active' } })
