export interface Territory {
  code: string
  kind: 'province' | 'district' | 'commune'
  name: { vi: string; en: string; zh?: string }
  /** Code of the place it belongs to. */
  parent?: string
  /** First and last day, `YYYY-MM-DD`; left out where it is not known for certain. */
  validFrom?: string
  validTo?: string
  /** Codes of the places that took its area over. */
  successors?: string[]
  legalBasis?: string
}

const MERGER = 'Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội'
const TWO_LEVELS = 'Nghị quyết số 203/2025/QH15 của Quốc hội; Luật Tổ chức chính quyền địa phương số 72/2025/QH15'
/** Last day of the former provinces and of all districts. */
const LAST_DAY = '2025-06-30'

const district = (code: string, vi: string, en: string): Territory => ({
  code,
  kind: 'district',
  name: { vi, en },
  parent: 'soc-trang',
  validTo: LAST_DAY,
  successors: ['can-tho'],
  legalBasis: TWO_LEVELS,
})

/** Places that documents of the portal name, each after those it points to. */
export const territories: Territory[] = [
  {
    code: 'can-tho',
    kind: 'province',
    name: { vi: 'Thành phố Cần Thơ', en: 'Can Tho City', zh: '芹苴市' },
    validFrom: '2004-01-01',
    legalBasis: `Nghị quyết số 22/2003/QH11 của Quốc hội; mở rộng theo ${MERGER}`,
  },
  {
    code: 'soc-trang',
    kind: 'province',
    name: { vi: 'Tỉnh Sóc Trăng', en: 'Soc Trang Province', zh: '朔庄省' },
    validTo: LAST_DAY,
    successors: ['can-tho'],
    legalBasis: MERGER,
  },
  {
    code: 'hau-giang',
    kind: 'province',
    name: { vi: 'Tỉnh Hậu Giang', en: 'Hau Giang Province', zh: '后江省' },
    validFrom: '2004-01-01',
    validTo: LAST_DAY,
    successors: ['can-tho'],
    legalBasis: MERGER,
  },
  district('thanh-pho-soc-trang', 'Thành phố Sóc Trăng', 'Soc Trang Town'),
  district('thi-xa-nga-nam', 'Thị xã Ngã Năm', 'Nga Nam Town'),
  district('thi-xa-vinh-chau', 'Thị xã Vĩnh Châu', 'Vinh Chau Town'),
  district('huyen-chau-thanh', 'Huyện Châu Thành', 'Chau Thanh District'),
  district('huyen-cu-lao-dung', 'Huyện Cù Lao Dung', 'Cu Lao Dung District'),
  district('huyen-ke-sach', 'Huyện Kế Sách', 'Ke Sach District'),
  district('huyen-long-phu', 'Huyện Long Phú', 'Long Phu District'),
  district('huyen-my-tu', 'Huyện Mỹ Tú', 'My Tu District'),
  district('huyen-my-xuyen', 'Huyện Mỹ Xuyên', 'My Xuyen District'),
  district('huyen-thanh-tri', 'Huyện Thạnh Trị', 'Thanh Tri District'),
  district('huyen-tran-de', 'Huyện Trần Đề', 'Tran De District'),
]
