import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readContents } from '../../plugins/publications/index.ts'
import { logRowsOf } from '../support/logRows.ts'
import { type Person, type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine()
})
afterAll(() => spine.stop())

const save = (person: Person, id: string, data: Record<string, unknown>) =>
  spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens[person], body: data })

interface Frozen {
  type: string
  contentHash: string
  contributors: string[]
  covers: { version: string; count: number }
}
/** Every freeze of a document according to its trail. */
const freezes = async (key: string): Promise<Frozen[]> => {
  const found = await spine.payload.db.find({
    collection: 'workflow-events',
    where: { document: { equals: `letters:${key}` } },
    sort: 'seq',
    limit: 0,
    pagination: false,
  })
  return (found.docs as unknown as { type: string; contentHash: string; data: string }[])
    .filter(({ type }) => type === 'submitted' || type === 'passed')
    .map(({ type, contentHash, data }) => ({ type, contentHash, ...JSON.parse(data) }))
}
const titleOf = async (hash: string): Promise<string> => {
  const content = (await readContents({ payload: spine.payload, hashes: [hash] })).get(hash)!
  return (content.fields.title as Record<string, string>)['@vi']!
}

type Reads = 'findVersions' | 'find' | 'findOne'
/** Runs something right before or right after the n-th database read of a kind. */
const around = (read: Reads, happens: (n: number) => Promise<unknown>, when: 'before' | 'after' = 'before') => {
  const { db } = spine.payload
  const original = db[read] as (...args: unknown[]) => Promise<unknown>
  let n = 0
  let inside = false
  const happening = async (...args: unknown[]) => {
    if (inside) return original.apply(db, args)
    n += 1
    const happen = async () => {
      inside = true
      await happens(n).finally(() => {
        inside = false
      })
    }
    if (when === 'before') await happen()
    const found = await original.apply(db, args)
    if (when === 'after') await happen()
    return found
  }
  // The three methods have different types; only one is meant.
  return vi.spyOn(db, read).mockImplementation(happening as never)
}

describe('a save of a head while the author submits', () => {
  it.each(
    (['findVersions', 'find', 'findOne'] as const).flatMap((read) =>
      ([1, 2, 3, 4, 5, 6] as const).flatMap((n) => [[read, 'before', n] as const, [read, 'after', n] as const]),
    ),
  )('counts as theirs exactly where their words are in the text (%s, %s read %i)', async (read, when, n) => {
    const { id, key } = await spine.draft()
    let saved = false
    const race = around(
      read,
      async (now) => {
        if (now !== n || saved) return
        saved = (await save('em', id, { title: 'Lời của phó trưởng ban' })).status === 200
      },
      when,
    )
    const submitted = await spine.act('an', id, 'submit', { expected: 0 })
    race.mockRestore()
    if (submitted.status !== 200) {
      expect(submitted).toMatchObject({ status: 409, body: { errors: [{ code: 'WORKFLOW_STALE' }] } })
      return
    }
    const [frozen] = await freezes(key)
    const theirs = (await titleOf(frozen!.contentHash)) === 'Lời của phó trưởng ban'
    expect(frozen!.contributors.includes(spine.ids.em)).toBe(theirs)
    expect(frozen!.covers.count).toBe(theirs ? 2 : 1)
    if (!saved || theirs) return
    // It came after the freeze: it is not in this edition, and counts as that person's contribution to the next one.
    await spine.step('binh', id, 'approve')
    expect(await titleOf((await freezes(key))[1]!.contentHash)).toBe('Lời của phó trưởng ban')
    expect((await freezes(key))[1]!.contributors).toContain(spine.ids.em)
  })

  it('is asked to wait by an editor who saves without end, and nothing is stored', async () => {
    const { id, key } = await spine.draft()
    let count = 0
    const race = around('findVersions', async () => {
      count += 1
      await save('em', id, { title: `Lần ${count}` })
    })
    const submitted = await spine.act('an', id, 'submit', { expected: 0 })
    race.mockRestore()
    expect(submitted).toMatchObject({
      status: 409,
      body: {
        errors: [{ code: 'WORKFLOW_STALE', seq: 0, message: expect.stringContaining('đang được người khác lưu') }],
      },
    })
    expect(await freezes(key)).toEqual([])
    expect(await spine.act('an', id, 'submit', { expected: 0 })).toMatchObject({ status: 200 })
  })
})

describe('a save that was let through before the text was frozen and lands after', () => {
  /** Holds a save between its guards and its first write until released. */
  const held = async (person: Person, id: string, data: Record<string, unknown>) => {
    const { db } = spine.payload
    const { updateOne } = db
    let letGo!: () => void
    const gate = new Promise<void>((resolve) => {
      letGo = resolve
    })
    let arrived!: () => void
    const there = new Promise<void>((resolve) => {
      arrived = resolve
    })
    let caught = false
    const spy = vi.spyOn(db, 'updateOne').mockImplementation(async (args) => {
      if (!caught && args.collection === 'letters' && args.id === id) {
        caught = true
        arrived()
        await gate
      }
      return updateOne.call(db, args)
    })
    const answer = save(person, id, data)
    await there
    return {
      land: async () => {
        letGo()
        const { status } = await answer
        spy.mockRestore()
        return status
      },
    }
  }

  it('changes nothing of what is approved and published, and counts in the next edition', async () => {
    const { id, key } = await spine.draft({ title: 'Bản được duyệt' })
    await spine.step('an', id, 'submit')
    // The editor's step permits the save; the text is passed on while the save is in progress.
    const late = await held('binh', id, { title: 'Lời đến muộn' })
    const passing = spine.act('binh', id, 'approve', { expected: 1 })
    // SQLite writes a save atomically, so the approval waits for it and includes it. On MongoDB the approval overtakes
    // it.
    const first = await Promise.race([
      passing,
      new Promise<undefined>((resolve) => setTimeout(resolve, 300, undefined)),
    ])
    expect(await late.land()).toBe(200)
    const passed = first ?? (await passing)
    expect(passed.status).toBe(200)
    const approved = (await freezes(key)).at(-1)!
    const takenIn = (await titleOf(approved.contentHash)) === 'Lời đến muộn'
    expect(approved.contributors.includes(spine.ids.binh)).toBe(takenIn)
    await spine.step('chi', id, 'approve')
    await spine.step('dung', id, 'approve')
    const [edition] = await logRowsOf(spine.payload, 'letters', key)
    expect(edition!.contentHash).toBe(approved.contentHash)
    // The state in lists is not the outdated one written by the late save.
    await spine.view('an', id)
    const row = await spine.payload.findByID({ collection: 'letters', id })
    expect(row).toMatchObject({ workflowState: 'published', title: 'Lời đến muộn' })
    if (takenIn) return
    await spine.step('an', id, 'submit')
    const next = (await freezes(key)).at(-1)!
    expect(await titleOf(next.contentHash)).toBe('Lời đến muộn')
    expect(next.contributors).toContain(spine.ids.binh)
  })
})

describe('many who save and submit at once', () => {
  it('are each a contributor of every text that holds their words', async () => {
    const writers: Person[] = ['an', 'binh', 'dung']
    for (let round = 0; round < 6; round += 1) {
      const { id, key } = await spine.draft({ title: 'an 0' })
      const saving = writers.flatMap((person) => [1, 2, 3].map((n) => save(person, id, { title: `${person} ${n}` })))
      const answers = await Promise.all([1, 2, 3].map(() => spine.act('an', id, 'submit', { expected: 0 })))
      await Promise.all(saving)
      for (const { status } of answers) expect([200, 409]).toContain(status)
      if (!answers.some(({ status }) => status === 200)) await spine.step('an', id, 'submit')
      const frozen = await freezes(key)
      expect(frozen).toHaveLength(1)
      const { contentHash, contributors, covers } = frozen[0]!
      const writer = (await titleOf(contentHash)).split(' ')[0] as Person
      expect(contributors).toContain(spine.ids[writer])
      const { docs } = (await spine.payload.findVersions({
        collection: 'letters',
        where: { parent: { equals: id } },
        sort: 'createdAt',
        limit: 0,
        pagination: false,
        showHiddenFields: true,
      })) as unknown as { docs: { version: { title: string; editedBy: string } }[] }
      for (const { version } of docs.slice(0, covers.count)) expect(contributors).toContain(version.editedBy)
    }
  })
})

it('a restored version counts as saved when it was restored, so that the next edition asks for no one before it', async () => {
  const { id, key } = await spine.draft({ title: 'Bản đầu' })
  await spine.publish(id)
  const { docs } = await spine.payload.findVersions({
    collection: 'letters',
    where: { parent: { equals: id } },
    sort: 'createdAt',
    limit: 1,
  })
  const [first] = docs as unknown as { id: string }[]
  const restored = await spine.rest('POST', `/letters/versions/${first!.id}`, { token: spine.tokens.binh, body: {} })
  expect(restored.status).toBe(200)
  await save('binh', id, { title: 'Bản hai' })
  await spine.step('binh', id, 'submit')
  expect((await freezes(key)).at(-1)!.contributors).toEqual([spine.ids.binh])
})
