import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DigestOptions, tick } from '../../plugins/digest/index.ts'
import { faultsIn } from './support/html.ts'
import { active, at, eachOnItsOwn, mailbox, managed, portal } from './support/standing.ts'
import { digestTo, everythingAbout, join, linkIn, manageLink, press } from './support/subscriber.ts'

const ADDRESS = 'an@example.vn'

eachOnItsOwn()

describe('being erased', () => {
  const erased = async (link: string, more: Record<string, string> = {}) => {
    const answer = await press(portal, link, 'erase', { sure: '1', ...more })
    expect(answer.status).toBe(200)
    expect(await faultsIn(await answer.text())).toEqual([])
  }
  const everything = async () =>
    JSON.stringify([await everythingAbout(portal), await portal.rows('digest-runs')]).toLowerCase()

  it('leaves the address nowhere, not even in mails that wait', async () => {
    const mail = await digestTo(portal, mailbox, ADDRESS)
    const link = await manageLink(mailbox)
    await portal.publish({ document: 'b' })
    mailbox.refuse.recipient = '450 4.2.0 <an@example.vn> later'
    await at('2026-11-25T00:30:00.000Z')
    mailbox.refuse.recipient = undefined
    await portal.ask('POST', '/subscriptions/link', { body: new URLSearchParams({ email: ADDRESS }) })
    expect(await everything()).toContain(ADDRESS)
    await erased(link)
    expect(await everything()).not.toContain(ADDRESS)
    expect(await portal.rows('subscribers')).toEqual([])
    expect(await portal.rows('suppressions')).toEqual([])
    const proofs = await portal.rows<{ type: string; how: string }>('consent-events')
    expect(proofs.map(({ type, how }) => `${type} ${how}`)).toEqual(['confirmed page', 'withdrawn erase'])
    await at('2026-11-25T02:00:00.000Z')
    await at('2026-11-26T00:30:00.000Z')
    expect(mailbox.mails).toHaveLength(1)

    for (const path of [link, linkIn(mail.text!, '/m/')]) expect((await portal.ask('GET', path)).status).toBe(410)
    expect((await portal.ask('POST', linkIn(mail.text!, '/u/'))).status).toBe(200)
  })

  it('stops a mail that a worker is about to hand over', async () => {
    const link = await managed()
    await portal.publish({ document: 'b' })
    portal.clock.set('2026-11-25T00:30:00.000Z')
    await tick({
      ...portal,
      onStep: async (step) => {
        if (step === 'mail stored') await erased(link)
      },
    })
    expect(mailbox.mails).toHaveLength(1)
    expect(await everything()).not.toContain(ADDRESS)
  })

  it('lets the person come back as a stranger', async () => {
    await erased(await managed())
    mailbox.mails.length = 0
    await join(portal, mailbox, ADDRESS)
    expect(await active()).toHaveLength(1)
  })

  it('leaves the links to leave of earlier mails working for who came back, and for nobody else', async () => {
    const link = linkIn((await digestTo(portal, mailbox, ADDRESS)).text!, '/u/')
    await erased(await manageLink(mailbox))
    await join(portal, mailbox, ADDRESS)
    await join(portal, mailbox, 'binh@example.vn')
    expect((await portal.ask('POST', link)).status).toBe(200)
    const rows = await portal.rows<{ email: string; state: string }>('subscribers')
    expect(rows.map(({ email, state }) => `${email} ${state}`).sort()).toEqual([
      `${ADDRESS} left`,
      'binh@example.vn active',
    ])
  })

  it('for ever keeps a hash only, by which nobody can subscribe that address again', async () => {
    await erased(await managed(), { never: '1' })
    expect(await portal.rows('suppressions')).toMatchObject([{ cause: 'person' }])
    mailbox.mails.length = 0
    expect((await portal.subscribe(ADDRESS)).status).toBe(202)
    await tick(portal)
    expect(mailbox.mails).toEqual([])
    expect(await everything()).not.toContain(ADDRESS)
  })

  it('removes the files of mails where there is no relay', async () => {
    const link = await managed()
    const settings = portal.payload.config.custom!.digest as DigestOptions
    settings.smtpUrl = undefined
    await portal.publish({ document: 'b' })
    await at('2026-11-25T00:30:00.000Z')
    const folder = path.join(portal.dir, 'mail')
    expect(readdirSync(folder)).toHaveLength(1)
    await erased(link)
    expect(readdirSync(folder)).toEqual([])
  })
})
