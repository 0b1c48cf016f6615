/** Name of the portal by language; the first is the fallback. */
export const PORTAL_NAME = {
  vi: 'Cổng thông tin pháp luật',
  km: 'វិបផតថលព័ត៌មានច្បាប់',
  zh: '法律信息门户网站',
  en: 'Legal information portal',
}

/** Name of each collection as a section of the portal, for the titles of its feed. */
export const SECTION_NAMES = {
  directives: { vi: 'Văn bản chỉ đạo', km: 'លិខិតបទដ្ឋាន', zh: '指导文件', en: 'Directives' },
  bulletins: { vi: 'Tin, bản tin', km: 'ព័ត៌មាន', zh: '新闻公报', en: 'Bulletins' },
  videos: { vi: 'Video', km: 'វីដេអូ', zh: '视频', en: 'Videos' },
  notices: { vi: 'Thông báo', km: 'សេចក្តីជូនដំណឹង', zh: '通知', en: 'Notices' },
  pages: { vi: 'Giới thiệu', km: 'អំពីវិបផតថល', zh: '关于本站', en: 'About' },
}
