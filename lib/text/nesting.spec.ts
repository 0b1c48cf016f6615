import { describe, expect, it } from 'vitest'
import { isOvergrown } from './nesting.ts'

const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth)

describe('a text that is nested too deeply, or holds too many values', () => {
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
    [`[${'1,'.repeat(399_999)}1]`, false],
    [`[${'1,'.repeat(400_000)}1]`, true],
    [`{"a":"${','.repeat(400_001)}"}`, false],
    ['', false],
    [']]]]', false],
  ])('%#', (json, deep) => {
    expect(isOvergrown(json)).toBe(deep)
  })
})
