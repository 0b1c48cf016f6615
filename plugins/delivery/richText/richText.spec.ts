import { describe, expect, it } from 'vitest'
import { block, lawful, text, tree } from '../../../test/support/lawfulTree.ts'
import { plainText } from './plainText.ts'
import { sanitiseTree } from './sanitiseTree.ts'

describe('tree', () => {
  it('keeps a lawful tree as it is', () => {
    expect(sanitiseTree(lawful)).toEqual(lawful)
  })

  it('drops links that run code and members that carry rows of the database', () => {
    const hostile = tree([
      block('link', [text('a')], { fields: { url: 'java\tscript:alert(1)', doc: { value: { password: 'x' } } } }),
      { type: 'upload', relationTo: 'media', value: { id: 1, owner: 'x' } },
    ])
    expect(JSON.stringify(sanitiseTree(hostile))).not.toMatch(/script|password|owner/)
  })
})

it('reads the words of a tree, a line for each block', () => {
  expect(plainText(lawful)).toBe(
    'Nhiệm vụ & giải pháp\nĐậm "nghiêng" <không phải thẻ>\nx\nmột\nhai\nvăn bản\ntrích\nTT\nm2',
  )
})
