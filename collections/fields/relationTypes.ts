/** Relations between documents, told from the one that holds them; the other way round is derived when read. */
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
