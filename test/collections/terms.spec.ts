import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Publication, readContents, recordTerms, referenceMark } from '../../plugins/publications/index.ts'
import { verify } from '../../plugins/workflow/index.ts'
import { termRecorder } from '../../src/process/rounds.ts'
import { type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const record = () => recordTerms({ payload: portal.payload, clock: portal.clock })
const rowsOf = async (document: string): Promise<Publication[]> =>
  (
    await portal.payload.db.find<Publication & { id: string }>({
      collection: 'publications',
      where: { document: { equals: document } },
      sort: 'seq',
    })
  ).docs
const idOf = async (collection: string, where: Where) =>
  String((await portal.payload.db.findOne<{ id: string }>({ collection, where }))!.id)

describe('reference data in the log', () => {
  it('is never older than what stands before it, so that no publication among its rows is passed over', async () => {
    let ticks = Date.parse('2026-11-23T03:00:00.000Z')
    const clock = {
      now: () => {
        ticks += 1_000
        return new Date(ticks)
      },
    }
    await recordTerms({ payload: portal.payload, clock })
    const rows = await portal.payload.db.find<{ id: string; at: string }>({
      collection: 'publications',
      limit: 0,
      pagination: false,
      sort: 'seq',
    })
    const instants = rows.docs.map(({ at }) => at)
    expect(instants.length).toBeGreaterThan(50)
    expect(new Set(instants).size).toBe(instants.length)
    expect(instants).toEqual([...instants].sort())
  })

  it('is told whole at first, and then not again', async () => {
    expect(await record()).toBe(0)
  })

  it('carries keys, labels by language, days and successors, and no database id', async () => {
    await record()
    const [row] = await rowsOf('ubnd-tinh-soc-trang')
    expect(row).toMatchObject({ kind: 'term', collection: 'organisations', edition: 1, url: '', slug: '' })
    const content = (await readContents({ payload: portal.payload, hashes: [row!.contentHash] })).get(row!.contentHash)!
    expect(content.fields).toMatchObject({
      key: 'ubnd-tinh-soc-trang',
      name: { '@vi': expect.stringContaining('Sóc Trăng') },
      validTo: '2025-06-30',
      successors: [{ collection: 'organisations', key: 'ubnd-tp-can-tho' }],
    })
    expect(JSON.stringify(content)).not.toContain(await idOf('organisations', { code: { equals: 'ubnd-tp-can-tho' } }))
  })

  it('gets one row more for each change, however many processes tell it at once', async () => {
    await record()
    const before = await referenceMark(portal.payload)
    const id = await idOf('topics', {})
    const topic = (await portal.payload.findByID({ collection: 'topics', id })) as unknown as { slug: string }
    portal.clock.set('2026-11-23T04:00:00.000Z')
    await portal.payload.update({ collection: 'topics', id, locale: 'vi', data: { title: 'Chủ đề đổi tên' } })
    expect(await referenceMark(portal.payload)).not.toBe(before)
    await Promise.all([record(), record(), record()])
    expect((await rowsOf(topic.slug)).map(({ edition }) => edition)).toEqual([1, 2])
  })

  it('passes the audit, which names a row for anything else', async () => {
    await record()
    const audit = () => verify({ payload: portal.payload, anchorsDir: `${portal.dir}/none` })
    expect((await audit()).faults).toEqual([])
    const [row] = await rowsOf('ubnd-tinh-soc-trang')
    await portal.payload.db.deleteOne({
      collection: 'contents',
      where: { hash: { equals: row!.contentHash } },
    })
    expect((await audit()).faults).toEqual([{ store: 'contents', place: row!.contentHash, what: 'missing' }])
  })

  it('hears of a save by a server whose clock lags, and in time of one by hand', async () => {
    const round = termRecorder(portal)
    await round()
    const id = await idOf('organisations', { code: { equals: 'ubnd-tp-can-tho' } })
    const set = (legalBasis: string) =>
      portal.payload.db.updateOne({
        collection: 'organisations',
        id,
        data: { legalBasis, updatedAt: '2020-01-01T00:00:00.000Z' },
      })
    const told = async () => (await rowsOf('ubnd-tp-can-tho')).length
    const before = await told()
    await set('Đồng hồ chạy chậm')
    await round()
    expect(await told()).toBe(before + 1)
    await set('Sửa bằng tay')
    for (let rounds = 0; rounds < 60; rounds += 1) await round()
    expect(await told()).toBe(before + 2)
  })
})

describe('the code of a row', () => {
  it.each([
    ['topics', 'slug', undefined, 'Xin điền mã.'],
    ['topics', 'slug', '', 'Xin điền mã.'],
    ['document-types', 'code', 'K H', 'Mã chỉ gồm chữ, số, dấu chấm và gạch nối; xin sửa lại.'],
  ])(
    'of %s is asked for when it is missing, and corrected when it is wrong (%s: %j)',
    async (collection, name, code, said) => {
      const { status, body } = await portal.rest('POST', `/${collection}`, {
        token: await portal.as('editor'),
        body: { title: 'Thử mã', name: 'Thử mã', [name]: code },
      })
      expect(status).toBe(422)
      const [{ fields }] = (body as { errors: [{ fields: { path: string; message: string }[] }] }).errors
      expect(fields.find(({ path }) => path === name)?.message).toBe(said)
    },
  )
})
