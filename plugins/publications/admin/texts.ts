import { ownLanguage } from '../../../lib/text/languages.ts'
import type { Fault } from '../core/trust.ts'

interface Texts {
  heading: string
  explained: string
  places: Record<Fault['store'], (place: string) => string>
  what: Record<Fault['what'], string>
}

const vi: Texts = {
  heading: 'Có nội dung công khai bị sai lệch',
  explained:
    'Những nội dung dưới đây không còn đúng như đã ghi nên tạm thời không hiển thị cho người dân. Xin báo quản trị viên kiểm tra các sổ và khôi phục từ bản sao lưu.',
  places: {
    publications: (place) => `Sổ công bố, dòng ${place.replaceAll('#', '')}`,
    contents: (place) => `Nội dung đã chốt, mã bắt đầu bằng ${place.slice(0, 8)}`,
    files: (place) => `Tệp công khai ${place.slice(place.indexOf('/') + 1)}`,
  },
  what: {
    changed: 'đã bị sửa',
    missing: 'đã bị mất',
    replaced: 'đã bị thay bằng dòng khác',
    unusable: 'không dùng được',
  },
}

const en: Texts = {
  heading: 'Something public is not as it was written',
  explained:
    'What follows is no longer as it was recorded, so the public does not see it. Ask the administrator to verify the logs and to restore it from a backup.',
  places: {
    publications: (place) => `Publications log, row ${place.replaceAll('#', '')}`,
    contents: (place) => `Frozen content beginning with ${place.slice(0, 8)}`,
    files: (place) => `Public file ${place.slice(place.indexOf('/') + 1)}`,
  },
  what: {
    changed: 'was changed',
    missing: 'is missing',
    replaced: 'was replaced by another row',
    unusable: 'cannot be used',
  },
}

/** Texts of a language: Vietnamese or, for every other language, English. */
export const textsIn = (language: string): Texts => ({ vi, en })[ownLanguage(language)]
