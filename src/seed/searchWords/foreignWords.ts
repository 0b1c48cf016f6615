/** Chinese terms in short and in full. */
const CHINESE: string[][] = [
  ['酒驾', '酒后驾车', '酒后驾驶'],
  ['医保', '医疗保险'],
  ['社保', '社会保险'],
  ['家暴', '家庭暴力'],
  ['法援', '法律援助'],
  ['普法', '法律宣传', '法律宣传教育'],
  ['户口', '户籍'],
  ['鞭炮', '烟花爆竹', '爆竹'],
  ['结婚证', '结婚登记'],
  ['出生证', '出生登记'],
  ['身份证', '居民身份证'],
  ['驾照', '驾驶证'],
  ['居留证', '居留许可'],
]

/** Khmer words with two spellings, and colloquial names for a document. */
const KHMER: string[][] = [
  ['ទូរស័ព្ទ', 'ទូរសព្ទ'],
  ['អត្តសញ្ញាណប័ណ្ណ', 'អត្តសញ្ញាណបណ្ណ'],
  ['សំបុត្រកំណើត', 'ចុះបញ្ជីកំណើត', 'បញ្ជីកំណើត'],
  ['រៀបការ', 'អាពាហ៍ពិពាហ៍'],
  ['លែងលះ', 'លែងគ្នា'],
]

const ENGLISH: string[][] = [
  ['wedding', 'marriage'],
  ['drink driving', 'drunk driving'],
  ['birth certificate', 'birth registration'],
  ['red book', 'land use right certificate'],
  ['free lawyer', 'legal aid'],
]

/** Synonyms in the other languages. */
export const foreignWords: string[][] = [...CHINESE, ...KHMER, ...ENGLISH]
