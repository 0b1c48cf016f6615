import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowHash } from '../../plugins/publications/index.ts'
import { EVENT_COLUMNS, exportTrail, showTrail, streamNamed } from '../../plugins/workflow/index.ts'
import { type Spine, startSpine } from '../support/spine.ts'

/** Nine in the morning in Viet Nam. */
const NINE = '2026-11-27T02:00:00.000Z'

let spine: Spine
let letter: { id: string; key: string; slug: string }
beforeAll(async () => {
  spine = await startSpine({ at: NINE })
  letter = await spine.draft({ title: 'Công văn về bão số 9' })
  await spine.step('an', letter.id, 'submit', { changeNote: '=1+1' })
  spine.clock.set('2026-11-27T03:30:00.000Z')
  await spine.step('binh', letter.id, 'return', { reason: 'Thiếu ngày\nvà số' })
  await spine.publish(letter.id)
  const other = await spine.draft({ title: '=HYPERLINK("http://x")' })
  await spine.step('dung', other.id, 'publish-urgently', { reason: '@SUM(A1)' })
})
afterAll(() => spine.stop())

const stream = () => `letters:${letter.key}`
const whole = async (format: 'ndjson' | 'csv', where?: Parameters<typeof exportTrail>[0]['where']) => {
  const pieces: string[] = []
  for await (const piece of exportTrail({ payload: spine.payload, format, lang: 'vi', where })) pieces.push(piece)
  return pieces.join('')
}

describe('a document of the trail', () => {
  it.each([
    ['its name there', () => stream()],
    ['its public address', () => `/thu/${letter.slug}`],
    ['its whole public address', () => `https://phapluat.example.vn/thu/${letter.slug}/?utm_source=zalo`],
    ['the address of its form', () => `http://127.0.0.1:3000/admin/collections/letters/${letter.id}`],
  ])('is found by %s', async (_, asked) => {
    expect(await streamNamed(spine.payload, asked())).toBe(stream())
  })

  it.each([
    '',
    'thư',
    'letters:none',
    ':',
    'users:1',
    '/thu/none',
    '/thu/%E0%A4%A',
    'https://[',
    '/admin/collections/users/1',
  ])('is not found by %j', async (asked) => {
    expect(await streamNamed(spine.payload, asked)).toBeUndefined()
  })

  it('tells in words who did what, in which step and capacity, and why, oldest first', async () => {
    const { title, entries, fault } = await showTrail({ payload: spine.payload, document: stream(), lang: 'vi' })
    expect(fault).toBeUndefined()
    expect(title).toBe('Công văn về bão số 9')
    expect(entries.map(({ what, step = '', by }) => [what, step, by])).toEqual([
      ['Trình duyệt', '', 'an'],
      ['Trả lại để sửa', 'Biên tập', 'binh'],
      ['Trình duyệt', '', 'an'],
      ['Chuyển bước tiếp', 'Biên tập', 'binh'],
      ['Duyệt', 'Thẩm định', 'chi'],
      ['Duyệt', 'Duyệt', 'dung'],
      ['Công bố', '', 'dung'],
    ])
    expect(entries[1]).toMatchObject({
      capacity: 'Chức danh binh',
      id: letter.id,
      notes: [{ label: 'Lý do', text: 'Thiếu ngày\nvà số' }],
    })
  })

  it('keeps its title when its working copy is gone', async () => {
    const draft = await spine.draft({ title: 'Thư sẽ bị xóa' })
    await spine.step('an', draft.id, 'submit')
    await spine.step('an', draft.id, 'recall')
    await spine.payload.db.deleteOne({ collection: 'letters', where: { id: { equals: draft.id } } })
    const { title, entries } = await showTrail({ payload: spine.payload, document: `letters:${draft.key}`, lang: 'en' })
    expect(title).toBe('Thư sẽ bị xóa')
    expect(entries[0]).toMatchObject({ id: null, what: 'Submitted' })
  })

  it('is still told when a hand changed a row, and the place is named', async () => {
    const draft = await spine.draft()
    await spine.step('an', draft.id, 'submit')
    await spine.step('an', draft.id, 'recall')
    const where: Where = { and: [{ document: { equals: `letters:${draft.key}` } }, { seq: { equals: 1 } }] }
    const row = (await spine.payload.db.findOne<{ id: string; data: string }>({
      collection: 'workflow-events',
      where,
    }))!
    const change = (data: string) =>
      spine.payload.db.updateOne({ collection: 'workflow-events', id: row.id, data: { data } })
    await change('not JSON')
    const shown = await showTrail({ payload: spine.payload, document: `letters:${draft.key}`, lang: 'vi' })
    expect(shown.fault).toEqual({ seq: 1, what: 'changed' })
    expect(shown.entries[0]).toMatchObject({ what: 'Trình duyệt', by: 'an' })
    await change(row.data)
  })
})

describe('the export', () => {
  it('holds every row as it was hashed, in the order of time, and is the same each time', async () => {
    const text = await whole('ndjson')
    const rows = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const { totalDocs } = await spine.payload.db.count({ collection: 'workflow-events' })
    expect(rows).toHaveLength(totalDocs)
    for (const row of rows) expect(rowHash([...EVENT_COLUMNS, 'seq', 'prev'], row)).toBe(row.hash)
    const places = rows.map(({ at, document, seq }) => `${at} ${document} ${String(seq).padStart(9, '0')}`)
    expect(places).toEqual([...places].sort())
    expect(await whole('ndjson')).toBe(text)
  })

  it('gives a spreadsheet words in Viet Nam time, and nothing that it would run', async () => {
    const text = await whole('csv', { document: { equals: stream() } })
    expect(text.startsWith('\uFEFFLúc (giờ Việt Nam),Văn bản,')).toBe(true)
    expect(text).toContain('27/11/2026 09:00,Công văn về bão số 9,')
    expect(text).toContain('27/11/2026 10:30')
    expect(text).toContain('"Lý do: Thiếu ngày\nvà số"')
    const all = await whole('csv')
    expect(all).toContain(`"'=HYPERLINK(`)
    for (const cell of all.split(/[,\n]/)) expect(cell).not.toMatch(/^"?[=+@]/)
  })

  it('is of those events alone that were asked for', async () => {
    const only = await whole('ndjson', { document: { equals: stream() } })
    expect(only.trim().split('\n')).toHaveLength(7)
  })

  it('goes on from page to page without a gap, and stops when it is told to', async () => {
    const { payload } = spine
    const { docs } = await payload.db.find({ collection: 'workflow-events', limit: 1, pagination: false })
    const [{ id: _, ...first }] = docs as unknown as [{ id: string }]
    const document = 'letters:many'
    for (let seq = 1; seq <= 205; seq += 1)
      await payload.db.create({ collection: 'workflow-events', data: { ...first, document, seq } })
    const numbers: number[] = []
    const gently = {
      payload,
      format: 'ndjson',
      lang: 'vi',
      gently: true,
      where: { document: { equals: document } },
    } as const
    for await (const piece of exportTrail(gently))
      numbers.push(
        ...piece
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).seq),
      )
    expect(numbers).toEqual(Array.from({ length: 205 }, (__, index) => index + 1))
    const stop = new AbortController()
    const stopped = async () => {
      for await (const __ of exportTrail({ ...gently, stopping: stop.signal })) stop.abort()
    }
    await expect(stopped()).rejects.toThrow(/abort/i)
    await payload.db.deleteMany({ collection: 'workflow-events', where: { document: { equals: document } } })
  })
})
