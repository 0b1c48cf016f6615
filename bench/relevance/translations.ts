import type { TopicKey } from './topics/index.ts'

type Translated = [topic: TopicKey, language: 'km' | 'zh', title: string]

const inKhmer: [TopicKey, string][] = [
  ['births', 'នីតិវិធីចុះបញ្ជីកំណើតសម្រាប់កុមារ'],
  ['births', 'ការចុះបញ្ជីកំណើតនៅឃុំ'],
  ['births', 'សំណួរចម្លើយអំពីការចុះបញ្ជីកំណើត'],
  ['marriages', 'ការចុះបញ្ជីអាពាហ៍ពិពាហ៍ជាមួយជនបរទេស'],
  ['marriages', 'លក្ខខណ្ឌអាពាហ៍ពិពាហ៍តាមច្បាប់'],
  ['legalAid', 'ជំនួយផ្នែកច្បាប់ឥតគិតថ្លៃសម្រាប់គ្រួសារក្រីក្រ'],
  ['legalAid', 'ជំនួយផ្នែកច្បាប់សម្រាប់ជនជាតិខ្មែរ'],
  ['legalAid', 'កន្លែងស្នើសុំជំនួយផ្នែកច្បាប់'],
  ['land', 'ច្បាប់ដីធ្លីឆ្នាំ២០២៤'],
  ['land', 'ចំណុចថ្មីនៃច្បាប់ដីធ្លី'],
  ['land', 'សិទ្ធិរបស់អ្នកប្រើប្រាស់ដីធ្លី'],
  ['mediation', 'ការដោះស្រាយវិវាទនៅមូលដ្ឋាន'],
  ['mediation', 'តួនាទីអ្នកសម្របសម្រួលក្នុងការដោះស្រាយវិវាទ'],
  ['violence', 'ការបង្ការអំពើហិង្សាក្នុងគ្រួសារ'],
  ['violence', 'ការជួយជនរងគ្រោះដោយហិង្សាក្នុងគ្រួសារ'],
  ['healthInsurance', 'ធានារ៉ាប់រងសុខភាពសម្រាប់គ្រួសារ'],
  ['healthInsurance', 'ការទូទាត់ថ្លៃព្យាបាលធានារ៉ាប់រងសុខភាព'],
  ['traffic', 'សុវត្ថិភាពចរាចរណ៍ផ្លូវគោក'],
  ['traffic', 'ការពិន័យចរាចរណ៍ចំពោះអ្នកបើកបរស្រវឹង'],
  ['drugs', 'ការបង្ការគ្រឿងញៀនក្នុងសាលារៀន'],
  ['drugs', 'គ្រោះថ្នាក់នៃគ្រឿងញៀន'],
  ['complaints', 'នីតិវិធីបណ្ដឹងតវ៉ា និងបរិហារ'],
  ['elections', 'ការបោះឆ្នោតជ្រើសរើសតំណាងរាស្ត្រ'],
  ['identity', 'ការធ្វើអត្តសញ្ញាណប័ណ្ណសម្រាប់កុមារ'],
]

const inChinese: [TopicKey, string][] = [
  ['births', '出生登记办理指南'],
  ['births', '儿童出生登记问答'],
  ['marriages', '涉外结婚登记须知'],
  ['marriages', '结婚登记的条件'],
  ['legalAid', '法律援助申请指南'],
  ['legalAid', '贫困户免费法律援助'],
  ['legalAid', '残疾人法律援助问答'],
  ['land', '2024年土地法新规定'],
  ['land', '土地法关于征收的规定'],
  ['landCertificates', '土地使用权证首次办理'],
  ['mediation', '基层调解员手册'],
  ['mediation', '基层调解典型案例'],
  ['violence', '预防家庭暴力'],
  ['violence', '家庭暴力受害人求助电话'],
  ['healthInsurance', '家庭医疗保险缴费标准'],
  ['healthInsurance', '医疗保险报销流程'],
  ['traffic', '道路交通安全法问答'],
  ['traffic', '酒后驾车处罚规定'],
  ['drugs', '校园禁毒宣传'],
  ['drugs', '禁毒法常识'],
  ['complaints', '投诉举报程序'],
  ['identity', '居民身份证换领须知'],
  ['identity', '儿童身份证办理'],
  ['adoption', '收养子女登记程序'],
]

/** Titles of leaflets in the other languages of the province, by what they are about. */
export const translations: Translated[] = [
  ...inKhmer.map(([topic, title]): Translated => [topic, 'km', title]),
  ...inChinese.map(([topic, title]): Translated => [topic, 'zh', title]),
]
