import fc from 'fast-check'
import { type DocumentNode, getOperationAST, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { exceeded, measure } from './limits.ts'

const sizeOf = (query: string) => {
  const document: DocumentNode = parse(query)
  return measure(document, getOperationAST(document)!)
}

describe('the size of a GraphQL operation', () => {
  it('counts levels, aliases, directives and fields', () => {
    expect(sizeOf('{ a { b: c { d @skip(if: false) } } e }')).toEqual({
      depth: 3,
      aliases: 1,
      directives: 1,
      fields: 4,
      roots: 2,
    })
  })

  it('counts a fragment wherever it is spread', () => {
    const size = sizeOf('{ x { ...F } y { ...F } } fragment F on T { a b { c } }')
    expect(size).toMatchObject({ fields: 8, depth: 3, roots: 2 })
  })

  it('counts the fields of a fragment at the top as operations', () => {
    expect(sizeOf('{ ...F ...F } fragment F on Query { a b }').roots).toBe(4)
  })

  it('calls a fragment that contains itself too deep', () => {
    const size = sizeOf('{ ...F } fragment F on T { a { ...F } }')
    expect(size.depth).toBeGreaterThan(1_000_000)
  })

  it('stops counting at a billion where fragments double thirty times over, and does so at once', () => {
    const levels = Array.from({ length: 40 }, (_, i) => `fragment F${i} on T { a { ...F${i + 1} } b { ...F${i + 1} } }`)
    const size = sizeOf(`{ ...F0 } ${levels.join(' ')} fragment F40 on T { c }`)
    expect(size.fields).toBe(1_000_000_000)
  })

  it('is as deep as the braces of a plain query', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (depth) => {
        const query = `${'{ a '.repeat(depth)}${'}'.repeat(depth)}`
        expect(sizeOf(query).depth).toBe(depth)
      }),
    )
  })
})

describe('the limits of an operation', () => {
  const limits = { depth: 2, aliases: 1, directives: 1, fields: 3, roots: 2 }

  it('lets through what keeps within all of them', () => {
    expect(exceeded(limits, limits)).toBeUndefined()
  })

  it.each([
    ['depth', 'QUERY_TOO_DEEP'],
    ['aliases', 'QUERY_TOO_MANY_ALIASES'],
    ['directives', 'QUERY_TOO_MANY_DIRECTIVES'],
    ['fields', 'QUERY_TOO_COSTLY'],
    ['roots', 'QUERY_TOO_COSTLY'],
  ] as const)('names %s when it is too much', (name, code) => {
    expect(exceeded({ ...limits, [name]: limits[name] + 1 }, limits)?.extensions.code).toBe(code)
  })
})
