/** What can stand on the home page of the website: its name for people, and how many entries it shows of itself. */
export const HOME_PARTS = {
  notices: { label: { vi: 'Thông báo', en: 'Notices' }, count: 3 },
  directives: { label: { vi: 'Văn bản chỉ đạo mới', en: 'Newest directives' }, count: 6 },
  videos: { label: { vi: 'Video', en: 'Videos' }, count: 1 },
  bulletins: { label: { vi: 'Tin, bản tin', en: 'Bulletins' }, count: 6 },
  topics: { label: { vi: 'Chủ đề', en: 'Topics' }, count: 12 },
  visits: { label: { vi: 'Số lượt truy cập', en: 'Visit counter' }, count: 1 },
} as const

/** Most entries of one part. */
export const MOST_ENTRIES = 20

/** Most entries of the menu, and of one below an entry. */
export const MOST_MENU_ENTRIES = 12
