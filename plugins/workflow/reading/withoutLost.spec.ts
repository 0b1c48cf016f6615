import type { Field } from 'payload'
import { expect, it } from 'vitest'
import { withoutLost } from './withoutLost.ts'

it('drops what leads nowhere, at any depth, and keeps all else', () => {
  const fields = [
    { name: 'title', type: 'text' },
    { type: 'row', fields: [{ name: 'one', type: 'relationship', relationTo: 'a' }] },
    {
      type: 'tabs',
      tabs: [
        { label: 'x', fields: [{ name: 'many', type: 'relationship', relationTo: ['a', 'b'], hasMany: true }] },
        { name: 'named', fields: [{ name: 'file', type: 'upload', relationTo: 'media' }] },
      ],
    },
    { name: 'rows', type: 'array', fields: [{ name: 'target', type: 'relationship', relationTo: 'a' }] },
  ] as Field[]
  const there = { id: '1', title: 'Có' }
  expect(
    withoutLost(
      {
        title: 'Thư',
        one: 'gone',
        many: [
          { relationTo: 'a', value: there },
          { relationTo: 'b', value: 'gone' },
        ],
        named: { file: 'gone', alt: 'x' },
        rows: [{ target: there }, { target: 'gone', note: 'y' }],
        editedBy: 'an',
      },
      fields,
    ),
  ).toEqual({
    title: 'Thư',
    one: null,
    many: [{ relationTo: 'a', value: there }],
    named: { file: null, alt: 'x' },
    rows: [{ target: there }, { target: null, note: 'y' }],
    editedBy: 'an',
  })
})
