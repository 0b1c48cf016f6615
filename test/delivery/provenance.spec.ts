import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDelivery } from '../../plugins/delivery/index.ts'
import { logRowsOf } from '../support/logRows.ts'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

/** A Friday, nine in the morning in Viet Nam. */
const NINE = '2026-11-27T02:00:00.000Z'
const minutesLater = (minutes: number) => new Date(Date.parse(NINE) + minutes * 60_000).toISOString()

let portal: Portal
let delivery: Awaited<ReturnType<typeof openDelivery>>
beforeAll(async () => {
  portal = await startPortal({ at: NINE })
  mkdirSync(portal.environment.dataDir, { recursive: true })
  delivery = await openDelivery({ payload: portal.payload, clock: portal.clock, ...portal.environment })
})
afterAll(async () => {
  await delivery.close()
  await portal.stop()
})

const rest = async (login: Login, method: string, path: string, body?: unknown) =>
  portal.rest(method, path, { token: await portal.as(login), body })
const draft = async () => {
  portal.clock.set(NINE)
  const { status, body } = await rest('author', 'POST', '/notices', {
    title: 'Thông báo lịch tiếp công dân',
    summary: 'Tóm tắt',
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.doc as { id: string; key: string }
}
const act = async (login: Login, id: string, action: string, body: object = {}) => {
  const { body: view } = await rest(login, 'GET', `/workflow/notices/${id}`)
  const answer = await rest(login, 'POST', `/workflow/notices/${id}/${action}`, { expected: view.seq, ...body })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}
const ask = async (query: string, variables: object = {}) => {
  await delivery.tail()
  const response = await delivery.handlers
    .find(({ path }) => path === '/graphql')!
    .handle(
      new Request('http://127.0.0.1:3000/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      }),
    )
  expect(response.status).toBe(200)
  return (await response.json()) as { data: Record<string, never>; errors?: unknown }
}
const provenance = async (key: string, locale = 'vi') => {
  const answer = await ask(
    `query ($key: ID!, $locale: String!) {
      notice(id: $key, locale: $locale) {
        contentHash
        provenance { steps { name capacity at } publishedAt contentHash previousHash ratified }
      }
    }`,
    { key, locale },
  )
  expect(answer.errors).toBeUndefined()
  return (answer.data.notice as unknown as { contentHash: string; provenance: Record<string, unknown> }).provenance
}

describe('the provenance of a document', () => {
  it('tells which steps its edition went through, in which capacities and when, and names nobody', async () => {
    const { id, key } = await draft()
    await act('author', id, 'submit')
    portal.clock.set(minutesLater(10))
    await act('editor', id, 'approve')
    portal.clock.set(minutesLater(20))
    await act('head', id, 'approve')
    const [row] = await logRowsOf(portal.payload, 'notices', key)
    const shown = await provenance(key)
    expect(shown).toMatchObject({
      publishedAt: minutesLater(20),
      contentHash: row!.contentHash,
      previousHash: null,
      ratified: true,
      steps: [
        { name: 'Biên tập, thẩm định', at: minutesLater(10) },
        { name: 'Lãnh đạo duyệt', at: minutesLater(20) },
      ],
    })
    const people = await portal.payload.find({ collection: 'users', pagination: false, overrideAccess: true })
    for (const { name } of people.docs as unknown as { name: string }[])
      expect(JSON.stringify(shown)).not.toContain(name)
    expect(JSON.stringify(shown)).not.toContain('@demo.local')
  })

  it('follows the edition, and names the one before by its hash', async () => {
    const { id, key } = await draft()
    const publish = async () => {
      await act('author', id, 'submit')
      await act('editor', id, 'approve')
      await act('head', id, 'approve')
    }
    await publish()
    const first = await provenance(key)
    expect((await rest('author', 'PATCH', `/notices/${id}`, { title: 'Lịch tiếp công dân mới' })).status).toBe(200)
    await publish()
    const second = await provenance(key)
    expect(second.previousHash).toBe(first.contentHash)
    expect(second.contentHash).not.toBe(first.contentHash)
  })

  it('says of an urgent publication that it waits, and at once when another head has ratified it', async () => {
    const { id, key } = await draft()
    await act('head', id, 'publish-urgently', { reason: 'Bão số 9' })
    const urgent = { name: 'Công bố khẩn', at: NINE }
    expect(await provenance(key)).toMatchObject({ ratified: false, steps: [urgent] })
    portal.clock.set(minutesLater(30))
    await act('deputy', id, 'ratify')
    const ratified = { name: 'Phê chuẩn', at: minutesLater(30) }
    expect(await provenance(key)).toMatchObject({ ratified: true, publishedAt: NINE, steps: [urgent, ratified] })
    expect(await provenance(key, 'en')).toMatchObject({ steps: [{ name: 'Công bố khẩn' }, { name: 'Phê chuẩn' }] })
    const { data } = await ask('{ publications(limit: 500) { kind id content { id } } }')
    const kinds = (data.publications as unknown as { kind: string; id: string; content: object | null }[]).filter(
      (entry) => entry.id === key,
    )
    expect(kinds).toEqual([
      { kind: 'published', id: key, content: { id: key } },
      { kind: 'ratified', id: key, content: { id: key } },
    ])
  })

  it('of an edition whose content two heads had erased keeps hash and steps, and says when', async () => {
    const { id, key } = await draft()
    const publish = async () => {
      await act('author', id, 'submit')
      await act('editor', id, 'approve')
      await act('head', id, 'approve')
    }
    await publish()
    const { contentHash } = await provenance(key)
    expect((await rest('author', 'PATCH', `/notices/${id}`, { title: 'Không còn dữ liệu cá nhân' })).status).toBe(200)
    await publish()
    await act('head', id, 'propose-purge', { reason: 'Dữ liệu cá nhân', edition: 1 })
    portal.clock.set(minutesLater(40))
    await act('deputy', id, 'confirm-purge')
    const asked = `query ($key: ID!) {
      notice(id: $key) { title editions { edition contentHash purgedAt } }
      publications(limit: 500) { kind id edition contentHash }
    }`
    const shown = async () => {
      const { data, errors } = await ask(asked, { key })
      expect(errors).toBeUndefined()
      return data as unknown as { notice: object; publications: { id: string; kind: string }[] }
    }
    const { notice, publications } = await shown()
    expect(notice).toMatchObject({
      title: 'Không còn dữ liệu cá nhân',
      editions: [
        { edition: 2, purgedAt: null },
        { edition: 1, contentHash, purgedAt: minutesLater(40) },
      ],
    })
    const own = publications.filter((row) => row.id === key)
    expect(own.map(({ kind }) => kind)).toEqual(['published', 'published', 'purged'])
    expect(own.at(-1)).toMatchObject({ edition: 1, contentHash })
    const { handle } = delivery.handlers.find(({ path }) => path === '/verify/:hash')!
    const page = await (await handle(new Request(`http://127.0.0.1:3000/verify/${contentHash}`))).text()
    expect(page).toContain('Nội dung đã bị xóa lúc 27/11/2026 09:40')
    expect(page).toContain('Biên tập, thẩm định')
  })

  it('of every edition that had an erased content says when it was erased', async () => {
    const { id, key } = await draft()
    const named = async (title: string) => {
      expect((await rest('author', 'PATCH', `/notices/${id}`, { title })).status).toBe(200)
      await act('author', id, 'submit')
      await act('editor', id, 'approve')
      await act('head', id, 'approve')
    }
    for (const title of ['Có dữ liệu cá nhân', 'Đã bỏ', 'Có dữ liệu cá nhân', 'Đã bỏ hẳn']) await named(title)
    await act('head', id, 'propose-purge', { reason: 'Dữ liệu cá nhân', edition: 1 })
    await act('deputy', id, 'confirm-purge')
    const { data } = await ask('query ($key: ID!) { notice(id: $key) { editions { edition purgedAt } } }', { key })
    const { notice } = data as unknown as { notice: { editions: { edition: number; purgedAt: string | null }[] } }
    expect(notice.editions.filter(({ purgedAt }) => purgedAt).map(({ edition }) => edition)).toEqual([3, 1])
  })

  it('is the same in a catalogue that was made anew', async () => {
    const { id, key } = await draft()
    await act('head', id, 'publish-urgently', { reason: 'Bão số 9' })
    await act('deputy', id, 'ratify')
    const followed = await provenance(key)
    await delivery.close()
    const { dataDir } = portal.environment
    const { rmSync } = await import('node:fs')
    rmSync(`${dataDir}/read`, { recursive: true })
    delivery = await openDelivery({ payload: portal.payload, clock: portal.clock, ...portal.environment })
    expect(await provenance(key)).toEqual(followed)
  })
})

describe('a row of the log from before steps had titles and instants', () => {
  it('stays sound, and is shown by the names that it has', async () => {
    const { id, key } = await draft()
    await act('author', id, 'submit')
    await act('editor', id, 'approve')
    await act('head', id, 'approve')
    const [row] = await logRowsOf(portal.payload, 'notices', key)
    const { record } = await import('../../plugins/publications/index.ts')
    const { seq: _, prev: __, hash: ___, ...entry } = row!
    await record({
      payload: portal.payload,
      entry: { ...entry, key: `${row!.key}0`, edition: 2, capacities: '[{"capacity":"Trưởng ban","step":"approve"}]' },
    })
    expect(await provenance(key)).toMatchObject({
      ratified: true,
      steps: [{ name: 'approve', capacity: 'Trưởng ban', at: null }],
    })
  })
})
