import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ListFilter } from '../../plugins/delivery/catalogue/list.ts'
import type { Catalogue } from '../../plugins/delivery/readCatalogue.ts'
import { searchWords } from '../../src/seed/searchWords/index.ts'
import { lastingCatalogue } from './support/catalogue.ts'
import { memoryLog, plan } from './support/log.ts'

const NOW = '2026-06-01T00:00:00.000Z'

/** Titles as printed in the provinces, by the keys that the table below expects. */
const TITLES: Record<string, string> = {
  luatgia:
    'Kế hoạch triển khai thực hiện Đề án “Phát huy vai trò của Hội Luật gia các cấp trong công tác phổ biến, giáo dục pháp luật giai đoạn 2024 - 2030” trên địa bàn tỉnh Sóc Trăng',
  hoagiai: 'Kế hoạch nâng cao năng lực đội ngũ hòa giải viên ở cơ sở giai đoạn 2024 - 2030',
  hoagiai2: 'Hoạt động hòa giải cơ sở tại xã Viên An',
  tgpl: 'Tăng cường trợ giúp pháp lý cho người nghèo, người dân tộc thiểu số',
  khaisinh: 'Hướng dẫn đăng ký khai sinh, khai tử trên môi trường điện tử',
  kethon: 'Quyết định công bố thủ tục hành chính về đăng ký kết hôn có yếu tố nước ngoài',
  baoluc: 'Hoạt động truyền thông giáo dục về bạo lực gia đình và tảo hôn',
  datdai: 'Những điểm mới của Luật Đất đai năm 2024',
  sodo: 'Thủ tục cấp giấy chứng nhận quyền sử dụng đất lần đầu',
  thuhoi: 'Quy định về bồi thường, hỗ trợ, tái định cư khi Nhà nước thu hồi đất',
  nongdo: 'Xử phạt vi phạm nồng độ cồn đối với người điều khiển xe mô tô, xe gắn máy',
  cancuoc: 'Những điều cần biết về Luật Căn cước',
  bhyt: 'Hỗ trợ đóng bảo hiểm y tế cho hộ gia đình làm nông nghiệp',
  bhxh: 'Phổ biến Luật Bảo hiểm xã hội sửa đổi',
  thamnhung: 'Kế hoạch phòng, chống tham nhũng, tiêu cực năm 2025',
  maTuy: 'Tuyên truyền phòng, chống ma túy trong trường học',
  pccc: 'Công điện về tăng cường công tác phòng cháy, chữa cháy mùa khô',
  tiepcong: 'Thông báo lịch tiếp công dân định kỳ của Chủ tịch Ủy ban nhân dân tỉnh',
  hdnd: 'Nghị quyết của Hội đồng nhân dân tỉnh về mức chi cho công tác hòa giải',
  lylich: 'Cấp Phiếu lý lịch tư pháp qua VNeID',
  thuake: 'Hỏi đáp về thừa kế theo di chúc',
  lyhon: 'Thủ tục thuận tình ly hôn tại Tòa án',
  laodong: 'Hợp đồng lao động và quyền nghỉ phép của người lao động',
  cho: 'Quy chế quản lý chợ trên địa bàn tỉnh',
  hoadon: 'Hóa đơn điện tử đối với hộ kinh doanh',
  khmer: 'Tài liệu pháp luật song ngữ cho đồng bào Khmer',
  cctp: 'Kết quả hoạt động của Ban Chỉ đạo Cải cách tư pháp tỉnh năm 2023',
  chuandoc: 'Xây dựng xã, phường, thị trấn đạt chuẩn tiếp cận pháp luật',
  tamtru: 'Hướng dẫn đăng ký tạm trú, tạm vắng qua Cổng dịch vụ công',
  diennang: 'Giá bán lẻ điện sinh hoạt',
}
const NUMBERS: Record<string, string> = {
  luatgia: '84/KH-UBND',
  hoagiai: '05/KH-UBND',
  kethon: '1234/QĐ-UBND',
  thuhoi: '42/2024/QĐ-UBND',
  thamnhung: '184/KH-UBND',
  pccc: '84/CĐ-UBND',
  hdnd: '36/NQ-HĐND',
}

/** Typed queries, and the title that each must find. */
const QUERIES: [typed: string, key: string][] = [
  // Without diacritics; in a different word order; with an incomplete word.
  ['trien khai de an hoi luat gia', 'luatgia'],
  ['hội luật gia phổ biến giáo dục pháp luật', 'luatgia'],
  ['hoa giai vien co so', 'hoagiai'],
  ['hoà giải viên', 'hoagiai'],
  ['tro giup phap ly nguoi ngheo', 'tgpl'],
  ['người nghèo trợ giúp pháp lý', 'tgpl'],
  ['khai sin', 'khaisinh'],
  ['luat dat dai', 'datdai'],
  ['đất đai luật mới', 'datdai'],
  // Everyday language.
  ['tôi muốn làm giấy khai sinh cho con thì phải làm sao', 'khaisinh'],
  ['lam giay khai sinh cho con o dau', 'khaisinh'],
  ['làm sổ đỏ lần đầu', 'sodo'],
  ['thủ tục làm bìa đỏ', 'sodo'],
  ['nhà nước lấy đất đền bù bao nhiêu', 'thuhoi'],
  ['uống rượu bia lái xe máy bị phạt thế nào', 'nongdo'],
  ['chồng đánh vợ', 'baoluc'],
  ['lấy chồng sớm', 'baoluc'],
  ['muốn ly dị', 'lyhon'],
  ['thủ tục li hôn thuận tình', 'lyhon'],
  ['luật sư miễn phí cho người nghèo', 'tgpl'],
  ['cưới người nước ngoài đăng ký ở đâu', 'kethon'],
  ['làm thẻ căn cước', 'cancuoc'],
  ['lịch gặp chủ tịch tỉnh tiếp dân', 'tiepcong'],
  ['di chúc chia thừa kế', 'thuake'],
  ['mua bảo hiểm y tế hộ gia đình', 'bhyt'],
  ['nghỉ phép người lao động', 'laodong'],
  ['tien dien sinh hoat', 'diennang'],
  ['đăng kí tạm trú', 'tamtru'],
  ['xin lý lịch tư pháp', 'lylich'],
  ['dang ki tam tru', 'tamtru'],
  ['li lich tu phap', 'lylich'],
  ['hoi dong nhan dan muc chi hoa giai', 'hdnd'],
  ['cho tren dia ban', 'cho'],
  ['bao luc gia dinh phai lam sao', 'baoluc'],
  ['hợp đồng lao động của tôi có được nghỉ không', 'laodong'],
  ['thu hoi dat boi thuong', 'thuhoi'],
  ['phòng cháy chữa cháy mùa khô', 'pccc'],
  ['luật căn cước có gì mới', 'cancuoc'],
  ['tang cuong tiep can phap luat o xa', 'chuandoc'],
  ['chống ma tuý trường học', 'maTuy'],
  ['hoa don dien tu ho kinh doanh', 'hoadon'],
  // Abbreviations, in both directions.
  ['PBGDPL hội luật gia', 'luatgia'],
  ['TGPL', 'tgpl'],
  ['BHYT', 'bhyt'],
  ['pccc', 'pccc'],
  ['PCTN 2025', 'thamnhung'],
  ['UBND tỉnh tiếp công dân', 'tiepcong'],
  ['hđnd mức chi', 'hdnd'],
  ['CCTP', 'cctp'],
  ['LLTP', 'lylich'],
  // Numbers in any spelling.
  ['84/KH-UBND', 'luatgia'],
  ['84 kh ubnd', 'luatgia'],
  ['84-KH-UBND', 'luatgia'],
  ['số 84/KH-UBND', 'luatgia'],
  ['kế hoạch số 84/KH-UBND ngày 08/5/2024', 'luatgia'],
  ['84 / KH – UBND', 'luatgia'],
  ['084/kh-ubnd', 'luatgia'],
  ['84/2024/KH-UBND', 'luatgia'],
  ['5/KH-UBND', 'hoagiai'],
  ['QĐ 1234', 'kethon'],
  ['42/2024/QĐ-UBND', 'thuhoi'],
  ['36/NQ-HDND', 'hdnd'],
  ['84KH-UBND', 'luatgia'],
  ['84khubnd', 'luatgia'],
  ['kế hoạch 84', 'luatgia'],
  ['42/2024/qdubnd', 'thuhoi'],
  // Typing errors, and Telex typed with the input method switched off.
  ['khai sihn', 'khaisinh'],
  ['hoaf giari vieen', 'hoagiai'],
  ['thuwaf kees', 'thuake'],
  ['lylichtuphap', 'lylich'],
  ['bảo hiem y te', 'bhyt'],
  ['nòng đô cồn', 'nongdo'],
]

let read: Catalogue
beforeAll(async () => {
  const log = memoryLog()
  for (const [key, title] of Object.entries(TITLES))
    log.append({ document: key }, plan({ title, ...(NUMBERS[key] ? { number: NUMBERS[key] } : {}) }))
  log.append({ document: 'km' }, plan({ title: { '@vi': 'Đề án', '@km': 'ផែនការអនុវត្តគម្រោងអប់រំច្បាប់' } }))
  log.append({ document: 'zh' }, plan({ title: { '@vi': 'Cẩm nang', '@zh': '法律援助申请指南' } }))
  log.append(
    { document: 'long' },
    plan({ title: 'Báo cáo tổng hợp', summary: { '@vi': Object.values(TITLES).join('. ') } }),
  )
  read = (await lastingCatalogue(log, searchWords)).read
})

const ask = (q: string, filter: Partial<ListFilter> = {}) =>
  read.finder.search({ q, collections: ['plans'], filter: { facets: {}, ...filter }, now: NOW })
const found = (q: string, filter: Partial<ListFilter> = {}) =>
  ask(q, filter).ranked.map(({ id }) => read.byId(id)!.state.document)

describe('a search', () => {
  it.each(QUERIES)('for "%s" answers with the title that was meant first', (typed, key) => {
    expect(found(typed)[0]).toBe(key)
  })

  it.each(['khong co gi nhu the nay xyz', 'qwertyuiop', '%$#', '', '   ', '\u0000', '"*(', '\ud800', '、。'])(
    'for %j finds nothing rather than anything',
    (typed) => {
      expect(found(typed)).toEqual([])
    },
  )

  it('takes Ủy and Uỷ, hòa and hoà, upper and lower case, composed and decomposed for one', () => {
    for (const [one, other] of [
      ['Ủy ban nhân dân', 'Uỷ ban nhân dân'],
      ['hòa giải', 'hoà giải'],
      ['hòa giải', 'HÒA GIẢI'],
      ['đất đai', 'đất đai'.normalize('NFD')],
      ['đất đai', 'Ðất đai'],
    ] as const)
      expect(found(one)).toEqual(found(other))
  })

  it('puts the marks that were typed before others that fold alike', () => {
    expect(found('hóa')[0]).toBe('hoadon')
    expect(found('hòa')[0]).toMatch(/^hoagiai|^hdnd/)
    expect(found('chợ')[0]).toBe('cho')
    expect(new Set(found('hoa'))).toEqual(new Set(found('hóa')))
  })

  it('takes the last word as unfinished only while nobody wrote it', () => {
    expect(found('khai si')).toContain('khaisinh')
    expect(found('hoi luat gia')).not.toContain('hoagiai')
  })

  it('does not let a number of another document in when one bears it', () => {
    for (const typed of ['84/KH-UBND', '84 kh ubnd', '184/KH-UBND']) expect(found(typed)).toHaveLength(1)
  })

  it('finds Khmer by its words, together and apart, and Chinese by any run of characters', () => {
    for (const typed of ['គម្រោង', 'អនុវត្តគម្រោង', 'ច្បាប់ អប់រំ']) expect(found(typed)[0], typed).toBe('km')
    for (const typed of ['法律', '援助', '法律援助', '申请法律援助', '指南']) expect(found(typed)[0], typed).toBe('zh')
    expect(found('民法典')).toEqual([])
  })

  it('is understood by the filter of a list too, which asks for everything', () => {
    const listed = (typed: string) => {
      const filter = { facets: {}, match: read.finder.match(typed) }
      const sort = { name: '-publishedAt', column: 'published_at', descending: true } as const
      const request = { collection: 'plans', filter, sort, limit: 100, from: { offset: 0 }, now: undefined }
      return read.list(request).documents.map(({ state }) => state.document)
    }
    expect(listed('PBGDPL của luật gia')).toEqual(['long', 'luatgia'])
    expect(listed('84 kh ubnd')).toEqual(['luatgia'])
    expect(listed('luật gia không có gì như vậy')).toEqual([])
    expect(read.finder.match('"*(')).toBeUndefined()
  })

  it('keeps to the filters', () => {
    expect(found('đề án', { facets: { language: 'km' } })).toEqual(['km'])
    expect(found('đề án', { facets: { language: ['km', 'zh'] } })).toEqual(['km'])
    expect(found('84/KH-UBND', { facets: { language: 'zh' } })).toEqual([])
    expect(found('hoa giai', { from: '2030-01-01' })).toEqual([])
  })

  it('answers anything that is typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({
        unit: fc.constantFrom(...'"*(){}:^-+NEAR AND OR NOT áđ84/\u0000\ud800ក法 '.split('')),
        maxLength: 200,
      }),
      fc
        .array(fc.constantFrom('ke', 'hoach', 'hoa', 'giai', 'cua', 'PBGDPL', '84/KH-UBND', 'zzzz', '援助'), {
          maxLength: 60,
        })
        .map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(typed, (q) => {
        const { ranked } = ask(q)
        expect(ranked.every(({ score }) => Number.isFinite(score))).toBe(true)
      }),
      { numRuns: 600 },
    )
  })
})
