import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { termRecorder } from '../../src/process/rounds.ts'
import { seedDemo } from '../../src/seed/index.ts'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

let side: PublicSide
beforeAll(async () => {
  side = await startPublicSide({ at: '2026-11-24T03:00:00.000Z' })
  await seedDemo({ payload: side.payload })
  await termRecorder(side)()
  await side.delivery.tail()
})
afterAll(() => side.stop())

/** Whether the response to a field of a query contains any data. */
const saysSomething = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0
  if (value === null || typeof value !== 'object') return value !== null
  const { docs, hits } = value as { docs?: unknown[]; hits?: unknown[] }
  return saysSomething(docs ?? hits ?? Object.keys(value))
}

describe('on the demonstration', () => {
  const folder = 'docs/queries'
  it.each(readdirSync(folder))('the sample %s shows something, as it stands', async (file) => {
    const { status, body } = await side.ask(readFileSync(`${folder}/${file}`, 'utf8'))
    expect([status, body.errors]).toEqual([200, undefined])
    for (const [field, value] of Object.entries(body.data!))
      expect([field, saysSomething(value)]).toEqual([field, true])
  })

  it('the sample of an old address leads to where its document is now', async () => {
    const { body } = await side.ask(readFileSync(`${folder}/9-removed.graphql`, 'utf8'))
    const { kind, redirectTo } = body.data!.removed as { kind: string; redirectTo: string }
    expect(kind).toBe('redirected')
    const { body: there } = await side.ask('query($url: String!) { directive(url: $url) { number } }', {
      url: redirectTo,
    })
    expect(there.data).toEqual({ directive: { number: 84 } })
  })
})
