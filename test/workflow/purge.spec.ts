import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { publicFaults, readContents, type StoredContent } from '../../plugins/publications/index.ts'
import { reconcile, verify } from '../../plugins/workflow/index.ts'
import { appendEvent } from '../../plugins/workflow/store/stream.ts'
import { loadStream } from '../../plugins/workflow/useCases/load.ts'
import { logRowsOf } from '../support/logRows.ts'
import { type Person, type Spine, startSpine } from '../support/spine.ts'

const NINE = '2026-11-27T02:00:00.000Z'
const WHY = { reason: 'Lộ số căn cước của công dân' }
const PRIVATE = 'Số căn cước 092123456789'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine({ at: NINE })
})
beforeEach(() => spine.clock.set(NINE))
afterAll(() => spine.stop())

/** A file of the library, with the path of its public copy. */
const upload = async (text: string) => {
  const bytes = Buffer.from(`%PDF-1.4 ${text}`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const filename = `${sha256.slice(0, 12)}.pdf`
  mkdirSync(`${spine.dir}/media`, { recursive: true })
  writeFileSync(`${spine.dir}/media/${filename}`, bytes)
  const row = await spine.payload.db.create({
    collection: 'media',
    data: { filename, mimeType: 'application/pdf', filesize: bytes.length, sha256, url: `/x/${filename}` },
  })
  return { id: (row as { id: string }).id, publicFile: `${spine.dir}/media/public/${sha256}/${filename}` }
}
const save = async (id: string, data: object) => {
  const { status, body } = await spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens.an, body: data })
  expect(status, JSON.stringify(body)).toBe(200)
}
const code = async (person: Person, id: string, action: string, body?: object) => {
  const { seq: expected } = await spine.view(person, id)
  const answer = await spine.act(person, id, action, { expected, ...body })
  return (answer.body.errors as { code: string }[] | undefined)?.[0]?.code ?? answer.status
}
const contents = async () => {
  const { docs } = await spine.payload.db.find<StoredContent & { id: string }>({
    collection: 'contents',
    pagination: false,
    limit: 0,
  })
  return docs
}
const holding = async (text: string) =>
  (await contents()).filter(({ bytes }) => String(bytes ?? '').includes(text)).map(({ hash }) => hash)
const faults = async () => (await verify({ payload: spine.payload, anchorsDir: `${spine.dir}/none` })).faults
/** An edition with private data that was corrected: the first is no longer public. */
const corrected = async (first: object = {}) => {
  const letter = await spine.draft({ title: PRIVATE, ...first })
  await spine.publish(letter.id)
  await save(letter.id, { title: `Thư đã sửa ${letter.slug}`, file: null })
  await spine.publish(letter.id)
  return letter
}

describe('the content of an edition', () => {
  it('is erased by two heads with all that was frozen on the way; hash, row and reason stay', async () => {
    const letter = await spine.draft({ title: `${PRIVATE} và điện thoại` })
    await spine.step('an', letter.id, 'submit')
    const { status } = await spine.rest('PATCH', `/letters/${letter.id}`, {
      token: spine.tokens.binh,
      body: { title: PRIVATE },
    })
    expect(status).toBe(200)
    for (const person of ['binh', 'chi', 'dung'] as const) await spine.step(person, letter.id, 'approve')
    await save(letter.id, { title: 'Thư đã sửa' })
    await spine.publish(letter.id)
    expect(await holding(PRIVATE)).toHaveLength(2)

    expect(await spine.view('dung', letter.id)).toMatchObject({ purgeable: [{ edition: 1, at: NINE }], purge: null })
    await spine.step('dung', letter.id, 'propose-purge', { ...WHY, edition: 1 })
    expect(await spine.view('em', letter.id)).toMatchObject({
      state: 'published',
      purge: { edition: 1, by: 'dung', reason: WHY.reason },
      expected: 'confirm-purge',
    })
    expect(await holding(PRIVATE)).toHaveLength(2)
    const view = await spine.step('em', letter.id, 'confirm-purge')

    expect(view).toMatchObject({ state: 'published', edition: 2, purge: null, purgeable: [] })
    expect(await holding(PRIVATE)).toEqual([])
    const rows = await logRowsOf(spine.payload, 'letters', letter.key)
    expect(rows.map(({ kind, edition }) => [kind, edition])).toEqual([
      ['published', 1],
      ['published', 2],
      ['purged', 1],
    ])
    expect(rows[2]!.contentHash).toBe(rows[0]!.contentHash)
    expect(JSON.stringify(rows)).not.toContain(WHY.reason)
    const erased = (await contents()).filter(({ purgedReason }) => purgedReason)
    expect(erased.map(({ bytes, purgedReason }) => [bytes ?? null, purgedReason])).toEqual([
      [null, WHY.reason],
      [null, WHY.reason],
    ])
    const timeline = view.timeline as { type: string; by: string; reason?: string; edition?: number }[]
    expect(timeline.slice(-2)).toMatchObject([
      { type: 'purgeProposed', by: 'dung', reason: WHY.reason, edition: 1 },
      { type: 'purged', by: 'em', reason: WHY.reason, edition: 1 },
    ])
    expect(await faults()).toEqual([])
    expect(await publicFaults(spine.payload)).toEqual([])
    expect((await readContents({ payload: spine.payload, hashes: [rows[1]!.contentHash] })).size).toBe(1)
  })

  it('keeps a file that another document shows, and erases one that nothing shows', async () => {
    const [own, shared] = [await upload(`own ${Math.random()}`), await upload(`shared ${Math.random()}`)]
    const other = await spine.draft({ file: shared.id })
    await spine.publish(other.id)
    for (const [file, stays] of [
      [own, false],
      [shared, true],
    ] as const) {
      const { id } = await corrected({ file: file.id })
      expect(existsSync(file.publicFile)).toBe(true)
      await spine.step('dung', id, 'propose-purge', { ...WHY, edition: 1 })
      await spine.step('em', id, 'confirm-purge')
      expect(existsSync(file.publicFile)).toBe(stays)
    }
    expect(await faults()).toEqual([])
  })

  it('goes with what was returned on the way to it, in whatever round', async () => {
    const secret = `Số căn cước ${Math.random()}`
    const { id } = await spine.draft({ title: secret })
    await spine.step('an', id, 'submit')
    await spine.step('binh', id, 'return', { reason: 'Bỏ số căn cước' })
    await save(id, { title: `Đã bỏ bớt: ${secret}` })
    await spine.publish(id)
    await save(id, { title: 'Không còn số nào' })
    await spine.publish(id)
    expect(await holding(secret)).toHaveLength(2)
    await spine.step('dung', id, 'propose-purge', { ...WHY, edition: 1 })
    await spine.step('em', id, 'confirm-purge')
    expect(await holding(secret)).toEqual([])
    expect(await faults()).toEqual([])
  })

  it('is erased once: its file may be shown again later, here and elsewhere', async () => {
    const file = await upload(`again ${Math.random()}`)
    const { id } = await corrected({ file: file.id })
    await spine.step('dung', id, 'propose-purge', { ...WHY, edition: 1 })
    await spine.step('em', id, 'confirm-purge')
    expect(existsSync(file.publicFile)).toBe(false)
    await save(id, { title: `Lại có tệp ${Math.random()}`, file: file.id })
    await spine.publish(id)
    expect(existsSync(file.publicFile)).toBe(true)
    await spine.view('giam', id)
    expect(existsSync(file.publicFile)).toBe(true)
    expect(await faults()).toEqual([])
  })

  it('is erased whole where a process died between its files and its text', async () => {
    const file = await upload(`crash ${Math.random()}`)
    const { id, key } = await corrected({ file: file.id })
    await spine.step('dung', id, 'propose-purge', { ...WHY, edition: 1 })
    const { updateOne } = spine.payload.db
    spine.payload.db.updateOne = async (args) => {
      if (args.collection === 'contents') throw new Error('the database is gone')
      return Reflect.apply(updateOne, spine.payload.db, [args])
    }
    await spine.step('em', id, 'confirm-purge').catch(() => undefined)
    spine.payload.db.updateOne = updateOne
    expect(existsSync(file.publicFile)).toBe(false)
    await reconcile(spine)
    await spine.view('giam', id)
    expect((await logRowsOf(spine.payload, 'letters', key)).filter(({ kind }) => kind === 'purged')).toHaveLength(1)
    expect(await faults()).toEqual([])
  })

  it('leaves alone the same words of another document, which took over the address', async () => {
    const words = { title: `Cùng lời ${Math.random()}`, slug: `cung-loi-${Date.now()}` }
    const { id } = await spine.draft(words)
    await spine.step('an', id, 'submit')
    const moved = { token: spine.tokens.binh, body: { slug: `${words.slug}-2` } }
    expect((await spine.rest('PATCH', `/letters/${id}`, moved)).status).toBe(200)
    for (const person of ['binh', 'chi', 'dung'] as const) await spine.step(person, id, 'approve')
    await save(id, { title: 'Thư đã sửa lời' })
    await spine.publish(id)
    const other = await spine.draft(words)
    await spine.publish(other.id)
    await spine.step('dung', id, 'propose-purge', { ...WHY, edition: 1 })
    await spine.step('em', id, 'confirm-purge')
    const [{ contentHash } = { contentHash: '' }] = await logRowsOf(spine.payload, 'letters', other.key)
    expect(await holding(words.title)).toEqual([contentHash])
    expect(await faults()).toEqual([])
  })

  it('of a withdrawn document does not come back: not restored, and not submitted in the same words', async () => {
    const { id } = await spine.draft({ title: PRIVATE })
    await spine.publish(id)
    await spine.step('dung', id, 'withdraw', WHY)
    await spine.step('dung', id, 'propose-purge', { ...WHY, edition: 1 })
    expect(await spine.step('em', id, 'confirm-purge')).toMatchObject({ state: 'withdrawn', contentHash: null })
    expect(await code('em', id, 'restore', WHY)).toBe('WORKFLOW_WRONG_STATE')
    expect(await code('an', id, 'submit')).toBe('WORKFLOW_WRONG_STATE')
    await save(id, { title: 'Thư không còn dữ liệu cá nhân' })
    await spine.publish(id)
    expect(await spine.view('an', id)).toMatchObject({ state: 'published', edition: 2 })
    expect(await faults()).toEqual([])
  })
})

describe('the refusal to erase', () => {
  it('is a sentence and a code, and changes nothing', async () => {
    const { id, key } = await corrected()
    const propose = (body: object) => code('dung', id, 'propose-purge', body)
    expect(await propose({ edition: 1 })).toBe('WORKFLOW_REASON_MISSING')
    expect(await propose({ ...WHY, edition: 2 })).toBe('CONTENT_INVALID')
    expect(await propose({ ...WHY, edition: 0 })).toBe('CONTENT_INVALID')
    expect(await propose({ ...WHY, edition: '1' })).toBe('CONTENT_INVALID')
    expect(await propose(WHY)).toBe('CONTENT_INVALID')
    expect(await code('chi', id, 'propose-purge', { ...WHY, edition: 1 })).toBe('FORBIDDEN')
    expect(await code('quan', id, 'propose-purge', { ...WHY, edition: 1 })).toBe('FORBIDDEN')
    expect(await code('em', id, 'confirm-purge')).toBe('WORKFLOW_WRONG_STATE')
    await spine.step('dung', id, 'propose-purge', { ...WHY, edition: 1 })
    expect(await code('dung', id, 'confirm-purge')).toBe('WORKFLOW_CONFLICT_OF_DUTY')
    expect(await code('an', id, 'confirm-purge')).toBe('FORBIDDEN')
    await spine.step('em', id, 'decline-purge', { reason: 'Không có dữ liệu cá nhân' })
    expect(await code('em', id, 'confirm-purge')).toBe('WORKFLOW_WRONG_STATE')
    expect((await logRowsOf(spine.payload, 'letters', key)).map(({ kind }) => kind)).toEqual(['published', 'published'])
    expect((await holding(PRIVATE)).length).toBeGreaterThan(0)
  })

  it('is said to whoever may not before anything is searched for', async () => {
    const { id } = await corrected({ file: (await upload(`searched ${Math.random()}`)).id })
    await spine.step('dung', id, 'propose-purge', { ...WHY, edition: 1 })
    const find = vi.spyOn(spine.payload.db, 'find')
    const searched = () =>
      find.mock.calls.filter(
        ([{ collection, where }]) =>
          collection === 'contents' ||
          (collection === 'workflow-events' && JSON.stringify(where).includes('contentHash')),
      ).length
    for (const person of ['an', 'dung', 'giam'] as const) await code(person, id, 'confirm-purge')
    expect(searched()).toBe(0)
    await spine.step('em', id, 'confirm-purge')
    expect(searched()).toBeGreaterThan(0)
    find.mockRestore()
  })

  it('happens once, however often it is confirmed at the same time', async () => {
    const { id, key } = await corrected()
    await spine.step('dung', id, 'propose-purge', { ...WHY, edition: 1 })
    const { seq: expected } = await spine.view('em', id)
    const answers = await Promise.all([1, 2, 3].map(() => spine.act('em', id, 'confirm-purge', { expected })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect((await logRowsOf(spine.payload, 'letters', key)).filter(({ kind }) => kind === 'purged')).toHaveLength(1)
  })
})

describe('the audit', () => {
  it('finds bytes that were erased by hand, whatever the row says of them', async () => {
    const { id, key } = await corrected({ title: `Bị xóa bằng tay ${Math.random()}` })
    const [{ contentHash } = { contentHash: '' }] = await logRowsOf(spine.payload, 'letters', key)
    const where = { hash: { equals: contentHash } }
    const [row] = (await spine.payload.db.find<{ id: string; bytes: string }>({ collection: 'contents', where })).docs
    const data = { bytes: null, purgedReason: 'Dữ liệu cá nhân' }
    await spine.payload.db.updateOne({ collection: 'contents', where, data })
    expect(await faults()).toEqual([{ store: 'contents', place: contentHash, what: 'missing' }])
    expect(await publicFaults(spine.payload)).toMatchObject([
      { store: 'contents', place: contentHash, what: 'missing' },
    ])
    await spine.payload.db.updateOne({ collection: 'contents', where, data: { bytes: row!.bytes, purgedReason: null } })
    expect(await faults()).toEqual([])
    await spine.step('dung', id, 'propose-purge', { ...WHY, edition: 1 })
    await spine.step('em', id, 'confirm-purge')
    await spine.payload.db.updateOne({ collection: 'contents', where, data: { bytes: row!.bytes } })
    expect(await faults()).toEqual([{ store: 'contents', place: contentHash, what: 'was to be erased' }])
    // Looking at the document finishes what was left undone.
    await spine.view('em', id)
    expect(await faults()).toEqual([])
  })
})

// Last: what it leaves in the trail is a fault for good.
describe('a row of the trail that no rule would have written', () => {
  it('erases nothing, and the audit says so', async () => {
    const { id, key } = await corrected()
    const document = `letters:${key}`
    const { state } = await loadStream(spine.payload, document)
    const [{ contentHash: first } = { contentHash: '' }, live] = await logRowsOf(spine.payload, 'letters', key)
    const event = {
      type: 'purged' as const,
      by: { id: spine.ids.em, role: 'head', name: 'em', capacity: '' },
      at: NINE,
      event: 1,
      edition: 1,
      contentHash: first,
      reason: 'Giả mạo',
      texts: [live!.contentHash],
    }
    await appendEvent({ payload: spine.payload, document, event, expected: state.seq, head: state.head })
    await spine.view('em', id)
    // Nor does a forged proposal for what is public help.
    const other = await corrected()
    const loaded = await loadStream(spine.payload, `letters:${other.key}`)
    const [, shown] = await logRowsOf(spine.payload, 'letters', other.key)
    const forged = { ...event, edition: 2, contentHash: shown!.contentHash, texts: [shown!.contentHash] }
    const proposal = { ...forged, type: 'purgeProposed' as const, by: { ...event.by, id: spine.ids.dung } }
    const to = { payload: spine.payload, document: `letters:${other.key}` }
    const { seq } = loaded.state
    const written = await appendEvent({ ...to, event: proposal, expected: seq, head: loaded.state.head })
    if (written.outcome !== 'appended') throw new Error('the proposal was not written')
    await appendEvent({ ...to, event: { ...forged, event: seq + 1 }, expected: seq + 1, head: written.row.hash })
    await spine.view('em', other.id)
    const kept = [first, live!.contentHash, shown!.contentHash]
    expect((await readContents({ payload: spine.payload, hashes: kept })).size).toBe(3)
    expect((await faults()).map(({ what }) => what)).toEqual([
      'was not approved in every step',
      'was not approved in every step',
    ])
  })
})
