import { type OwnLanguage, ownLanguage } from '../../../lib/text/languages.ts'
import { type Actor, SYSTEM } from './events.ts'

/** What the system writes into the trail for good. */
interface SystemWords {
  name: string
  capacity: string
  /** Public reason of the withdrawal of an urgent publication that nobody ratified. */
  notRatified: string
  addressTaken: string
  unpublishable: string
}

const WORDS: Record<OwnLanguage, SystemWords> = {
  vi: {
    name: SYSTEM.name,
    capacity: SYSTEM.capacity,
    notRatified: 'Công bố khẩn nhưng không được phê chuẩn trong thời hạn quy định.',
    addressTaken: 'Địa chỉ của văn bản đã thuộc về văn bản khác.',
    unpublishable: 'Nội dung hoặc một tệp của văn bản bị thiếu hoặc đã đổi.',
  },
  en: {
    name: 'System',
    capacity: 'automatic',
    notRatified: 'Published urgently, and not ratified in time.',
    addressTaken: 'The address belongs to another document.',
    unpublishable: 'The content or one of its files is missing or was changed.',
  },
}

/** What the system says in the language of the trail. */
export const systemWords = (language: string): SystemWords => WORDS[ownLanguage(language)]

/** Who acted, as the trail names them: the system in the language of the trail, people as they are. */
export const namedIn = (by: Actor, language: string): Actor => {
  if (by.id !== SYSTEM.id) return by
  const { name, capacity } = systemWords(language)
  return { ...by, name, capacity }
}
