import type { DeliveryOptions } from '../../plugins/delivery/index.ts'

type Verbs = NonNullable<DeliveryOptions['collections'][string]['relations']>['verbs']

/** Label before the name of the other document, in the public languages. */
type Words = [vi: string, km: string, zh: string, en: string]

const words = ([vi, km, zh, en]: Words) => ({ vi, km, zh, en })

const verb = (type: string, forth: Words, inverse: string, back: Words): Verbs => ({
  [type]: { verb: words(forth), inverse: { type: inverse, verb: words(back) } },
})

/** Relation types between documents, with a label for each end. */
export const relationVerbs: Verbs = {
  ...verb('amends', ['Sửa đổi, bổ sung', 'កែប្រែ និងបំពេញបន្ថែម', '修改、补充', 'Amends'], 'amendedBy', [
    'Được sửa đổi, bổ sung bởi',
    'ត្រូវបានកែប្រែ និងបំពេញបន្ថែមដោយ',
    '被下列文件修改、补充',
    'Amended by',
  ]),
  ...verb('replaces', ['Thay thế', 'ជំនួស', '取代', 'Replaces'], 'replacedBy', [
    'Được thay thế bởi',
    'ត្រូវបានជំនួសដោយ',
    '被下列文件取代',
    'Replaced by',
  ]),
  ...verb('abrogates', ['Bãi bỏ', 'និរាករណ៍', '废止', 'Abrogates'], 'abrogatedBy', [
    'Bị bãi bỏ bởi',
    'ត្រូវបាននិរាករណ៍ដោយ',
    '被下列文件废止',
    'Abrogated by',
  ]),
  ...verb('corrects', ['Đính chính', 'កែតម្រូវ', '更正', 'Corrects'], 'correctedBy', [
    'Được đính chính bởi',
    'ត្រូវបានកែតម្រូវដោយ',
    '被下列文件更正',
    'Corrected by',
  ]),
  ...verb('suspends', ['Đình chỉ', 'ព្យួរ', '中止执行', 'Suspends'], 'suspendedBy', [
    'Bị đình chỉ bởi',
    'ត្រូវបានព្យួរដោយ',
    '被下列文件中止执行',
    'Suspended by',
  ]),
  ...verb('guides', ['Hướng dẫn', 'ណែនាំ', '指导', 'Guides'], 'guidedBy', [
    'Được hướng dẫn bởi',
    'ត្រូវបានណែនាំដោយ',
    '受下列文件指导',
    'Guided by',
  ]),
  ...verb('basedOn', ['Căn cứ', 'ផ្អែកលើ', '依据', 'Based on'], 'basisOf', [
    'Là căn cứ của',
    'ជាមូលដ្ឋាននៃ',
    '是下列文件的依据',
    'Basis of',
  ]),
  ...verb('implements', ['Triển khai', 'អនុវត្ត', '贯彻实施', 'Implements'], 'implementedBy', [
    'Được triển khai bởi',
    'ត្រូវបានអនុវត្តដោយ',
    '由下列文件贯彻实施',
    'Implemented by',
  ]),
  ...verb('consolidates', ['Hợp nhất', 'រួមបញ្ចូល', '合并', 'Consolidates'], 'consolidatedBy', [
    'Được hợp nhất bởi',
    'ត្រូវបានរួមបញ្ចូលដោយ',
    '被下列文件合并',
    'Consolidated by',
  ]),
  ...verb('references', ['Viện dẫn', 'យោងតាម', '引用', 'References'], 'referencedBy', [
    'Được viện dẫn bởi',
    'ត្រូវបានយោងដោយ',
    '被下列文件引用',
    'Referenced by',
  ]),
}
