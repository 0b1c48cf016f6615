import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoDocuments, isFirstRun, seedDemo, writeDemoDocument } from '../../src/seed/index.ts'
import { type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const published = async (): Promise<Record<string, unknown>[]> =>
  (
    await portal.payload.find({
      collection: 'publications',
      where: { kind: { equals: 'published' } },
      pagination: false,
      overrideAccess: true,
    })
  ).docs as unknown as Record<string, unknown>[]

describe('the demonstration', () => {
  it('is loaded to the end after a stop in the middle, and then never again', async () => {
    const { payload } = portal
    const [first] = demoDocuments
    await writeDemoDocument({ payload, document: first! })
    expect(await isFirstRun(payload)).toBe(true)

    await seedDemo({ payload })
    expect(await isFirstRun(payload)).toBe(false)
    const meantForThePublic = demoDocuments.filter(({ keepDraft }) => !keepDraft)
    expect(await published()).toHaveLength(meantForThePublic.length)

    await seedDemo({ payload })
    expect(await published()).toHaveLength(meantForThePublic.length)
  })

  it('leaves one draft with its author, who learns what it still lacks', async () => {
    const { payload } = portal
    const draft = demoDocuments.find(({ keepDraft }) => keepDraft)!
    const { collection, id, created } = await writeDemoDocument({ payload, document: draft })
    expect(created).toBe(false)
    const token = await portal.as('author')
    expect(await portal.rest('GET', `/workflow/${collection}/${id}`, { token })).toMatchObject({
      status: 200,
      body: { state: 'draft', seq: 0 },
    })
    const answer = await portal.rest('POST', `/workflow/${collection}/${id}/submit`, { token, body: { expected: 0 } })
    expect(answer.status).toBe(422)
    const [error] = answer.body.errors as { code: string; fields: { path: string }[] }[]
    expect(error!.code).toBe('CONTENT_INVALID')
    expect(error!.fields.map(({ path }) => path)).toEqual(['number', 'issuedOn'])
  })
})
