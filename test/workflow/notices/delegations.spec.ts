import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dueRound } from '../../../src/process/rounds.ts'
import { diesBefore } from '../../support/diesBefore.ts'
import type { Login } from '../../support/portal.ts'
import { instant, type Office, openOffice } from './support/office.ts'

let office: Office
/** Every test has a day of its own. */
let day = 22
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(async () => {
  day += 1
  await at('21:00')
})
afterAll(() => office.close())

const on = (time: string) => `2026-11-${day} ${time}`
const at = (time: string) => office.at(on(time))
const idOf = async (login: Login): Promise<string> => {
  const where = { email: { equals: `${login}@demo.local` } }
  const { docs } = await office.payload.find({ collection: 'users', where })
  return String(docs[0]!.id)
}
/** The head hands their step to somebody until noon of the next day. */
const make = async (to: Login, more: object = {}): Promise<string> => {
  const { status, body } = await office.rest('POST', '/delegations', {
    token: await office.as('head'),
    body: {
      to: await idOf(to),
      steps: ['approve'],
      validFrom: instant(on('08:00')).toISOString(),
      validTo: new Date(instant(on('12:00')).getTime() + 24 * 3_600_000).toISOString(),
      authority: '15/QĐ-BBT ngày 20/11/2026',
      capacity: 'KT.',
      ...more,
    },
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return (body.doc as { id: string }).id
}
const end = async (by: Login, id: string) => {
  const { status } = await office.rest('POST', `/workflow/delegations/${id}/end`, {
    token: await office.as(by),
    body: {},
  })
  expect(status).toBe(200)
}

describe('a delegation', () => {
  it('is told to whoever receives it at once, at night and whatever mails they chose, with all they need to know', async () => {
    await office.account('deputy', { mails: 'none' })
    const id = await make('deputy', { steps: ['approve', 'authority'], collections: ['notices'] })
    await at('21:01')
    expect(await office.arrived()).toEqual(['deputy: Bạn được ủy quyền: Nguyễn Văn Giang'])
    const text = await office.textTo('deputy')
    expect(text).toMatch(/Nguyễn Văn Giang, [^\n]+ ủy quyền cho bạn:/)
    const said = text.replace(/\s+/g, ' ')
    expect(said).toContain('Lãnh đạo duyệt; Mọi việc của lãnh đạo (Thông báo).')
    expect(said).toContain('Từ 23/11/2026 08:00 đến 24/11/2026 12:00; bạn ký KT.')
    expect(said).toContain('Căn cứ: 15/QĐ-BBT ngày 20/11/2026')
    expect(said).toContain(`/admin/collections/delegations/${id}`)
    await at('21:02')
    expect(await office.arrived()).toEqual([])
    await office.account('deputy', { mails: 'all' })
  })

  it('that its delegator ended is told to the delegate; one that the delegate ended, to the delegator', async () => {
    const [taken, given] = [await make('deputy'), await make('secretary')]
    await at('21:01')
    await office.arrived()
    await end('head', taken)
    await end('secretary', given)
    await at('21:02')
    expect(await office.arrived()).toEqual([
      'deputy: Ủy quyền đã chấm dứt: Nguyễn Văn Giang',
      'head: Ủy quyền đã chấm dứt: Phạm Thu Dung',
    ])
    const said = (await office.textTo('head')).replace(/\s+/g, ' ')
    expect(said).toMatch(/Phạm Thu Dung, [^.]+ đã chấm dứt ủy quyền lúc 24\/11\/2026 21:01\./)
    expect(said).toContain('Đã ủy quyền: Lãnh đạo duyệt, đến 25/11/2026 12:00.')
    await at('21:03')
    expect(await office.arrived()).toEqual([])
  })

  it('that ended before the mail left is not announced', async () => {
    const id = await make('deputy')
    // The notice is kept and handed over, but the relay does not take it.
    office.mailbox.refuse.recipient = '450 4.2.0 later'
    await at('21:01')
    office.mailbox.refuse.recipient = undefined
    await end('head', id)
    await at('21:40')
    expect(await office.arrived()).toEqual(['deputy: Ủy quyền đã chấm dứt: Nguyễn Văn Giang'])
  })

  it('that is over when its mail could leave is not announced either', async () => {
    await make('deputy', { validTo: instant(on('21:10')).toISOString() })
    office.mailbox.refuse.recipient = '450 4.2.0 later'
    await at('21:01')
    office.mailbox.refuse.recipient = undefined
    await at('21:40')
    expect(await office.arrived()).toEqual([])
  })

  it('is told once, wherever the worker dies on the way, and however many of them run', async () => {
    let deaths = 0
    for (const [index, to] of (['deputy', 'secretary', 'editor', 'author', 'auditor'] as const).entries()) {
      await make(to)
      for (let n = 1 + index; ; n += 5) {
        office.clock.set(instant(on('21:01')))
        if (!(await diesBefore(office.payload, n, dueRound(office)))) break
        deaths += 1
      }
    }
    const workers = Array.from({ length: 3 }, () => office.worker())
    for (const time of ['21:20', '21:40']) {
      office.clock.set(instant(on(time)))
      await Promise.all(workers.map((round) => round()))
    }
    expect(deaths).toBeGreaterThan(4)
    expect(await office.arrived()).toEqual(
      ['auditor', 'author', 'deputy', 'editor', 'secretary'].map((to) => `${to}: Bạn được ủy quyền: Nguyễn Văn Giang`),
    )
  })
})
