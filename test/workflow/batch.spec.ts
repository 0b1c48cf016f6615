import type { TypedUser } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { documentStateOf } from '../../plugins/publications/index.ts'
import { manifestOf, reconcile, verify } from '../../plugins/workflow/index.ts'
import { diesBefore } from '../support/diesBefore.ts'
import { logRowsOf } from '../support/logRows.ts'
import { type Person, type Spine, startSpine } from '../support/spine.ts'

const NINE = '2026-11-27T02:00:00.000Z'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine({ at: NINE })
})
beforeEach(() => spine.clock.set(NINE))
afterAll(() => spine.stop())

let made = 0
/** A letter as an importer leaves it: no person wrote it, or whoever imported it. */
const imported = async (data: object = {}, user?: object) => {
  made += 1
  const slug = `nhap-${made}`
  const row = await spine.payload.create({
    collection: 'letters',
    locale: 'vi',
    ...(user ? { user: user as TypedUser } : {}),
    data: { title: `Thư nhập ${made}`, slug, issuedOn: '2019-05-08', importKey: `key ${made}`, ...data },
  })
  return row as unknown as { id: string | number; key: string; slug: string }
}
interface Line {
  collection: string
  id: string
  contentHash: string
  title: string
  ok: boolean
  because?: string
  publicSince: string | null
}
const list = async (person: Person = 'dung') => {
  const { status, body } = await spine.rest('GET', '/workflow/batch?collection=letters', {
    token: spine.tokens[person],
  })
  expect(status).toBe(200)
  return body as unknown as { manifest: string; documents: Line[]; more: boolean }
}
const listedAs = ({ collection, id, contentHash }: Line) => ({ collection, id, contentHash })
/** Those of the list that a test made. */
const of = async (...letters: { id: string | number }[]) => {
  const ids = letters.map(({ id }) => String(id))
  return (await list()).documents.filter(({ id }) => ids.includes(id)).map(listedAs)
}
const approve = (person: Person | undefined, documents: object[], manifest?: string) =>
  spine.rest('POST', '/workflow/batch', {
    ...(person ? { token: spine.tokens[person] } : {}),
    body: { manifest: manifest ?? manifestOf(documents as Parameters<typeof manifestOf>[0]), documents },
  })
const codes = (body: Record<string, unknown>) => (body.errors as { code: string }[]).map(({ code }) => code)
const rows = ({ key }: { key: string }) => logRowsOf(spine.payload, 'letters', key)

describe('imported texts', () => {
  it('are approved together by one head: public, silent, with their own dates, each with a trail of its own', async () => {
    const letters = [await imported(), await imported({ issuedOn: null }), await imported()]
    const { manifest, documents } = await list()
    expect(manifest).toBe(manifestOf(documents.filter(({ ok }) => ok)))
    const own = await of(...letters)
    const { status, body } = await approve('dung', own)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toEqual({ manifest: manifestOf(own), published: 3, before: 0 })
    for (const letter of letters) expect(await rows(letter)).toMatchObject([{ kind: 'published', major: false }])
    const state = (letter: { key: string }) =>
      documentStateOf({ payload: spine.payload, collection: 'letters', document: letter.key })
    expect(await state(letters[0]!)).toMatchObject({
      live: true,
      publishedAt: '2019-05-07T17:00:00.000Z',
      updatedAt: '2019-05-07T17:00:00.000Z',
    })
    expect(await state(letters[1]!)).toMatchObject({ live: true, publishedAt: NINE })
    const view = await spine.view('giam', String(letters[0]!.id))
    expect(view).toMatchObject({ state: 'published', edition: 1 })
    const told = async (what: string) =>
      (await spine.rest('GET', `/workflow/${what}`, { token: spine.tokens.dung })).body
    // They waited for nobody, so they say nothing about how fast the office is.
    expect(await told('week')).toMatchObject({ published: 3, hours: null })
    expect(await told('report')).toMatchObject({ decisions: 0, overall: null })
    expect((view.timeline as { type: string; by: string }[]).map(({ type, by }) => `${type} ${by}`)).toEqual([
      'submitted dung',
      'approved dung',
      'published dung',
    ])
    expect((await list()).documents.map(({ id }) => id)).not.toContain(String(letters[0]!.id))
    expect((await verify({ payload: spine.payload, anchorsDir: `${spine.dir}/none` })).faults).toEqual([])
  })

  it('go on where a list was interrupted, wherever that was, and nothing is published twice', async () => {
    for (let n = 1; ; n += 1) {
      const letters = [await imported(), await imported()]
      const own = await of(...letters)
      const died = await diesBefore(spine.payload, n, () => approve('dung', own))
      await reconcile(spine)
      const { status, body } = await approve('dung', own)
      expect(status, `before write ${n}: ${JSON.stringify(body)}`).toBe(200)
      for (const letter of letters) {
        expect(await rows(letter)).toHaveLength(1)
        const { timeline } = await spine.view('giam', String(letter.id))
        expect((timeline as { type: string }[]).map(({ type }) => type)).toEqual(['submitted', 'approved', 'published'])
      }
      expect((await approve('em', own)).body).toMatchObject({ published: 0, before: 2 })
      if (!died) break
    }
    expect((await verify({ payload: spine.payload, anchorsDir: `${spine.dir}/none` })).faults).toEqual([])
  })

  it('are public once when two heads approve the same list at the same time', async () => {
    const letters = [await imported(), await imported()]
    const own = await of(...letters)
    const answers = await Promise.all([approve('dung', own), approve('em', own)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers.map(({ body }) => Number(body.published)).reduce((sum, one) => sum + one)).toBe(2)
    for (const letter of letters) expect(await rows(letter)).toHaveLength(1)
  })
})

describe('a list is refused as a whole', () => {
  it('with each reason by document, and nothing is published', async () => {
    const good = await imported()
    const edited = await imported()
    const incomplete = await imported({ title: 'thiếu' })
    const own = await spine.draft()
    const [kept] = await of(good)
    const before = (await of(edited))[0]!
    const change = await spine.rest('PATCH', `/letters/${edited.id}`, {
      token: spine.tokens.an,
      body: { title: 'Sửa sau khi nhập' },
    })
    expect(change.status).toBe(200)
    const lines = (await list()).documents
    const line = (id: string | number) => lines.find((one) => one.id === String(id))
    expect(line(edited.id)).toMatchObject({ ok: false, because: expect.stringMatching(/đã được sửa sau khi nhập/) })
    expect(line(incomplete.id)).toMatchObject({ ok: false, because: expect.stringMatching(/chưa đủ nội dung/) })
    expect(line(own.id)).toBeUndefined()
    const hash = '0'.repeat(64)
    const answer = async (...documents: object[]) => {
      const { status, body } = await approve('dung', [kept!, ...documents])
      return [status, ...codes(body)]
    }
    expect(await answer(before)).toEqual([409, 'WORKFLOW_WRONG_STATE'])
    expect(await answer({ ...kept!, id: String(incomplete.id) })).toEqual([409, 'WORKFLOW_STALE'])
    expect(await answer(listedAs(line(incomplete.id)!))).toEqual([422, 'CONTENT_INVALID'])
    expect(await answer({ collection: 'letters', id: String(own.id), contentHash: hash })).toEqual([
      409,
      'WORKFLOW_WRONG_STATE',
    ])
    expect(await answer({ collection: 'tags', id: '1', contentHash: hash })).toEqual([404, 'NOT_FOUND'])
    expect(await answer({ collection: 'letters', id: '999999', contentHash: hash })).toEqual([404, 'NOT_FOUND'])
    expect(await rows(good)).toEqual([])
    expect(await spine.view('an', String(good.id))).toMatchObject({ state: 'draft', seq: 0 })
  })

  it('from whoever is no head, without a login, with another manifest, and when it is malformed', async () => {
    const letter = await imported()
    const own = await of(letter)
    for (const person of ['an', 'binh', 'chi', 'giam', 'quan'] as const) {
      expect(codes((await approve(person, own)).body)).toEqual(['FORBIDDEN'])
      const { status } = await spine.rest('GET', '/workflow/batch', { token: spine.tokens[person] })
      expect(status).toBe(403)
    }
    expect((await approve(undefined, own)).status).toBe(401)
    expect(codes((await approve('dung', own, 'f'.repeat(64))).body)).toEqual(['CONTENT_INVALID'])
    expect(codes((await approve('dung', [...own, ...own])).body)).toEqual(['CONTENT_INVALID'])
    for (const body of [
      {},
      { manifest: 'x', documents: own },
      { manifest: 'f'.repeat(64), documents: [] },
      [],
      'x',
      null,
    ])
      expect((await spine.rest('POST', '/workflow/batch', { token: spine.tokens.dung, body })).status).toBe(422)
    const many = Array.from({ length: 501 }, (_, at) => ({ ...own[0]!, id: String(at) }))
    expect((await approve('dung', many)).status).toBe(422)
    expect((await spine.rest('GET', '/workflow/batch?collection=users', { token: spine.tokens.dung })).status).toBe(404)
    expect(await rows(letter)).toEqual([])
  })

  it('when a head wrote one of the texts', async () => {
    const user = await spine.payload.findByID({ collection: 'users', id: spine.ids.dung })
    const letter = await imported({}, { ...user, collection: 'users' })
    const line = (await list()).documents.find(({ id }) => id === String(letter.id))!
    expect(line.ok).toBe(false)
    const refused = await approve('dung', [listedAs(line)])
    expect([refused.status, ...codes(refused.body)]).toEqual([403, 'WORKFLOW_CONFLICT_OF_DUTY'])
    expect(await rows(letter)).toEqual([])
    expect((await approve('em', [listedAs(line)])).status).toBe(200)
  })
})
