import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson, sha256 } from './canonical.ts'

it('sorts members and leaves undefined out', () => {
  expect(canonicalJson({ b: 1, a: undefined, c: [null, 'x'] })).toBe('{"b":1,"c":[null,"x"]}')
})

it('gives one spelling to composed and decomposed Vietnamese', () => {
  expect(canonicalJson('Kế hoạch'.normalize('NFD'))).toBe(canonicalJson('Kế hoạch'))
})

it('survives a round trip and does not depend on the order of members', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
      expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(text)
    }),
  )
})

it('hashes the bytes of UTF-8', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})
