import { expect, it } from 'vitest'
import { readArticle } from '../../src/importer/core/article.ts'
import { readDirectives } from '../../src/importer/core/directives.ts'
import { readEffect } from '../../src/importer/core/effect.ts'
import { furnitureOf } from '../../src/importer/core/furniture.ts'
import { mentionsIn } from '../../src/importer/core/issuing.ts'
import { readPages } from '../../src/importer/core/pages.ts'
import { signatureOf } from '../../src/importer/core/signature.ts'
import { FLOODS } from '../text/support/floods.ts'
import { outgrows } from '../text/support/growth.ts'

const TODAY = '2026-11-24'
/** A very long page; quadratic time for this length takes seconds. */
const SIGNS = 40_000

/** What pages are made of, in masses: sentences and lines that the readers stop at. */
const HEAPS: Record<string, string> = {
  'reports of one document': 'Ngày 08/5/2024, UBND tỉnh ban hành Kế hoạch số 84/KH-UBND về hộ tịch. ',
  'one sentence of numbers': 'Quyết định số 08/2015/QĐ-UBND ngày 03/02/2015 của UBND tỉnh và ',
  abrogations: 'bãi bỏ khoản 2 Điều 5 Quyết định số 9/2016/QĐ-UBND; ',
  'days of effect': 'có hiệu lực từ 0 giờ ngày 01/7/2024 đến hết ngày 02/7/2024, ',
  'effect in other words': 'Quyết định có hiệu lực từ đầu quý III. ',
  advisers: 'Sở Tư pháp tham mưu trình UBND tỉnh, ',
  signers: 'Phó Chủ tịch UBND tỉnh Nguyễn Văn A ',
  'lines of furniture': 'Chia sẻ Facebook Zalo In bài viết\n',
  'lines of days': '29/01/2024 15:29    158\n',
  'lines of units': 'Phòng Phổ biến, giáo dục pháp luật\n',
  'lines of persons': 'Nguyễn Văn A – Trần Thị B\n',
  'lines of properties': 'Ngày có hiệu lực: 01/10/2024\n',
  'numbered lines': '1. Một nhiệm vụ\n',
  'lines of counts': '120\n',
  breadcrumbs: 'Trang chủ » ',
  'quoted programmes': 'Đề án “Đưa pháp luật về xã” ',
  periods: 'Thời gian thực hiện từ năm ',
}

const heap = (unit: string) => (length: number) => unit.repeat(Math.ceil(length / unit.length))

/** Reports of as many documents as there is room for. */
const manyReports = (length: number): string => {
  const one = (at: number) => `Ngày 08/5/2024, UBND tỉnh ban hành Kế hoạch số ${at}/KH-UBND về hộ tịch ở xã. `
  return Array.from({ length: Math.ceil(length / one(100).length) }, (_, at) => one(at + 1)).join('')
}

const article = (text: string) => ({
  title: 'Quy định mới về hộ tịch',
  paragraphs: text.split('\n'),
  authors: [],
  notes: [],
})

const READERS: [string, (text: string) => unknown][] = [
  ['readPages', (text) => readPages(text, TODAY)],
  [
    'readPages, within an article',
    (text) => readPages(`Một tiêu đề dài hơn ba mươi ký tự\n${text}\nHết bài.\n`, TODAY),
  ],
  ['readArticle', (text) => readArticle(text.split('\n'))],
  ['readDirectives', (text) => readDirectives(article(text))],
  ['mentionsIn', mentionsIn],
  ['readEffect', (text) => readEffect(text.split('\n'), () => false, '2024-03-05')],
  [
    'readEffect, of its own number',
    (text) => readEffect([`Quyết định có hiệu lực ${text} ngày 01/7/2024`], () => true),
  ],
  ['furnitureOf', furnitureOf],
  ['signatureOf', signatureOf],
]

it.each(READERS)('%s takes no more time for a page of heaps than the page is long', (_, read) => {
  const heaps = [
    ...Object.entries(HEAPS).map(([name, unit]) => ({ name, of: heap(unit) })),
    { name: 'reports', of: manyReports },
  ]
  const slow = heaps.map(({ name, of }) => [name, outgrows(read, of, SIGNS)])
  expect(slow.filter(([, took]) => took !== undefined)).toEqual([])
})

it('a file of very many lines is read', () => {
  expect(readPages(`Một tiêu đề dài hơn ba mươi ký tự\n${'a\n'.repeat(150_000)}`, TODAY)).toHaveLength(1)
})

it.each(READERS)('%s takes no more time for a flood than the flood is long', (_, read) => {
  const slow = FLOODS.map(({ name, of }) => [name, outgrows(read, of, SIGNS)])
  expect(slow.filter(([, took]) => took !== undefined)).toEqual([])
})
