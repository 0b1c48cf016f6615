import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { manifestOf } from '../../plugins/workflow/index.ts'
import { type ImportReport, importFiles, pageFiles, reportLines } from '../../src/importer/index.ts'
import { type Portal, startPortal } from '../support/portal.ts'

const GOVERNED = ['directives', 'bulletins', 'videos', 'notices'] as const
const FIXTURES = 'test/importer/fixtures'

let portal: Portal
let dir: string
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())
beforeEach(async () => {
  for (const collection of GOVERNED) {
    await portal.payload.delete({ collection, where: { id: { exists: true } }, overrideAccess: true })
    await portal.payload.db.deleteVersions({ collection, where: {} })
  }
  await portal.payload.updateGlobal({ slug: 'site', data: { openingVisits: null }, overrideAccess: true })
  dir = mkdtempSync(path.join(tmpdir(), 'congbo-pages-'))
  return () => rmSync(dir, { recursive: true, force: true })
})

type Row = { id: string } & Record<string, unknown>

const run = async (target: string, options: { dryRun?: boolean; user?: Row } = {}): Promise<ImportReport> =>
  importFiles({
    payload: portal.payload,
    clock: portal.clock,
    files: await pageFiles(target),
    dryRun: false,
    ...options,
  })
const rows = async (collection: string): Promise<Row[]> =>
  (
    await portal.payload.find({
      collection,
      depth: 0,
      pagination: false,
      sort: 'id',
      showHiddenFields: true,
      overrideAccess: true,
    })
  ).docs as unknown as Row[]
const versions = async (collection: string) =>
  (await portal.payload.db.findVersions({ collection, pagination: false, limit: 0 })).docs as unknown as {
    id: string
    updatedAt: string
    version: Row
  }[]
const openingVisits = async () =>
  ((await portal.payload.findGlobal({ slug: 'site' })) as { openingVisits?: number | null }).openingVisits
const everything = async () => ({
  rows: await Promise.all(GOVERNED.map(rows)),
  versions: await Promise.all(GOVERNED.map(versions)),
  visits: await openingVisits(),
})
const page = (name: string, text: string | Uint8Array) => writeFileSync(path.join(dir, name), text)
const whole = readFileSync(`${FIXTURES}/whole.txt`, 'utf8')
const told = (report: ImportReport, kind: string) =>
  report.rows.filter((row) => row.kind === kind).map(({ status, stored }) => [status, stored].filter(Boolean).join(' '))
const whyRejected = (report: ImportReport, kind: string) =>
  report.rows.filter((row) => row.kind === kind && row.status === 'rejected').map(({ notes }) => notes[0]!.vi)

describe('an import', () => {
  it('makes working copies of what a page holds, linked to each other and to the reference data', async () => {
    const report = await run(`${FIXTURES}/whole.txt`)
    expect(report.totals).toMatchObject({ rejected: 3, untitledNotices: 3, created: 6, held: 0, unreadable: 0 })
    const [plan] = await rows('directives')
    expect(plan).toMatchObject({
      numberAndSymbol: '112/KH-UBND',
      workUri: '/akn/vn/doc/ke-hoach/ubnd-tinh-soc-trang/2024-09-17/112-kh-ubnd',
      issuerNameAtIssue: 'Ủy ban nhân dân tỉnh Sóc Trăng',
      implementationPeriod: { fromYear: 2024, toYear: 2028 },
      workflowState: 'draft',
    })
    expect(plan!.taskGroups).toHaveLength(12)
    expect(plan!.relations).toHaveLength(3)
    expect(plan!.audiences).toHaveLength(2)
    const [bulletin] = await rows('bulletins')
    expect(bulletin).toMatchObject({
      about: [plan!.id],
      byline: 'Phòng PBGDPL',
      legacyUrls: ['/tin-tuc/chi-tiet.aspx?id=2041'],
      workflowState: 'draft',
    })
    expect((await rows('videos')).map(({ recordedOn }) => recordedOn).sort()).toEqual(['2024-08-03', '2024-09-05'])
    expect((await rows('notices')).map(({ title }) => title)).toEqual(['Lịch tiếp công dân tháng 10 năm 2024'])
    expect(await openingVisits()).toBe(2045117)
  })

  it('publishes nothing and names the system in every version', async () => {
    await run(FIXTURES)
    const { payload } = portal
    for (const collection of ['publications', 'contents', 'workflow-events'])
      expect((await payload.db.count({ collection })).totalDocs).toBe(0)
    for (const collection of GOVERNED)
      for (const { version } of await versions(collection)) expect(version.editedBy).toBe('system')
  })

  it('changes nothing the second time, rows, versions and counter alike', async () => {
    await run(FIXTURES)
    const before = await everything()
    const again = await run(FIXTURES)
    expect(await everything()).toEqual(before)
    expect(again.totals.created).toBe(0)
    expect(again.totals.held).toBeGreaterThan(8)
  })

  it('leaves alone what editors have made of it', async () => {
    await run(`${FIXTURES}/whole.txt`)
    const { payload } = portal
    for (const collection of GOVERNED) {
      const [row] = await rows(collection)
      await payload.update({ collection, id: row!.id, data: { title: 'Tên biên tập viên đặt' } })
    }
    const before = await everything()
    await run(`${FIXTURES}/whole.txt`)
    expect(await everything()).toEqual(before)
  })

  it('writes nothing in a dry run and tells the same', async () => {
    const before = await everything()
    const dry = await run(FIXTURES, { dryRun: true })
    expect(await everything()).toEqual(before)
    const real = await run(FIXTURES)
    const statuses = (report: ImportReport) =>
      report.rows.map(({ file, kind, name, status }) => [file, kind, name, status])
    expect(statuses(dry)).toEqual(statuses(real))
    expect(dry.totals.created).toBe(real.totals.created)
  })

  it('finds the directive that somebody typed by hand, and links the bulletin to it', async () => {
    const { payload } = portal
    const issuer = (await rows('organisations')).find(({ code }) => code === 'ubnd-tinh-soc-trang')!.id
    const data = { title: 'Gõ tay', number: '112/KH-UBND', issuedOn: '2024-09-17', issuer }
    const typed = (await payload.create({ collection: 'directives', data })) as Row
    expect(told(await run(`${FIXTURES}/whole.txt`), 'directive')).toEqual(['accepted held'])
    expect((await rows('directives')).map(({ title }) => title)).toEqual(['Gõ tay'])
    expect((await rows('bulletins'))[0]!.about).toEqual([typed.id])
  })

  it('as a person names that person, who then cannot approve it', async () => {
    const user = (await rows('users')).find(({ email }) => email === 'head@demo.local')!
    await run(`${FIXTURES}/whole.txt`, { user: { ...user, collection: 'users' } })
    const [notice] = await rows('notices')
    expect(notice!.createdBy).toBe(user.id)
    for (const { version } of await versions('notices')) expect(version.editedBy).toBe(String(user.id))
    const act = async (login: 'editor' | 'head', action: string, expected: number) =>
      portal.rest('POST', `/workflow/notices/${notice!.id}/${action}`, {
        token: await portal.as(login),
        body: { expected },
      })
    await portal.rest('PATCH', `/notices/${notice!.id}`, {
      token: await portal.as('editor'),
      body: { summary: 'Lịch tiếp công dân.' },
    })
    expect((await act('editor', 'submit', 0)).status).toBe(200)
    expect((await act('editor', 'approve', 1)).status).toBe(200)
    expect(await act('head', 'approve', 2)).toMatchObject({
      status: 403,
      body: { errors: [{ code: 'WORKFLOW_CONFLICT_OF_DUTY' }] },
    })
  })
})

describe('what a page does not say for certain', () => {
  const plan = (words: string) =>
    page('a.txt', `Kế hoạch mới về hộ tịch của tỉnh Sóc Trăng\n${words}\nPhòng Hành chính tư pháp\n`)
  const notesOf = (report: ImportReport, kind: string) =>
    report.rows
      .filter((row) => row.kind === kind)
      .flatMap(({ notes }) => notes)
      .map(({ vi }) => vi)
      .join('\n')

  it('is no issuer, and the report says which words leave it open', async () => {
    plan('Ngày 5/3/2024, Giám đốc Sở Tư pháp ký Kế hoạch số 89/KH-UBND về đăng ký hộ tịch lưu động.')
    const report = await run(dir)
    expect(told(report, 'directive')).toEqual(['repaired created'])
    expect(notesOf(report, 'directive')).toContain('“Giám đốc Sở Tư pháp”')
    const [row] = await rows('directives')
    expect([row!.issuer ?? null, row!.issuerNameAtIssue ?? null]).toEqual([null, null])
  })

  it('is no issuer where only the symbol speaks of one that every level has, and the report says so', async () => {
    plan(
      'Kế hoạch số 90/KH-UBND ngày 6/3/2024 về đăng ký hộ tịch lưu động được triển khai ở các xã của tỉnh Sóc Trăng.',
    )
    expect(notesOf(await run(dir), 'directive')).toContain('ký hiệu KH-UBND chưa cho biết')
    expect((await rows('directives'))[0]!.issuer ?? null).toBeNull()
  })

  it('is an issuer supposed where one body alone has the symbol, and the report says so', async () => {
    plan('Công văn số 94/STP-HCTP ngày 6/3/2024 về đăng ký hộ tịch lưu động được gửi tới các xã của tỉnh Sóc Trăng.')
    expect(notesOf(await run(dir), 'directive')).toContain('suy từ ký hiệu STP-HCTP')
    expect((await rows('directives'))[0]!.issuerNameAtIssue).toBe('Sở Tư pháp tỉnh Sóc Trăng')
  })

  it('is the issuer whom another body advised', async () => {
    plan('Sở Tư pháp đã tham mưu UBND tỉnh ban hành Kế hoạch số 91/KH-UBND ngày 7/3/2024 về đăng ký hộ tịch lưu động.')
    expect(told(await run(dir), 'directive')).toEqual(['accepted created'])
    expect((await rows('directives'))[0]!.issuerNameAtIssue).toBe('Ủy ban nhân dân tỉnh Sóc Trăng')
  })

  it('is a unit that the reference data lacks, and the report names it', async () => {
    plan('Ngày 8/3/2024, UBND tỉnh ban hành Kế hoạch số 92/KH-UBND về đăng ký hộ tịch lưu động.')
    expect(notesOf(await run(dir), 'bulletin')).toContain('Đơn vị “Phòng Hành chính tư pháp” chưa có trong danh mục')
  })

  it('keeps the part of a document that is abrogated with its relation', async () => {
    plan(
      'Ngày 9/3/2024, UBND tỉnh ban hành Quyết định số 93/2024/QĐ-UBND bãi bỏ khoản 2 Điều 5 Quyết định số 7/2015/QĐ-UBND.',
    )
    await run(dir)
    const [relation] = (await rows('directives'))[0]!.relations as Row[]
    expect([relation!.type, [relation!.scope, relation!.citedAs].filter(Boolean).join(' ')]).toEqual([
      'abrogates',
      'khoản 2 Điều 5 Quyết định số 7/2015/QĐ-UBND',
    ])
  })
})

describe('what cannot be taken', () => {
  it('of two directives with one number in a file is the second', async () => {
    const report = await run(`${FIXTURES}/twice.txt`)
    expect(told(report, 'directive')).toEqual(['accepted created', 'rejected'])
    expect(whyRejected(report, 'directive')[0]).toContain('Trùng số')
    expect((await rows('directives')).map(({ issuedOn }) => issuedOn)).toEqual(['2024-10-02'])
  })

  it('is the same page twice in a file, but not a second report of one directive in another file', async () => {
    page('a.txt', `${whole}\n${whole}`)
    page('b.txt', whole.replace('Phòng PBGDPL', 'Văn phòng Sở').replaceAll('id=2041', 'id=7'))
    const report = await run(dir)
    expect(told(report, 'directive')).toEqual(['accepted created', 'rejected', 'accepted held'])
    expect(await rows('directives')).toHaveLength(1)
  })

  it('are crossed days of effect, by the collection’s own rule', async () => {
    const report = await run(`${FIXTURES}/crossed.txt`)
    expect(whyRejected(report, 'directive')).toEqual([expect.stringContaining('Ngày hết hiệu lực không được trước')])
    expect(await rows('directives')).toEqual([])
    expect(told(report, 'bulletin')).toEqual(['repaired created'])
  })

  it('is taken once the page is put right, and its bulletin linked then, if nobody has touched it', async () => {
    const crossed = readFileSync(`${FIXTURES}/crossed.txt`, 'utf8')
    const righted = crossed.replace('hết ngày 01/5/2024', 'hết ngày 01/5/2029')
    expect(righted).not.toBe(crossed)
    page('a.txt', crossed)
    expect(told(await run(dir), 'bulletin')).toEqual(['repaired created'])
    page('a.txt', righted)
    const dry = await run(dir, { dryRun: true })
    expect([told(dry, 'directive'), told(dry, 'bulletin')]).toEqual([
      ['accepted wouldCreate'],
      ['repaired wouldComplete'],
    ])
    expect(told(await run(dir), 'bulletin')).toEqual(['repaired completed'])
    const [directive] = await rows('directives')
    const [bulletin] = await rows('bulletins')
    expect(bulletin!.about).toEqual([directive!.id])
    expect(told(await run(dir), 'bulletin')).toEqual(['repaired held'])
  })

  it('leaves the bulletin of a directive that came late to the editor who has begun with it', async () => {
    const crossed = readFileSync(`${FIXTURES}/crossed.txt`, 'utf8')
    page('a.txt', crossed)
    await run(dir)
    const [bulletin] = await rows('bulletins')
    const body = { title: 'Tên biên tập viên đặt' }
    await portal.rest('PATCH', `/bulletins/${bulletin!.id}`, { token: await portal.as('editor'), body })
    page('a.txt', crossed.replace('hết ngày 01/5/2024', 'hết ngày 01/5/2029'))
    expect(told(await run(dir), 'bulletin')).toEqual(['repaired held'])
    expect((await rows('bulletins'))[0]).toMatchObject({ ...body, about: [] })
  })

  it('is an old address that leads to another document already', async () => {
    page('a.txt', whole)
    page(
      'b.txt',
      readFileSync(`${FIXTURES}/crossed.txt`, 'utf8').replace(
        /^(URL:.*\n)*/,
        'URL: https://cu.example.gov.vn/tin-tuc/chi-tiet.aspx?id=2041\n',
      ),
    )
    const dry = await run(dir, { dryRun: true })
    const real = await run(dir)
    for (const report of [dry, real]) {
      const second = report.rows.find(({ file, kind }) => file === 'b.txt' && kind === 'bulletin')
      expect(second!.notes.map(({ vi }) => vi).join()).toContain('/tin-tuc/chi-tiet.aspx?id=2041 đã dẫn về')
    }
    expect(
      (await rows('bulletins'))
        .map(({ legacyUrls }) => legacyUrls)
        .sort()
        .reverse(),
    ).toEqual([['/tin-tuc/chi-tiet.aspx?id=2041'], []])
  })

  it('are days that the calendar does not have', async () => {
    const report = await run(`${FIXTURES}/unreadable-days.txt`)
    expect(whyRejected(report, 'directive')).toEqual([expect.stringContaining('31/02/2024')])
    expect(whyRejected(report, 'video')).toHaveLength(2)
    expect(whyRejected(report, 'visits')).toHaveLength(1)
    expect(await rows('videos')).toHaveLength(1)
  })

  it('is a page cut in half, until it comes whole', async () => {
    page('half.txt', whole.slice(0, Math.floor(whole.length / 2)))
    const report = await run(dir)
    expect([told(report, 'directive'), told(report, 'bulletin')]).toEqual([['rejected'], ['rejected']])
    page('half.txt', whole)
    expect(told(await run(dir), 'directive')).toEqual(['accepted created'])
  })

  it('are files that are no pages; the others are taken all the same', async () => {
    page('anh.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]))
    page('rong.txt', '')
    page('kieu.css', 'p { color: red }')
    page('.an.txt', whole)
    mkdirSync(path.join(dir, 'trang_files'))
    page('trang_files/anh.png', Buffer.from([0x89, 0x50, 0, 0]))
    mkdirSync(path.join(dir, 'thang-9'))
    page('thang-9/trang.html', readFileSync(`${FIXTURES}/decision.html`))
    page('thang-9/trang.html.url', '[InternetShortcut]\r\nURL=https://congcu.example.gov.vn/qd-21\r\n')
    const report = await run(dir)
    expect(report.totals.unreadable).toBe(2)
    expect(report.rows.filter(({ kind }) => kind === 'page').map(({ file, status }) => [file, status])).toEqual([
      ['anh.jpg', 'rejected'],
      ['kieu.css', 'rejected'],
      ['rong.txt', 'rejected'],
      [path.join('thang-9', 'trang.html'), 'repaired'],
    ])
    const [bulletin] = await rows('bulletins')
    expect(bulletin).toMatchObject({ legacyUrls: ['/qd-21'], contributors: [{ name: 'Lê Thị Hoa' }] })
    expect(reportLines(report).join('\n')).toMatch(/LOẠI .*anh\.jpg\n\s+Tệp không phải văn bản.* \/ The file/)
  })

  it('is no file for its ending when it is named itself', async () => {
    page('trang.luu', whole)
    expect(told(await run(path.join(dir, 'trang.luu')), 'directive')).toEqual(['accepted created'])
  })

  it('is a count of visits smaller than the one that is kept', async () => {
    page('a.txt', whole)
    page('b.txt', whole.replace('2.045.117', '2.044.000'))
    expect(told(await run(dir), 'visits')).toEqual(['accepted created', 'accepted held'])
    expect(await openingVisits()).toBe(2045117)
  })
})

// Last: what was published cannot be deleted again.
describe('what was imported', () => {
  it('is a list in the report, which a head approves as it stands', async () => {
    const report = await run(`${FIXTURES}/whole.txt`)
    const [batch, ...more] = report.batches
    expect(more).toEqual([])
    expect(batch!.documents.map(({ collection }) => collection)).toContain('directives')
    // What lacks something, and what somebody changed, goes through the usual steps.
    const made = report.rows.flatMap(({ document }) => document ?? [])
    expect(batch!.documents.length).toBeLessThan(made.length)
    expect((await run(`${FIXTURES}/whole.txt`)).batches).toEqual([batch])
    expect(reportLines(report).join('\n')).toContain(batch!.manifest)
    expect((await run(`${FIXTURES}/whole.txt`, { dryRun: true })).batches).toEqual([])
    const [changed, ...others] = batch!.documents
    const author = await portal.as('editor')
    const { collection, id } = changed!
    const save = await portal.rest('PATCH', `/${collection}/${id}`, {
      token: author,
      body: { title: 'Sửa sau khi nhập' },
    })
    expect(save.status).toBe(200)
    const [left] = (await run(`${FIXTURES}/whole.txt`)).batches
    expect(left).toEqual({ manifest: manifestOf(others), documents: others })
    const { status, body } = await portal.rest('POST', '/workflow/batch', {
      token: await portal.as('head'),
      body: left,
    })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({ published: others.length })
    expect((await run(`${FIXTURES}/whole.txt`)).batches).toEqual([])
  })
})
