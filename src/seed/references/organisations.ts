export interface Organisation {
  code: string
  name: { vi: string; en: string }
  shortName: { vi: string; en: string }
  /** Code of a territory. */
  territory: string
  /** Code of the body it belongs to. */
  parent?: string
  /** Last day, `YYYY-MM-DD`. */
  validTo?: string
  /** Codes of the bodies that carry on its duties. */
  successors?: string[]
  legalBasis?: string
}

const ended = (successor: string) => ({
  territory: 'soc-trang',
  validTo: '2025-06-30',
  successors: [successor],
  legalBasis: 'Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội',
})

/** Bodies that issue and carry out the portal's documents, each after those it points to. */
export const organisations: Organisation[] = [
  {
    code: 'ubnd-tp-can-tho',
    name: { vi: 'Ủy ban nhân dân thành phố Cần Thơ', en: "People's Committee of Can Tho City" },
    shortName: { vi: 'UBND thành phố Cần Thơ', en: 'Can Tho PC' },
    territory: 'can-tho',
  },
  {
    code: 'ubnd-tinh-soc-trang',
    name: { vi: 'Ủy ban nhân dân tỉnh Sóc Trăng', en: "People's Committee of Soc Trang Province" },
    shortName: { vi: 'UBND tỉnh Sóc Trăng', en: 'Soc Trang PC' },
    ...ended('ubnd-tp-can-tho'),
  },
  {
    code: 'so-tu-phap-tp-can-tho',
    name: { vi: 'Sở Tư pháp thành phố Cần Thơ', en: 'Department of Justice of Can Tho City' },
    shortName: { vi: 'Sở Tư pháp', en: 'Department of Justice' },
    territory: 'can-tho',
    parent: 'ubnd-tp-can-tho',
  },
  {
    code: 'so-tu-phap-tinh-soc-trang',
    name: { vi: 'Sở Tư pháp tỉnh Sóc Trăng', en: 'Department of Justice of Soc Trang Province' },
    shortName: { vi: 'Sở Tư pháp tỉnh Sóc Trăng', en: 'Soc Trang Department of Justice' },
    parent: 'ubnd-tinh-soc-trang',
    ...ended('so-tu-phap-tp-can-tho'),
  },
  {
    code: 'phong-pbgdpl',
    name: { vi: 'Phòng Phổ biến, giáo dục pháp luật', en: 'Legal Education Division' },
    shortName: { vi: 'Phòng PBGDPL', en: 'Legal Education Division' },
    territory: 'can-tho',
    parent: 'so-tu-phap-tp-can-tho',
  },
  {
    code: 'hoi-dong-pbgdpl-tp-can-tho',
    name: {
      vi: 'Hội đồng phối hợp phổ biến, giáo dục pháp luật thành phố Cần Thơ',
      en: 'Coordinating Council for Legal Education of Can Tho City',
    },
    shortName: { vi: 'Hội đồng phối hợp PBGDPL thành phố', en: 'Legal Education Council' },
    territory: 'can-tho',
  },
  {
    code: 'hoi-dong-pbgdpl-tinh-soc-trang',
    name: {
      vi: 'Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh Sóc Trăng',
      en: 'Coordinating Council for Legal Education of Soc Trang Province',
    },
    shortName: { vi: 'Hội đồng phối hợp PBGDPL tỉnh Sóc Trăng', en: 'Soc Trang Legal Education Council' },
    ...ended('hoi-dong-pbgdpl-tp-can-tho'),
  },
  {
    code: 'hoi-luat-gia-tp-can-tho',
    name: { vi: 'Hội Luật gia thành phố Cần Thơ', en: 'Lawyers’ Association of Can Tho City' },
    shortName: { vi: 'Hội Luật gia thành phố', en: 'Lawyers’ Association' },
    territory: 'can-tho',
  },
  {
    code: 'hoi-luat-gia-tinh-soc-trang',
    name: { vi: 'Hội Luật gia tỉnh Sóc Trăng', en: 'Lawyers’ Association of Soc Trang Province' },
    shortName: { vi: 'Hội Luật gia tỉnh Sóc Trăng', en: 'Soc Trang Lawyers’ Association' },
    ...ended('hoi-luat-gia-tp-can-tho'),
  },
]
