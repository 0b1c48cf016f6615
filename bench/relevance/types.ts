/** Types of directives in the corpus, by the codes of their numbers. A letter's number has no code. */
export const types = {
  KH: { name: 'Kế hoạch', openings: ['Kế hoạch', 'Kế hoạch triển khai', 'Kế hoạch'] },
  QĐ: { name: 'Quyết định', openings: ['Quyết định về việc', 'Quyết định phê duyệt phương án'] },
  CV: { name: 'Công văn', openings: ['Công văn về việc', 'V/v'] },
  TB: { name: 'Thông báo', openings: ['Thông báo về việc', 'Thông báo kết luận cuộc họp về'] },
  CT: { name: 'Chỉ thị', openings: ['Chỉ thị về', 'Chỉ thị tiếp tục'] },
  BC: { name: 'Báo cáo', openings: ['Báo cáo kết quả', 'Báo cáo sơ kết', 'Báo cáo tổng kết'] },
  NQ: { name: 'Nghị quyết', openings: ['Nghị quyết về'] },
  HD: { name: 'Hướng dẫn', openings: ['Hướng dẫn'] },
  CĐ: { name: 'Công điện', openings: ['Công điện về việc'] },
  CTr: { name: 'Chương trình', openings: ['Chương trình'] },
  TTr: { name: 'Tờ trình', openings: ['Tờ trình về việc'] },
} as const

export type TypeCode = keyof typeof types
