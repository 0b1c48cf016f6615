interface Titles {
  vi: string
  en: string
  /** Left out where no term is certain: readers then see the Vietnamese one, marked as such. */
  km?: string
  zh?: string
}

export interface Topic {
  slug: string
  title: Titles
  description?: { vi: string; en: string }
}

export interface Audience {
  slug: string
  title: Titles
  /** Whether the law on legal education asks for particular care of this group (Law 14/2012/QH13, articles 17 to 22). */
  priority: boolean
}

/** Subjects that citizens browse and subscribe by. */
export const topics: Topic[] = [
  {
    slug: 'pho-bien-giao-duc-phap-luat',
    title: { vi: 'Phổ biến, giáo dục pháp luật', en: 'Legal education', km: 'ការអប់រំផ្សព្វផ្សាយច្បាប់', zh: '普法教育' },
    description: {
      vi: 'Kế hoạch, mô hình và hoạt động đưa pháp luật đến người dân.',
      en: 'Plans, models and activities that bring the law to people.',
    },
  },
  {
    slug: 'hoa-giai-o-co-so',
    title: { vi: 'Hòa giải ở cơ sở', en: 'Grassroots mediation', km: 'ការផ្សះផ្សានៅមូលដ្ឋាន', zh: '基层调解' },
    description: {
      vi: 'Tổ hòa giải, hòa giải viên và cách giải quyết mâu thuẫn trong cộng đồng.',
      en: 'Mediation teams, mediators and settling disputes in the community.',
    },
  },
  {
    slug: 'tro-giup-phap-ly',
    title: { vi: 'Trợ giúp pháp lý', en: 'Legal aid', km: 'ជំនួយផ្នែកច្បាប់', zh: '法律援助' },
    description: { vi: 'Ai được trợ giúp miễn phí và liên hệ ở đâu.', en: 'Who is helped for free, and where to ask.' },
  },
  {
    slug: 'tiep-can-phap-luat',
    title: {
      vi: 'Chuẩn tiếp cận pháp luật',
      en: 'Access to law',
      km: 'ស្តង់ដារនៃការទទួលបានច្បាប់',
      zh: '法律服务可及标准',
    },
    description: {
      vi: 'Xây dựng xã, phường đạt chuẩn tiếp cận pháp luật.',
      en: 'Communes and wards that meet the standard of access to law.',
    },
  },
  {
    slug: 'hon-nhan-gia-dinh',
    title: {
      vi: 'Hôn nhân, gia đình, bình đẳng giới',
      en: 'Marriage, family, gender equality',
      km: 'អាពាហ៍ពិពាហ៍ គ្រួសារ និងសមភាពយេនឌ័រ',
      zh: '婚姻、家庭、性别平等',
    },
    description: {
      vi: 'Phòng, chống bạo lực gia đình, tảo hôn; quyền của phụ nữ và trẻ em.',
      en: 'Against domestic violence and child marriage; rights of women and children.',
    },
  },
  {
    slug: 'ho-tich-chung-thuc',
    title: {
      vi: 'Hộ tịch, chứng thực',
      en: 'Civil status and certification',
      km: 'អត្រានុកូលដ្ឋាន និងការបញ្ជាក់ឯកសារ',
      zh: '户籍登记与认证',
    },
  },
  {
    slug: 'xay-dung-van-ban',
    title: {
      vi: 'Xây dựng, kiểm tra văn bản',
      en: 'Making and checking of legislation',
      km: 'ការរៀបចំ និងការពិនិត្យលិខិតបទដ្ឋានគតិយុត្ត',
      zh: '法规的制定与审查',
    },
  },
  {
    slug: 'cai-cach-tu-phap',
    title: { vi: 'Cải cách tư pháp', en: 'Judicial reform', km: 'កំណែទម្រង់ប្រព័ន្ធយុត្តិធម៌', zh: '司法改革' },
  },
  {
    slug: 'chuyen-doi-so',
    title: { vi: 'Chuyển đổi số', en: 'Digital transformation', km: 'បរិវត្តកម្មឌីជីថល', zh: '数字化转型' },
  },
]

/** Groups of people that documents address. */
export const audiences: Audience[] = [
  { slug: 'nguoi-dan', title: { vi: 'Người dân', en: 'The public', km: 'ប្រជាពលរដ្ឋ', zh: '公众' }, priority: false },
  {
    slug: 'can-bo-cong-chuc',
    title: {
      vi: 'Cán bộ, công chức, viên chức',
      en: 'Public officials',
      km: 'កម្មាភិបាល និងមន្ត្រីរាជការ',
      zh: '干部和公务员',
    },
    priority: false,
  },
  {
    slug: 'hoi-vien-hoi-luat-gia',
    title: {
      vi: 'Hội viên Hội Luật gia',
      en: 'Members of the Lawyers’ Association',
      km: 'សមាជិកសមាគមអ្នកច្បាប់',
      zh: '法学家协会会员',
    },
    priority: false,
  },
  {
    slug: 'dan-toc-thieu-so',
    title: { vi: 'Đồng bào dân tộc thiểu số', en: 'Ethnic minorities', km: 'ជនជាតិភាគតិច', zh: '少数民族' },
    priority: true,
  },
  {
    slug: 'nguoi-khuyet-tat',
    title: { vi: 'Người khuyết tật', en: 'People with disabilities', km: 'ជនពិការ', zh: '残疾人' },
    priority: true,
  },
  {
    slug: 'nan-nhan-bao-luc-gia-dinh',
    title: {
      vi: 'Nạn nhân bạo lực gia đình',
      en: 'Victims of domestic violence',
      km: 'ជនរងគ្រោះដោយអំពើហិង្សាក្នុងគ្រួសារ',
      zh: '家庭暴力受害者',
    },
    priority: true,
  },
  {
    slug: 'nguoi-lao-dong',
    title: {
      vi: 'Người lao động trong doanh nghiệp',
      en: 'Workers in companies',
      km: 'កម្មករនិយោជិតក្នុងសហគ្រាស',
      zh: '企业职工',
    },
    priority: true,
  },
]
