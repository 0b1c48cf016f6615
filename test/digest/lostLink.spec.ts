import { describe, expect, it } from 'vitest'
import { tick } from '../../plugins/digest/index.ts'
import { faultsIn } from './support/html.ts'
import { eachOnItsOwn, mailbox, managed, portal } from './support/standing.ts'
import { manageLink } from './support/subscriber.ts'

const ADDRESS = 'an@example.vn'

eachOnItsOwn()

describe('a lost link', () => {
  const ask = (email: string, query = '') =>
    portal.ask('POST', `/subscriptions/link${query}`, { body: new URLSearchParams({ email }) })

  it('is sent anew to the address, works for a day, and three times a day at most', async () => {
    await managed()
    mailbox.mails.length = 0
    for (let index = 0; index < 5; index += 1) expect((await ask(' An@Example.vn ')).status).toBe(202)
    await tick(portal)
    expect(mailbox.mails).toHaveLength(3)
    const link = await manageLink(mailbox)
    expect((await portal.ask('GET', link)).status).toBe(200)
    portal.clock.set('2026-11-25T00:30:00.000Z')
    expect((await portal.ask('GET', link)).status).toBe(410)
  })

  it('is answered the same, in the same time, for every address', async () => {
    await managed()
    await portal.subscribe('waiting@example.vn')
    const answers: string[] = []
    const times: number[] = []
    for (const email of ['new@example.vn', 'waiting@example.vn', ADDRESS]) {
      const tries: number[] = []
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const started = performance.now()
        const answer = await ask(email)
        tries.push(performance.now() - started)
        answers.push(`${answer.status} ${[...answer.headers].join()} ${await answer.text()}`)
      }
      times.push(Math.min(...tries))
    }
    expect(new Set(answers).size).toBe(1)
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(150)
    mailbox.mails.length = 0
    await tick(portal)
    expect(new Set(mailbox.mails.flatMap((mail) => mail.to))).toEqual(new Set(['waiting@example.vn', ADDRESS]))
  })

  it('is asked for on a page in every language, and refused with a sentence', async () => {
    for (const lang of ['vi', 'km', 'zh', 'en']) {
      const text = await (await portal.ask('GET', `/subscriptions/link?lang=${lang}`)).text()
      expect(await faultsIn(text)).toEqual([])
      expect(text).toContain(`<html lang="${lang}">`)
    }
    const answer = await ask('nobody', '?lang=en')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('The e-mail address is not right')
  })
})
