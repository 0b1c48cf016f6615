import { readdirSync, readFileSync } from 'node:fs'
import { buildSchema, findBreakingChanges, parse, printSchema, specifiedRules, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PublicSide, startPublicSide } from './support/publicSide.ts'

let side: PublicSide
beforeAll(async () => {
  side = await startPublicSide()
})
afterAll(() => side.stop())

describe('the public schema', () => {
  // API clients rely on the schema. Review the difference, then run `npx vitest run test/delivery/schema.spec.ts -u`.
  it('is the one that is written down', async () => {
    await expect(`${printSchema(side.delivery.schema)}\n`).toMatchFileSnapshot('../../plugins/delivery/schema.graphql')
  })

  // Websites in use were written for it. It changes with a major version alone.
  it('breaks nothing of what was promised', () => {
    const promised = buildSchema(readFileSync('plugins/delivery/schema.promised.graphql', 'utf8'))
    expect(findBreakingChanges(promised, side.delivery.schema).map(({ description }) => description)).toEqual([])
  })

  it('is compared with the promise so that a field less is seen', () => {
    const [promised, less] = ['type Query { a: Int b: Int }', 'type Query { a: Int }'].map((text) => buildSchema(text))
    expect(findBreakingChanges(promised!, less!)).toHaveLength(1)
  })

  it('has no field for what is not marked public', () => {
    const names = JSON.stringify(
      Object.values(side.delivery.schema.getTypeMap()).map((type) => ('getFields' in type ? type.getFields() : {})),
    )
    for (const hidden of ['createdBy', 'internalNote', 'naturalKey', 'contributors', 'captionExemption', 'unit'])
      expect(names).not.toContain(`"${hidden}"`)
  })

  it('can be read by tools through introspection', async () => {
    const { getIntrospectionQuery } = await import('graphql')
    const { status, body } = await side.ask(getIntrospectionQuery())
    expect([status, body.errors]).toEqual([200, undefined])
  })
})

describe('the queries of the website’s pages', () => {
  const folder = 'docs/queries'
  it.each(readdirSync(folder))('%s is answered', async (file) => {
    const query = readFileSync(`${folder}/${file}`, 'utf8')
    expect(validate(side.delivery.schema, parse(query), specifiedRules)).toEqual([])
    expect(await side.ask(query)).toMatchObject({ status: 200 })
  })
})
