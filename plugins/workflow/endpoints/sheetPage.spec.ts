import { expect, it } from 'vitest'
import type { WorkflowView } from '../useCases/view.ts'
import { sheetPage } from './sheetPage.ts'

const view = {
  state: 'in_review',
  round: 2,
  edition: 0,
  contentHash: 'a'.repeat(64),
  timeline: [
    { seq: 1, type: 'submitted', at: '2026-11-27T02:00:00.000Z', by: 'Sơn Thị Hạnh', capacity: 'Chuyên viên' },
    {
      seq: 2,
      type: 'returned',
      at: '2026-11-27T03:30:00.000Z',
      by: 'Lê Minh Châu',
      capacity: 'Biên tập viên',
      step: 'Biên tập',
      reason: '<script>alert(1)</script> & sửa',
    },
  ],
} as unknown as WorkflowView

it('a sheet says who did what, in which capacity, when and why, and runs nothing that was typed', () => {
  const printed = { title: '84/KH-UBND – Kế hoạch <b>', view, printedAt: '2026-11-28T00:00:00.000Z' }
  const page = sheetPage({ ...printed, lang: 'vi' })
  expect(page).toContain('84/KH-UBND – Kế hoạch &lt;b&gt;')
  expect(page).toContain('27/11/2026 09:00')
  expect(page).toContain('Lê Minh Châu\nBiên tập viên')
  expect(page).toContain('Trả lại để sửa – Biên tập')
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; sửa')
  expect(page).not.toContain('<script')
  expect(sheetPage({ ...printed, lang: 'fr' })).toContain('APPROVAL SHEET')
})
