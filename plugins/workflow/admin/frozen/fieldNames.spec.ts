import { describe, expect, it } from 'vitest'
import { inFormOrder, namedFields } from './fieldNames.ts'

describe('namedFields', () => {
  it('looks through rows, collapsibles and tabs, in the order of the form', () => {
    const fields = namedFields([
      { name: 'title', type: 'text', label: 'Tiêu đề' },
      {
        type: 'tabs',
        tabs: [
          { label: 'Một', fields: [{ type: 'row', fields: [{ name: 'number', type: 'number' }] }] },
          { name: 'meta', label: 'Hai', fields: [{ name: 'note', type: 'text' }] },
        ],
      },
    ])
    expect(fields.map(({ name }) => name)).toEqual(['title', 'number', 'meta'])
    expect(fields[2]?.fields.map(({ name }) => name)).toEqual(['note'])
  })
})

describe('inFormOrder', () => {
  it('follows the form and leaves out nothing that the form does not know', () => {
    const fields = namedFields([{ name: 'title' }, { name: 'body' }])
    expect(inFormOrder({ extra: 1, body: 2, title: 3 }, fields).map(([name]) => name)).toEqual([
      'title',
      'body',
      'extra',
    ])
  })
})
