import { describe, expect, it } from 'vitest'
import { formatDocumentNumber } from '../../lib/text/documentNumber.ts'
import { readDirectives } from '../../src/importer/core/directives.ts'
import { mentionsIn } from '../../src/importer/core/issuing.ts'
import { readPages } from '../../src/importer/core/pages.ts'

const TODAY = '2026-11-24'

describe('the issuer', () => {
  const issuerIn = (sentence: string) => mentionsIn(sentence)[0]!.issuer

  it.each([
    ['Sở Tư pháp đã tham mưu UBND tỉnh ban hành Kế hoạch số 89/KH-UBND', 'UBND tỉnh'],
    ['Ông Nguyễn Văn A, Phó Chủ tịch UBND tỉnh, vừa ký Quyết định số 30/QĐ-UBND', 'UBND tỉnh'],
    ['Kế hoạch số 30/KH-UBND do Phó Chủ tịch UBND tỉnh Lê Thị B ký ban hành ngày 5/3/2024', 'UBND tỉnh'],
    ['Sở Tư pháp trình UBND tỉnh Lâm Đồng ban hành Quyết định số 12/2024/QĐ-UBND', 'UBND tỉnh Lâm Đồng'],
    ['Phòng Tư pháp tham mưu cho UBND huyện Trần Đề ban hành Kế hoạch số 5/KH-UBND', 'UBND huyện Trần Đề'],
    ['Sở Tư pháp phối hợp với Sở Nội vụ tham mưu UBND tỉnh ban hành Kế hoạch số 31/KH-UBND', 'UBND tỉnh'],
    ['Sở Tư pháp phối hợp với Sở Nội vụ ban hành Kế hoạch số 31/KH-STP', 'Sở Tư pháp'],
    ['Sở Tài chính tham mưu, trình HĐND tỉnh thông qua Nghị quyết số 7/2024/NQ-HĐND', 'HĐND tỉnh'],
    ['Phó Chủ tịch UBND tỉnh Nguyễn Văn A ký Kế hoạch số 40/KH-UBND', 'UBND tỉnh'],
    ['Ngày 3/4/2024, Chủ tịch UBND tỉnh Trần Văn B ban hành Chỉ thị số 4/CT-UBND', 'UBND tỉnh'],
    ['Chủ tịch UBND tỉnh Thừa Thiên Huế ký ban hành Quyết định số 9/QĐ-UBND', 'UBND tỉnh Thừa Thiên Huế'],
    ['Chủ tịch UBND thành phố Huế Võ Lê Nhật ký ban hành Chỉ thị số 12/CT-UBND', 'UBND thành phố Huế'],
    ['(QTO) - UBND tỉnh vừa có Quyết định số 355/QĐ-UBND', 'UBND tỉnh'],
    ['Chủ tịch UBND tỉnh Hà Giang Lâm Thị Hà ký Quyết định số 9/QĐ-UBND', 'UBND tỉnh Hà Giang'],
    [
      'Đồng chí Lê Văn C - Phó Chủ tịch UBND thành phố Hồ Chí Minh ký Công văn số 77/UBND-NC',
      'UBND thành phố Hồ Chí Minh',
    ],
    ['Giám đốc Sở Tư pháp ký Công văn số 302/STP-PBGDPL', 'Sở Tư pháp'],
    ['Bộ trưởng Bộ Tư pháp Lê Thành Long ký Quyết định số 1907/QĐ-BTP', 'Bộ Tư pháp'],
    ['Phó Thủ tướng Chính phủ Trần Văn D ký Quyết định số 345/QĐ-TTg', 'Thủ tướng Chính phủ'],
    ['Chánh Văn phòng UBND tỉnh ký Công văn số 12/VPUB-NC', 'Văn phòng UBND tỉnh'],
    ['Trưởng ban Tổ chức Tỉnh ủy ký Hướng dẫn số 06-HD/BTCTU', 'Ban Tổ chức Tỉnh ủy'],
    ['Kế hoạch số 84/KH-UBND được UBND tỉnh ban hành ngày 8/5/2024', 'UBND tỉnh'],
    ['Kế hoạch số 84/KH-UBND ngày 8/5/2024 của Chủ tịch UBND tỉnh về hộ tịch', 'UBND tỉnh'],
    ['Thường trực HĐND tỉnh ban hành Kế hoạch số 3/KH-HĐND', 'Thường trực HĐND tỉnh'],
    [
      'Ngày 4/3/2024, Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh ban hành Kế hoạch số 8/KH-HĐPH',
      'Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh',
    ],
    [
      'Kế hoạch số 8/KH-HĐPH ngày 4/3/2024 của Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh về hộ tịch',
      'Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh',
    ],
    ['Sở Văn hóa, Thể thao và Du lịch ban hành Kế hoạch số 8/KH-SVHTTDL', 'Sở Văn hóa, Thể thao và Du lịch'],
    ['Công văn số 8/SGTVT-VP ngày 4/3/2024 của Sở Giao thông vận tải về bến đò', 'Sở Giao thông vận tải'],
    ['Hướng dẫn số 6-HD/BTCTU ngày 4/3/2024 của Ban Tổ chức Tỉnh ủy về kiểm điểm', 'Ban Tổ chức Tỉnh ủy'],
    ['Thông tư số 6/2024/TT-BXD của Bộ Xây dựng quy định về cấp phép', 'Bộ Xây dựng'],
    ['Sở Tư pháp tham mưu, trình UBND tỉnh ký ban hành Kế hoạch số 9/KH-UBND', 'UBND tỉnh'],
  ])('of “%s” is the body without adviser or person', (sentence, name) => {
    expect(issuerIn(sentence).name).toBe(name)
  })

  it.each([
    'Giám đốc Sở Tư pháp ký Kế hoạch số 89/KH-UBND',
    'Chánh Văn phòng ký Công văn số 18/UBND-NC',
    'Theo đề nghị của Sở Tư pháp UBND tỉnh ban hành Kế hoạch số 89/KH-UBND',
    'Sở Nội vụ ban hành Quyết định số 5/2024/QĐ-UBND',
  ])('of “%s” stays empty, and the words are kept for the report', (sentence) => {
    const { name, unsure } = issuerIn(sentence)
    expect([name, unsure?.length]).toEqual([undefined, expect.any(Number)])
    const page = readPages(
      `Tiêu đề của một bài viết trên cổng\n${sentence} ngày 5/3/2024 về hộ tịch, chứng thực.\nSở Tư pháp\n`,
      TODAY,
    )[0]!
    expect(page.directives[0]!.notes.map(({ vi }) => vi).join()).toContain(unsure!.slice(0, 60))
  })
})

describe('the document that is reported', () => {
  const numbersIn = (title: string, ...paragraphs: string[]) =>
    readDirectives({ title, paragraphs, authors: [], notes: [] }).directives.map(({ number }) =>
      formatDocumentNumber(number),
    )

  it.each([
    [
      'Triển khai Quyết định số 2358/QĐ-BTP',
      'Ngay sau khi Thông tư số 17/2012/TT-BTP ngày 5/12/2012 được ban hành, các địa phương đã thực hiện.',
      '2358/QĐ-BTP',
    ],
    [
      'Công bố Quyết định số 2358/QĐ-BTP',
      'Ngày 5/12/2012, Bộ trưởng Bộ Tư pháp ban hành Thông tư số 17/2012/TT-BTP về công chứng viên.',
      '2358/QĐ-BTP',
    ],
    [
      'Kế hoạch số 89/KH-UBND về hộ tịch',
      'Chính phủ đã ban hành Nghị định số 20/2024/NĐ-CP ngày 5/2/2024.',
      '89/KH-UBND',
    ],
    [
      'Triển khai Nghị định số 20/2024/NĐ-CP',
      'Ngày 5/3/2024, UBND tỉnh ban hành Kế hoạch số 90/KH-UBND triển khai Nghị định số 20/2024/NĐ-CP.',
      '90/KH-UBND',
    ],
    [
      'Thực hiện Kế hoạch số 84/KH-UBND',
      'Ngày 8/5/2024, UBND tỉnh ban hành Kế hoạch số 84/KH-UBND về luật gia.',
      '84/KH-UBND',
    ],
    [
      'Bãi bỏ Quyết định số 08/2015/QĐ-UBND',
      'Ngày 8/5/2024, UBND tỉnh ban hành Quyết định số 21/2024/QĐ-UBND bãi bỏ Quyết định số 08/2015/QĐ-UBND.',
      '21/2024/QĐ-UBND',
    ],
    [
      'Góp ý dự thảo Nghị định thay thế Nghị định số 23/2015/NĐ-CP',
      'Sở Tư pháp vừa có Công văn số 881/STP-BTTP ngày 05/5/2024 đề nghị góp ý dự thảo Nghị định thay thế Nghị định số 23/2015/NĐ-CP.',
      '881/STP-BTTP',
    ],
    ['Treo cờ nghỉ lễ', 'Số: 45/TB-UBND', '45/TB-UBND'],
    [
      'Sửa đổi quy định về lệ phí',
      'Theo Nghị quyết số 14/2024/NQ-HĐND được HĐND tỉnh khóa X thông qua ngày 12/4/2024, lệ phí hộ tịch giảm một nửa.',
      '14/2024/NQ-HĐND',
    ],
    [
      'Tin mới về hộ tịch',
      'Sau khi Chính phủ ban hành Nghị định số 20/2024/NĐ-CP, UBND tỉnh ban hành Kế hoạch số 7/KH-UBND.',
      '07/KH-UBND',
    ],
  ])('under the title “%s”', (title, text, number) => {
    expect(numbersIn(title, text)).toEqual([number])
  })

  it('may be several in one sentence', () => {
    expect(
      numbersIn(
        'Hai kế hoạch mới',
        'Ngày 5/3/2024, UBND tỉnh ban hành Kế hoạch số 10/KH-UBND về hộ tịch ở xã và Kế hoạch số 11/KH-UBND về chứng thực ở xã.',
      ),
    ).toEqual(['10/KH-UBND', '11/KH-UBND'])
  })

  it('is none in a title on results of carrying one out', () => {
    expect(
      numbersIn('Kết quả 5 năm thực hiện Chỉ thị số 32-CT/TW', 'Sáng nay, tỉnh tổng kết công tác hòa giải.'),
    ).toEqual([])
  })

  it('is none where the article only cites, and the report names what it cites', () => {
    const { directives, notes } = readDirectives({
      title: 'Sở Tư pháp họp giao ban',
      paragraphs: ['Cuộc họp căn cứ Luật số 31/2024/QH15 và theo Nghị định số 3/2024/NĐ-CP.'],
      authors: [],
      notes: [],
    })
    expect([directives, notes.map(({ vi }) => vi).join()]).toEqual([[], expect.stringContaining('31/2024/QH15')])
  })
})

describe('a table of properties', () => {
  it.each([
    ['lines with a colon', ': '],
    ['cells of a row', '\t'],
    ['cells of a column', '\n'],
  ])('in %s is the document that the page states', (_, between) => {
    const rows = [
      ['Số ký hiệu', '1290/TB-STP'],
      ['Loại văn bản', 'Thông báo'],
      ['Ngày ban hành', '12/08/2024'],
      ['Cơ quan ban hành', 'Sở Tư pháp'],
      ['Trích yếu', 'Tuyển dụng viên chức năm 2024'],
    ]
    const [page] = readPages(
      `Thông tin tuyển dụng của Sở Tư pháp năm 2024\n${rows.map((row) => row.join(between)).join('\n')}\nHồ sơ nộp tại trụ sở.\nVP Sở\n`,
      TODAY,
    )
    expect(page!.directives).toMatchObject([
      {
        number: { number: 1290, symbol: 'TB-STP' },
        typeName: 'Thông báo',
        title: 'Tuyển dụng viên chức năm 2024',
        issuedOn: '2024-08-12',
        issuerName: 'Sở Tư pháp',
      },
    ])
  })
})

describe('what a document does to others', () => {
  const OWN = 'Ngày 5/3/2024, UBND tỉnh ban hành Quyết định số 21/2024/QĐ-UBND về lệ phí hộ tịch.'
  const relationsIn = (...paragraphs: string[]) =>
    readDirectives({
      title: 'Quy định mới về lệ phí hộ tịch',
      paragraphs: [OWN, ...paragraphs],
      authors: [],
      notes: [],
    }).directives[0]!.relations.map(({ type, scope, citedAs }) =>
      [type, scope, citedAs.replace(/^.*?(?=\d)|[/-].*$/g, '')].join(' ').replace(/ +/g, ' '),
    )

  it.each([
    ['Quyết định này thay thế Quyết định số 8/2015/QĐ-UBND.', ['replaces 8']],
    ['Quyết định bãi bỏ khoản 2 Điều 5 Quyết định số 9/2016/QĐ-UBND.', ['abrogates khoản 2 Điều 5 9']],
    [
      'Bãi bỏ Điều 3, Điều 4 của Quyết định số 9/2016/QĐ-UBND và Quyết định số 10/2017/QĐ-UBND.',
      ['abrogates Điều 3, Điều 4 9', 'abrogates 10'],
    ],
    ['Quyết định sửa đổi, bổ sung một số điều của Quyết định số 3/2020/QĐ-UBND.', ['amends một số điều 3']],
    [
      'Nghị định này sửa đổi một số điều của Nghị định số 12/2019/NĐ-CP quy định về hòa giải và Nghị định số 13/2019/NĐ-CP.',
      ['amends một số điều 12', 'amends một số điều 13'],
    ],
    ['Quyết định đính chính Quyết định số 4/2020/QĐ-UBND.', ['corrects 4']],
    ['Văn bản này hướng dẫn thi hành Nghị định số 5/2020/NĐ-CP.', ['guides 5']],
    ['Căn cứ Nghị định số 6/2020/NĐ-CP để ban hành.', ['basedOn 6']],
    ['Tạm đình chỉ thi hành Quyết định số 7/2020/QĐ-UBND.', ['suspends 7']],
    ['Quyết định số 12/2014/QĐ-UBND ngày 2/2/2014 của UBND tỉnh bị bãi bỏ.', ['abrogates 12']],
    [
      'Bãi bỏ các Quyết định sau: Quyết định số 1/2011/QĐ-UBND; Quyết định số 2/2012/QĐ-UBND.',
      ['abrogates 1', 'abrogates 2'],
    ],
    ['Nghị định số 30/2020/NĐ-CP thay thế Nghị định số 110/2004/NĐ-CP.', ['references 30', 'references 110']],
    ['Nghị định số 34/2016/NĐ-CP được sửa đổi bởi Nghị định số 154/2020/NĐ-CP.', ['references 34', 'references 154']],
    ['Sở Tư pháp đề nghị bãi bỏ Quyết định số 13/2014/QĐ-UBND.', ['references 13']],
    ['Xem thêm Quyết định số 14/2014/QĐ-UBND.', ['references 14']],
  ])('“%s”', (sentence, relations) => {
    expect(relationsIn(sentence)).toEqual(relations)
  })
})
