import { writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { EVENT_COLUMNS, keepAnchor, takeAnchor, verify } from '../../plugins/workflow/index.ts'
import { type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeEach(async () => {
  spine = await startSpine()
  const { id } = await spine.draft()
  await spine.publish(id)
  const { id: other } = await spine.draft()
  await spine.publish(other)
  await spine.step('dung', other, 'withdraw', { reason: 'Ban hành nhầm' })
  const { id: third } = await spine.draft()
  await spine.step('an', third, 'submit')
})
afterEach(() => spine.stop())

const anchorsDir = () => `${spine.dir}/anchors`
const faults = async () => (await verify({ payload: spine.payload, anchorsDir: anchorsDir() })).faults
const rows = async (collection: string, sort: string) =>
  (await spine.payload.db.find({ collection, sort, limit: 0, pagination: false })).docs as unknown as (Record<
    string,
    unknown
  > & { id: string; seq: number })[]
const change = (collection: string, id: string, data: Record<string, unknown>) =>
  spine.payload.db.updateOne({ collection, id, data })
const remove = (collection: string, id: string) =>
  spine.payload.db.deleteOne({ collection, where: { id: { equals: id } } })

it('finds nothing wrong with what the system wrote', async () => {
  await keepAnchor(anchorsDir(), await takeAnchor(spine))
  const report = await verify({ payload: spine.payload, anchorsDir: anchorsDir() })
  expect(report).toMatchObject({ faults: [], streams: 3, publications: 3, anchors: 1 })
})

it.each([['reason'], ['at'], ['actor'], ['contentHash'], ['data'], ['type']])(
  'finds a changed %s in the trail',
  async (column) => {
    const row = (await rows('workflow-events', 'at')).find((one) => one.seq === 1)!
    await change('workflow-events', row.id, {
      [column]: column === 'data' ? '{}' : column === 'type' ? 'refused' : 'x',
    })
    expect(await faults()).toContainEqual({ store: 'workflow-events', place: `${row.document}#1`, what: 'changed' })
  },
)

it('finds a removed row in the middle of a trail', async () => {
  const row = (await rows('workflow-events', 'at')).find((one) => one.seq === 2)!
  await remove('workflow-events', row.id)
  expect(await faults()).toContainEqual({ store: 'workflow-events', place: `${row.document}#2`, what: 'missing' })
})

it('finds two rows of a trail that changed places', async () => {
  const all = await rows('workflow-events', 'at')
  const { document } = all.find((one) => one.seq === 3)!
  const [second, third] = [2, 3].map((seq) => all.find((one) => one.document === document && one.seq === seq)!)
  await change('workflow-events', second!.id, { seq: 99 })
  await change('workflow-events', third!.id, { seq: 2 })
  await change('workflow-events', second!.id, { seq: 3 })
  expect((await faults())[0]).toMatchObject({ store: 'workflow-events', place: `${document}#2` })
})

it('finds a cut-off tail that an anchor has seen', async () => {
  await keepAnchor(anchorsDir(), await takeAnchor(spine))
  const open = (await rows('workflow-events', '-at')).find((one) => one.type === 'submitted' && one.seq === 1)!
  const lone = (await rows('workflow-events', 'at')).filter((one) => one.document === open.document)
  for (const row of lone) await remove('workflow-events', row.id)
  expect((await faults()).map((fault) => fault.place)).toContain(`${open.document}#${lone.length}`)
})

it('finds a changed and a removed row of the publications log', async () => {
  const [first, , last] = await rows('publications', 'seq')
  await change('publications', first!.id, { changeNote: 'khác' })
  expect(await faults()).toContainEqual({ store: 'publications', place: '#1', what: 'changed' })
  await remove('publications', last!.id)
  expect(await faults()).toContainEqual({ store: 'publications', place: last!.key, what: 'missing' })
})

it('finds a publication that nobody approved, though its chain holds', async () => {
  const { publicationsLog, appendLog } = await import('../../plugins/publications/index.ts')
  const [row] = await rows('publications', 'seq')
  const { id: _, seq: __, hash: ___, prev: ____, ...entry } = row!
  await appendLog({ payload: spine.payload, log: publicationsLog, entry: { ...entry, key: 'letters:forged#9' } })
  expect(await faults()).toEqual([expect.objectContaining({ store: 'publications', place: '#4' })])
})

it('finds changed and removed content', async () => {
  const [row] = await rows('contents', 'hash')
  await change('contents', row!.id, { bytes: '{"format":1,"fields":{}}' })
  expect(await faults()).toContainEqual({ store: 'contents', place: row!.hash, what: 'changed' })
  const published = (await rows('publications', 'seq'))[0]!.contentHash
  const content = (await rows('contents', 'hash')).find((one) => one.hash === published)!
  await remove('contents', content.id)
  expect(await faults()).toContainEqual({ store: 'contents', place: published, what: 'missing' })
})

it('finds an address that was given to another document', async () => {
  const [row] = await rows('addresses', 'address')
  await change('addresses', row!.id, { document: 'letters:other' })
  expect(await faults()).toContainEqual({ store: 'addresses', place: row!.address, what: 'changed' })
})

it.each(['{broken', '', 'null', '[]', '{"heads":{"publications":null}}'])(
  'names an anchor of which %j is left, and goes on to the end',
  async (left) => {
    const { payload } = spine
    await writeFile(await keepAnchor(anchorsDir(), await takeAnchor(spine)), left)
    await writeFile(`${anchorsDir()}/2020-01-01T00-00-00-000Z.json`, JSON.stringify(await takeAnchor(spine)))
    const report = await verify({ payload, anchorsDir: anchorsDir() })
    expect([report.faults.map(({ store, what }) => `${store} ${what}`), report.publications]).toEqual([
      ['anchors changed'],
      3,
    ])
  },
)

it('finds an anchor that was rewritten', async () => {
  const anchor = await takeAnchor(spine)
  await keepAnchor(anchorsDir(), { ...anchor, heads: {} })
  expect((await faults())[0]).toMatchObject({ store: 'anchors', what: 'changed' })
})

it('finds a definition that was shortened, and judges nothing by it', async () => {
  const [row] = (
    await spine.payload.db.find<{ id: string; hash: string; bytes: string }>({
      collection: 'workflow-definitions',
      limit: 0,
      pagination: false,
    })
  ).docs
  const shortened = JSON.parse(row!.bytes) as { steps: unknown[] }
  await change('workflow-definitions', row!.id, {
    bytes: JSON.stringify({ ...shortened, steps: shortened.steps.slice(0, 1) }),
  })
  expect(await faults()).toContainEqual({ store: 'workflow-definitions', place: row!.hash, what: 'changed' })
})

it('finds a publication whose cause in the trail was rewritten with a hash of its own', async () => {
  const { rowHash } = await import('../../plugins/publications/index.ts')
  const row = (await rows('workflow-events', 'at')).find((one) => one.type === 'published')!
  const rewritten = { ...row, actorName: 'Người khác' }
  const hash = rowHash([...EVENT_COLUMNS, 'seq', 'prev'], rewritten)
  await change('workflow-events', row.id, { actorName: 'Người khác', hash })
  expect((await faults()).map(({ what }) => what)).toContain('does not match the trail')
})
