import { afterEach, beforeEach } from 'vitest'
import { type DigestOptions, type TickReport, tick } from '../../../plugins/digest/index.ts'
import { type Mailbox, startMailbox } from './mailbox.ts'
import { type Portal, startPortal } from './portal.ts'
import { managedBy } from './subscriber.ts'

/** The portal of the test that runs; it stands at 10:00 on Monday, 23 November 2026, in Viet Nam. */
export let portal: Portal
/** The mail server that it hands its mails to. */
export let mailbox: Mailbox

/** A subscription as tests look at it. */
export interface Subscription {
  key: string
  cadence: string
  filter: string
  state: string
}

/** Gives each test of a suite a portal and a mail server of its own, and removes both. */
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

/** Puts a portal with other options in the place of this test's own. */
export const insteadWith = async (options: Partial<DigestOptions>): Promise<void> => {
  await portal.stop()
  portal = await startPortal({ smtpUrl: mailbox.url, ...options })
}

/** Lets the worker do its round at an instant, at which the portal then stands. */
export const at = async (instant: string): Promise<TickReport> => {
  portal.clock.set(instant)
  return tick(portal)
}

/** Lets somebody join and get a mail. @returns the link to manage in it */
export const managed = (): Promise<string> => managedBy(portal, mailbox)

export const active = (): Promise<Subscription[]> =>
  portal.rows<Subscription>('subscriptions', { state: { equals: 'active' } })
