import type { Payload } from 'payload'
import type { Choice, OfferedChoices } from '../../plugins/digest/index.ts'
import { DEFAULT_LOCALE } from './locales.ts'

const COLLECTIONS: Record<string, Record<string, string>> = {
  directives: { vi: 'Văn bản chỉ đạo', en: 'Directives', km: 'លិខិតបទដ្ឋាន', zh: '指导文件' },
  bulletins: { vi: 'Tin, bản tin', en: 'Bulletins', km: 'ព័ត៌មាន', zh: '新闻公报' },
  videos: { vi: 'Video', en: 'Videos', km: 'វីដេអូ', zh: '视频' },
  notices: { vi: 'Thông báo', en: 'Notices', km: 'សេចក្តីជូនដំណឹង', zh: '通知' },
}

type Labels = Partial<Record<string, string | null>>

/** Label in a language; falls back to the portal's own language, and says so. */
const choice = (value: string, labels: Labels, locale: string): Choice => {
  const label = labels[locale]
  return label ? { value, label } : { value, label: labels[DEFAULT_LOCALE] ?? value, language: DEFAULT_LOCALE }
}

/** Subscription choices for citizens, by stable key: collections, and the reference data that is offered to them. */
export const subscriptionChoices = async ({
  payload,
  locale,
}: {
  payload: Payload
  locale: string
}): Promise<Required<OfferedChoices>> => {
  const { compare } = new Intl.Collator(locale)
  const rows = async (collection: string, key: string, label: string): Promise<Choice[]> => {
    const found = await payload.find({
      collection,
      depth: 0,
      limit: 500,
      pagination: false,
      locale: 'all',
      overrideAccess: true,
    })
    return (found.docs as unknown as (Record<string, string & Labels> & { subscribable?: boolean | null })[])
      .map((row) => ({
        ...choice(row[key]!, row[label]!, locale),
        ...(row.subscribable !== false ? {} : { offered: false }),
      }))
      .sort((a, b) => Number(b.language === undefined) - Number(a.language === undefined) || compare(a.label, b.label))
  }
  const [topics, territories, audiences, documentTypes] = await Promise.all([
    rows('topics', 'slug', 'title'),
    rows('territories', 'code', 'name'),
    rows('audiences', 'slug', 'title'),
    rows('document-types', 'code', 'name'),
  ])
  return {
    collections: Object.entries(COLLECTIONS).map(([value, labels]) => choice(value, labels, locale)),
    topics,
    territories,
    audiences,
    documentTypes,
  }
}
