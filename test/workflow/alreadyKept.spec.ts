import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { addressHolder, type FrozenContent, keepContent, reserve } from '../../plugins/publications/index.ts'
import { type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine()
})
afterAll(() => spine.stop())
afterEach(() => {
  vi.restoreAllMocks()
})

/** Counts the inserts into some collections from here on, without changing the database's behaviour. */
const insertsOf = (...collections: string[]) => {
  const create = vi.spyOn(spine.payload.db, 'create')
  return () => create.mock.calls.filter(([{ collection }]) => collections.includes(collection)).length
}
const count = async (collection: string) => (await spine.payload.db.count({ collection })).totalDocs

it('publishing again what is kept already inserts neither content nor address, and a new text does', async () => {
  const { id } = await spine.draft()
  await spine.publish(id)
  await spine.step('dung', id, 'withdraw', { reason: 'Ban hành nhầm' })
  const before = [await count('contents'), await count('addresses')]
  const again = insertsOf('contents', 'addresses')
  await spine.publish(id)
  expect(again()).toBe(0)
  expect([await count('contents'), await count('addresses')]).toEqual(before)
  const { id: other } = await spine.draft()
  await spine.publish(other)
  expect(again()).toBe(2)
})

const content = (slug: string) => ({ format: 1, collection: 'letters', fields: { slug } }) as unknown as FrozenContent

let beat = 0
/** Lets someone else insert a row right after the check whether it exists. */
const beaten = (first: () => Promise<unknown>) => {
  const { db } = spine.payload
  const look = db.findOne.bind(db)
  vi.spyOn(db, 'findOne').mockImplementationOnce(async (args) => {
    const found = await look(args)
    await first()
    beat += 1
    return found
  })
}

it('takes what somebody else inserted meanwhile for kept, and their address for theirs', async () => {
  const { payload } = spine
  const at = new Date(0)
  const frozen = { content: content('dua'), hash: 'a'.repeat(64), bytes: '{}' }
  beaten(() => keepContent({ payload, frozen }))
  await keepContent({ payload, frozen })
  for (const [document, outcome] of [
    ['letters:one', 'reserved'],
    ['letters:two', 'address'],
  ] as const) {
    const slug = `dua-${outcome}`
    beaten(() => reserve({ payload, document: 'letters:one', content: content(slug), at }))
    expect(await reserve({ payload, document, content: content(slug), at })).toBe(outcome)
    expect(await addressHolder({ payload, collection: 'letters', slug })).toBe('letters:one')
  }
  expect(beat).toBe(3)
})
