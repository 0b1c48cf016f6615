import type { LegalAct, LegalFacts, LegalStatus } from '../../../plugins/delivery/derived/legalStatus.ts'

/** The day on which every cell of the tables is read. */
export const TODAY = '2026-06-15'

type Given = Omit<LegalFacts, 'acts'>
type Act = Pick<LegalAct, 'does' | 'part'>

export const facts = (given: Partial<Given>, ...acts: LegalAct[]): LegalFacts => ({
  effect: 'always',
  ...given,
  acts: () => acts,
})
const ends = (by: LegalFacts): LegalAct => ({ does: 'ends', part: false, by })
const suspends = (by: LegalFacts): LegalAct => ({ does: 'suspends', part: false, by })

/** Words of the tables for a status. */
export const STATUS_WORDS: Record<string, LegalStatus> = {
  'không có': 'none',
  'chưa có hiệu lực': 'notYet',
  'còn hiệu lực': 'inForce',
  'hết hiệu lực một phần': 'partlyExpired',
  'ngưng hiệu lực một phần': 'partlySuspended',
  'ngưng hiệu lực': 'suspended',
  'hết hiệu lực': 'expired',
  'chưa xác định': 'unknown',
}

/** Columns: the document's own days. */
export const OWN_DAYS: Record<string, Pick<Given, 'from' | 'to'>> = {
  'chưa rõ ngày có hiệu lực': {},
  'có hiệu lực từ một ngày sau hôm nay': { from: '2026-09-01' },
  'đã có hiệu lực': { from: '2020-03-01' },
  'đã có hiệu lực, đã qua ngày hết hiệu lực': { from: '2020-03-01', to: '2026-05-31' },
}

/** Headings of the tables: what the other document does. */
export const ACTS: Record<string, Act> = {
  'Thay thế hoặc bãi bỏ toàn bộ': { does: 'ends', part: false },
  'Sửa đổi, bổ sung; thay thế hoặc bãi bỏ một phần': { does: 'ends', part: true },
  'Đình chỉ (ngưng hiệu lực) toàn bộ': { does: 'suspends', part: false },
  'Đình chỉ (ngưng hiệu lực) một phần': { does: 'suspends', part: true },
}

const before = { from: '2026-02-01' }
const early = facts({ from: '2026-01-10' })

/** Rows: the situation of the other document today. */
export const OTHER: Record<string, LegalFacts | undefined> = {
  'không có, hoặc đã gỡ khỏi cổng': undefined,
  'chưa rõ ngày có hiệu lực': facts({}),
  'có hiệu lực từ một ngày sau hôm nay': facts({ from: '2026-07-01' }),
  'có hiệu lực từ hôm nay': facts({ from: TODAY }),
  'đang có hiệu lực': facts(before),
  'đang có hiệu lực, đã bị sửa đổi': facts(before, { does: 'ends', part: true, by: facts({ from: '2026-04-01' }) }),
  'đã có hiệu lực, nay đã qua ngày hết hiệu lực': facts({ ...before, to: '2026-05-01' }),
  'đã có hiệu lực, sau đó bị thay thế hoặc bãi bỏ': facts(before, ends(facts({ from: '2026-04-01' }))),
  'bị thay thế hoặc bãi bỏ trước ngày có hiệu lực': facts(before, ends(early)),
  'bị thay thế hoặc bãi bỏ đúng ngày có hiệu lực': facts(before, ends(facts(before))),
  'đã có hiệu lực, nay đang bị ngưng hiệu lực': facts(before, suspends(facts({ from: '2026-04-01' }))),
  'bị ngưng hiệu lực từ trước ngày có hiệu lực cho đến nay': facts(before, suspends(early)),
  'bị ngưng từ trước ngày có hiệu lực, nay hết bị ngưng': facts(
    before,
    suspends(facts({ from: '2026-01-10', to: '2026-03-31' })),
  ),
  'thuộc loại không có hiệu lực pháp lý': facts({ ...before, effect: 'never' }),
  'do biên tập xác định: chưa xác định hoặc chưa có hiệu lực': facts({ ...before, override: 'unknown' }),
  'chưa rõ ngày, do biên tập xác định: còn hiệu lực': facts({ override: 'inForce' }),
  'đã có hiệu lực, do biên tập xác định: hết hiệu lực': facts({ ...before, override: 'expired' }),
}

/** Types and days of a document that nothing acts on. */
export const EFFECTS: Record<string, LegalFacts['effect']> = {
  'không có hiệu lực pháp lý (kế hoạch, công văn, thông báo …)': 'never',
  'luôn có hiệu lực pháp lý (luật, nghị định, thông tư, quyết định và nghị quyết quy phạm …)': 'always',
  'theo ngày ghi trong văn bản (quyết định cá biệt, chỉ thị, quy chế …)': 'byDates',
}
