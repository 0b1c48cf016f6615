/** Content locales, the default first. */
export const LOCALES = [
  { code: 'vi', label: 'Tiếng Việt' },
  { code: 'km', label: 'ភាសាខ្មែរ' },
  { code: 'zh', label: '中文' },
  { code: 'en', label: 'English' },
] as const

export const DEFAULT_LOCALE = 'vi'
