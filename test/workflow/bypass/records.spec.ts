import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepTold } from '../../../plugins/workflow/index.ts'
import { type Answer, type Bypass, form, LOGINS, startBypass, WEBVTT, type Who } from './bypassing.ts'
import { RECORDS, type RecordName, recordWrites } from './records.ts'
import { SOME, THREE } from './writes.ts'

let bypass: Bypass
const tried = { cells: 0, twins: 0 }
beforeAll(async () => {
  bypass = await startBypass()
  const tell = keepTold(bypass.portal)
  await tell()
  const { collection, id } = await bypass.shared('videos', 'withdrawn')
  const said = await bypass.rest('editor', 'POST', `/workflow/${collection}/${id}/comments`, { text: 'Rút là phải' })
  expect(said.status).toBe(200)
  await tell()
})
afterAll(async () => {
  console.info(
    `bypass matrix, records, files and globals: ${tried.cells} refused attempts, ${tried.twins} permitted twins`,
  )
  await bypass.portal.stop()
})

describe.each(Object.keys(RECORDS) as RecordName[])('%s', (record) => {
  it('are written by nobody through any operation, and read by who may', async () => {
    const everything = async () =>
      (await bypass.portal.payload.db.find({ collection: record, limit: 0, pagination: false, sort: 'id' })).docs
    const before = await everything()
    expect(before.length).toBeGreaterThan(0)
    const row = before[0] as unknown as { id: string }
    for (const { name, call } of recordWrites(() => bypass, record, row))
      for (const who of [...LOGINS, 'nobody', 'inside'] as const) {
        const { status } = await call(who)
        expect([401, 403], `${name} by ${who}`).toContain(status)
        expect(await everything(), `${name} by ${who}`).toEqual(before)
        tried.cells += 1
      }
    expect(await bypass.rest('auditor', 'GET', `/${record}/${row.id}`)).toMatchObject({
      status: 200,
      doc: { id: row.id },
    })
    expect((await bypass.rest('author', 'GET', `/${record}/${row.id}`)).status).toBe(403)
    tried.twins += 1
  })
})

/** Tries a write beside a document with a file, in one state of each kind, and checks that nothing changed. */
const beside = async (
  whos: readonly Who[],
  call: (who: Who, file: string) => Promise<Answer>,
  answer: (who: Who) => object,
) => {
  for (const state of THREE) {
    const target = await bypass.shared('videos', state)
    const before = await bypass.standing(target)
    for (const who of whos) {
      const said = `${who}, ${state}`
      expect(await call(who, target.file!), said).toMatchObject(answer(who))
      expect(await bypass.standing(target), said).toEqual(before)
      tried.cells += 1
    }
  }
}
const WRITERS: readonly Who[] = ['author', 'author2', 'editor', 'secretary', 'head', 'deputy']
const EVERYBODY: readonly Who[] = [...LOGINS, 'nobody']
const login = { status: 401 }
const forbidden = { status: 403, code: 'FORBIDDEN' }

describe('the file that a document shows', () => {
  const other = () => form('khac.vtt', { alt: 'LEN' }, WEBVTT.replace('bà con', 'người khác'))

  it('is not replaced by anybody, through any door', async () => {
    // Refused before authentication.
    const answer = () => ({ status: 422, code: 'FILE_REFUSED' })
    await beside(EVERYBODY, (who, file) => bypass.rest(who, 'PATCH', `/media/${file}`, other()), answer)
    const bytes = Buffer.from(WEBVTT.replace('bà con', 'người khác'))
    const file = { data: bytes, mimetype: 'text/vtt', name: 'khac.vtt', size: bytes.length }
    await beside(
      ['inside'],
      (who, id) =>
        bypass.inside(who, (as) => bypass.portal.payload.update({ collection: 'media', id, data: {}, file, ...as })),
      answer,
    )
  })

  it('is not removed by anybody over the network', async () => {
    await beside(
      EVERYBODY,
      (who, file) => bypass.rest(who, 'DELETE', `/media/${file}`),
      (who) => (who === 'nobody' ? login : forbidden),
    )
    await beside(
      SOME,
      (who, file) => bypass.gql(who, `mutation { deleteMedia(id: "${file}") { id } }`),
      () => forbidden,
    )
  })

  it('is uploaded anew by who may write, as a file of its own', async () => {
    for (const who of ['author', 'head', 'auditor', 'admin', 'nobody'] as const) {
      const target = await bypass.shared('videos', 'published')
      const before = (await bypass.standing(target)) as { public: unknown; bytes: unknown; media: unknown }
      const { status } = await bypass.rest(who, 'POST', '/media', other())
      expect(status, who).toBe(WRITERS.includes(who) ? 201 : who === 'nobody' ? 401 : 403)
      const { public: shown, bytes, media } = (await bypass.standing(target)) as typeof before
      expect({ shown, bytes, media }).toEqual({ shown: before.public, bytes: before.bytes, media: before.media })
      if (status === 201) tried.twins += 1
      else tried.cells += 1
    }
  })
})

describe('the facts of the portal as a whole', () => {
  const may: readonly Who[] = ['editor', 'head', 'deputy', 'admin']
  const site = async () => bypass.portal.payload.findGlobal({ slug: 'site' })
  const ways: [string, (who: Who) => Promise<Answer>][] = [
    ['REST', (who) => bypass.rest(who, 'POST', '/globals/site', { openingVisits: 7 })],
    ['GraphQL', (who) => bypass.gql(who, 'mutation { updateSite(data: { openingVisits: 7 }) { openingVisits } }')],
    [
      'the process, with access rules',
      (who) =>
        bypass.inside(who, (as) =>
          bypass.portal.payload.updateGlobal({ slug: 'site', data: { openingVisits: 7 }, ...as }),
        ),
    ],
  ]

  it.each(ways)('are written by who may and nobody else over %s, and move no document', async (_, call) => {
    const target = await bypass.shared('videos', 'published')
    const before = await bypass.standing(target)
    const facts = await site()
    for (const who of EVERYBODY.filter((one) => !may.includes(one))) {
      expect((await call(who)).status, who).toBeGreaterThanOrEqual(401)
      expect(await site(), who).toEqual(facts)
      tried.cells += 1
    }
    for (const who of may) {
      expect((await call(who)).status, who).toBe(200)
      tried.twins += 1
    }
    expect(await bypass.standing(target)).toEqual(before)
  })
})
