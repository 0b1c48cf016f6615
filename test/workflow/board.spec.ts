import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BoardReport, reportCsv } from '../../plugins/workflow/useCases/report.ts'
import { type Person, type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine({ at: '2026-11-26T02:00:00.000Z' })
  const { id } = await spine.draft({ title: 'Thư <b>lạ</b>' })
  await spine.step('an', id, 'submit')
  spine.clock.set('2026-11-26T04:00:00.000Z')
  await spine.step('binh', id, 'approve', { comment: '=1+1' })
  // Over a weekend: a Friday morning, then a Monday morning.
  spine.clock.set('2026-11-27T02:00:00.000Z')
  await spine.step('chi', id, 'approve')
  spine.clock.set('2026-11-30T02:00:00.000Z')
  await spine.step('dung', id, 'return', { reason: 'Sai ngày' })
  letter = id
  const { payload } = spine
  const unit = await payload.create({ collection: 'units' as never, data: { code: 'phong-pho-bien' } as never })
  await payload.db.updateOne({
    collection: 'users',
    where: { name: { equals: 'binh' } },
    data: { unit: (unit as { id: string }).id },
  })
})
afterAll(() => spine.stop())

let letter: string
const get = (url: string, person?: Person) => spine.rest('GET', url, { token: person && spine.tokens[person] })
const report = async (query = '') =>
  (await get(`/workflow/report?from=2026-11-01&to=2026-11-30${query}`, 'dung')).body as unknown as BoardReport

describe('the report of the board', () => {
  it('tells how many working hours each step took, by step, month, person and collection', async () => {
    const { decisions, overall, steps, months, people, units, collections } = await report()
    expect(decisions).toBe(3)
    expect(overall).toMatchObject({ decisions: 3, p50: 6, p90: 8, returned: 1 })
    expect(units).toMatchObject([
      { name: '', decisions: 2 },
      { name: 'phong-pho-bien', decisions: 1, p50: 2 },
    ])
    expect(steps).toEqual([
      { name: 'Biên tập', decisions: 1, p50: 2, p90: 2, overdue: 0, returned: 0, refused: 0 },
      { name: 'Thẩm định', decisions: 1, p50: 6, p90: 6, overdue: 0, returned: 0, refused: 0 },
      { name: 'Duyệt', decisions: 1, p50: 8, p90: 8, overdue: 0, returned: 1, refused: 0 },
    ])
    expect(months).toMatchObject([{ name: '2026-11', decisions: 3 }])
    expect(people.map(({ name }) => name)).toEqual(['binh', 'chi', 'dung'])
    expect(collections).toMatchObject([{ name: 'letters', decisions: 3 }])
  })

  it('names what waits now', async () => {
    const { id, key } = await spine.draft()
    await spine.step('an', id, 'submit')
    const { waiting, waitingAt } = await report()
    expect(waiting).toMatchObject([
      { collection: 'letters', document: key, id, step: 'Biên tập', days: 0, overdue: false },
    ])
    expect(waiting[0]!.title).not.toBe('')
    expect(waitingAt).toMatchObject([{ name: 'Biên tập', waiting: 1, overdue: 0, days: 0 }])
    await spine.step('an', id, 'recall')
  })

  it('is empty for a period in which nothing happened', async () => {
    const { body } = await get('/workflow/report?from=2025-01-01&to=2025-01-31', 'dung')
    expect(body).toMatchObject({ decisions: 0, overall: null, steps: [], months: [] })
  })

  it('can be asked for by the name of a period', async () => {
    const { body } = await get('/workflow/report?period=lastMonth', 'dung')
    expect(body).toMatchObject({ from: '2026-10-01', to: '2026-10-31', decisions: 0 })
  })

  it('opens in a spreadsheet, where no name becomes a formula', async () => {
    const found = await report()
    const csv = reportCsv({ ...found, people: [{ ...found.people[0]!, name: '=HYPERLINK("x")' }] }, () => 'Thư', 'vi')
    expect(csv.startsWith('\ufeffNhóm,Tên,')).toBe(true)
    expect(csv).toContain('Theo bước,Biên tập,1,2,2,0,0,0')
    expect(csv).toContain('Theo loại văn bản,Thư,3,')
    expect(csv).toContain('Theo đơn vị,Chưa xếp đơn vị,')
    expect(csv).toContain(`Theo người giải quyết,"'=HYPERLINK(""x"")",1`)
  })

  it.each([
    'from=2026-11-30&to=2026-11-01',
    'from=2026-02-30&to=2026-11-01',
    'from=2020-01-01&to=2026-11-01',
    'from=hôm+qua&to=2026-11-01',
    'from[]=2026-11-01&to=mai',
    'period=decade',
  ])('refuses a period that is none: %s', async (query) => {
    expect(await get(`/workflow/report?${query}`, 'dung')).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'CONTENT_INVALID' }] },
    })
  })

  it('is for people with a login', async () => {
    for (const url of [
      '/workflow/report',
      '/workflow/week',
      '/workflow/definitions',
      `/workflow/letters/${letter}/sheet`,
    ])
      expect((await get(url)).status, url).toBe(401)
  })
})

it('the week of the office tells what waits, what became public on which day, and how fast', async () => {
  const { id } = await spine.draft()
  await spine.step('an', id, 'submit')
  spine.clock.set('2026-12-01T02:00:00.000Z')
  for (const person of ['binh', 'chi', 'dung'] as const) await spine.step(person, id, 'approve')
  const open = await spine.draft()
  await spine.step('an', open.id, 'submit')
  const { status, body } = await get('/workflow/week', 'dung')
  expect(status).toBe(200)
  expect(body).toMatchObject({ waiting: 1, overdue: 0, published: 1, hours: 8 })
  expect(body.steps).toMatchObject([{ name: 'Biên tập', waiting: 1, days: 0 }])
  expect(body.days).toMatchObject([
    ...['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map((day) => ({
      day,
      published: 0,
    })),
    { day: '2026-12-01', published: 1 },
  ])
})

it('the definitions in force say who does what, by when', async () => {
  const { body } = await get('/workflow/definitions', 'an')
  expect(body.definitions).toMatchObject([
    {
      collection: 'letters',
      name: 'chain',
      authority: { role: 'head' },
      steps: [
        { name: 'edit', kind: 'edit' },
        { name: 'confirm', due: { within: 8 } },
        { name: 'approve', quorum: 1 },
      ],
    },
  ])
})
