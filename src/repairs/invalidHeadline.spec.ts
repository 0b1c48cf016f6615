import { describe, expect, it } from 'vitest'
import { invalidHeadline } from './invalidHeadline.ts'

/** Payload's form turns everything after the first colon into a list, split at commas. */
const rowsOf = (sentence: string): string[] => {
  const colon = sentence.indexOf(':')
  return colon < 0 ? [] : sentence.slice(colon + 1).split(',')
}

describe('the sentence over a form that could not be saved', () => {
  it.each([
    [[{ label: 'Mã', path: 'slug', message: 'Mã chỉ gồm chữ, số, dấu chấm và gạch nối.' }]],
    [[{ path: 'number', message: 'Trùng với văn bản: số, ký hiệu và năm.' }]],
    [
      [
        { label: 'Nhóm nhiệm vụ, giải pháp', path: 'taskGroups', message: 'Xin điền mục này.' },
        { label: 'Số: chữ, dấu', path: 'number', message: 'Xin điền mục này.' },
      ],
    ],
  ])('is not cut to pieces by the commas in it (%j)', (fields) => {
    for (const language of ['vi', 'en'] as const) expect(rowsOf(invalidHeadline(fields, language))).toEqual([])
  })

  it('says what is wrong where it is one thing, and names each field once where it is more', () => {
    const missing = { label: 'Tên', path: 'name', message: 'Xin điền mục này.' }
    expect(invalidHeadline([missing], 'vi')).toBe('Tên – Xin điền mục này.')
    const twice = [
      missing,
      { label: 'Mục tiêu, chỉ tiêu', path: 'a.0.b', message: 'x' },
      { ...missing, path: 'a.1.name' },
    ]
    expect(invalidHeadline(twice, 'vi')).toBe('Chưa lưu được; còn 3 mục cần sửa – Tên; Mục tiêu, chỉ tiêu.')
    expect(invalidHeadline(twice, 'en')).toBe('Not saved yet; 3 fields need a look – Tên; Mục tiêu, chỉ tiêu.')
  })

  it('leaves an address whole', () => {
    expect(invalidHeadline([{ path: 'url', message: 'Địa chỉ phải bắt đầu bằng https://.' }], 'vi')).toBe(
      'Địa chỉ phải bắt đầu bằng https://.',
    )
  })
})
