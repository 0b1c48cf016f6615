import { describe, expect, it } from 'vitest'
import type { FrozenContent, JsonObject } from '../../../publications/index.ts'
import { nameOf, papersOf } from './content.ts'

const content = (fields: object, locales = ['vi']): FrozenContent => ({
  format: 1,
  collection: 'directives',
  locales,
  fields: fields as JsonObject,
})
const file = (sha256: string, mimeType: string) => ({ sha256, mimeType, filename: sha256, size: 3 })

describe('the name of a document', () => {
  const text = content({ numberAndSymbol: '84/KH-UBND', title: { '@vi': 'Kế hoạch', '@km': 'ផែនការ' } }, ['vi', 'km'])

  it.each([
    [['numberAndSymbol', 'title'], 'vi', '84/KH-UBND – Kế hoạch'],
    [['title'], 'km', 'ផែនការ'],
    [['title'], 'zh', 'Kế hoạch'],
    [['issueNo', 'title'], 'vi', 'Kế hoạch'],
    [['none'], 'vi', ''],
  ])('of %j in %s', (cited, language, name) => {
    expect(nameOf(text, cited, language)).toBe(name)
  })

  it('leaves out what says nothing in one line', () => {
    expect(
      nameOf(content({ title: { '@vi': '  ' }, topics: ['a'], number: 84 }), ['title', 'topics', 'number'], 'vi'),
    ).toBe('84')
  })
})

describe('papers of a text', () => {
  it('are its files at any depth, each once, PDF first, without what stands in the text', () => {
    const [pdf, docx] = [file('b', 'application/pdf'), file('a', 'application/vnd.oasis.opendocument.text')]
    const fields = {
      poster: file('c', 'image/webp'),
      file: file('d', 'video/webm'),
      files: [docx, pdf],
      groups: [{ heading: 'Nhóm', attachment: pdf }],
      body: { html: '<p>x</p>', lexical: {} },
      link: { collection: 'directives', key: 'x' },
      nothing: null,
    }
    expect(papersOf(content(fields))).toEqual([pdf, docx])
  })
})
