import { describe, expect, it } from 'vitest'
import { isTooDeep } from './nesting.ts'

const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth)

describe('how deep a text is nested', () => {
  it.each([
    [nested(128), false],
    [nested(129), true],
    [nested(129, '{"a":', '}'), true],
    [nested(65, '[{"a":', '}]'), true],
    [nested(9_000), true],
    // Side by side, or within words, is not deep.
    [`[${'[],'.repeat(1_000)}[]]`, false],
    [`{"a":"${'['.repeat(1_000)}"}`, false],
    [`{"a":"\\"${'['.repeat(1_000)}"}`, false],
    [`["\\\\",${nested(128)}]`, true],
    ['', false],
    [']]]]', false],
  ])('%#', (json, deep) => {
    expect(isTooDeep(json)).toBe(deep)
  })
})
