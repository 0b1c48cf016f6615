/** Relation types, as seen from the document that holds them; the inverse is derived at read time. */
export const RELATION_TYPES = [
  ['amends', 'Sửa đổi, bổ sung', 'Amends'],
  ['replaces', 'Thay thế', 'Replaces'],
  ['abrogates', 'Bãi bỏ', 'Abrogates'],
  ['corrects', 'Đính chính', 'Corrects'],
  ['suspends', 'Đình chỉ', 'Suspends'],
  ['guides', 'Hướng dẫn', 'Guides'],
  ['basedOn', 'Căn cứ', 'Based on'],
  ['implements', 'Triển khai', 'Implements'],
  ['consolidates', 'Hợp nhất', 'Consolidates'],
  ['references', 'Viện dẫn', 'References'],
] as const
