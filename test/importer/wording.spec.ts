import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDocumentNumber } from '../../lib/text/documentNumber.ts'
import { readArticle } from '../../src/importer/core/article.ts'
import { readDirectives } from '../../src/importer/core/directives.ts'
import { readEffect, readPeriod } from '../../src/importer/core/effect.ts'
import { furnitureOf } from '../../src/importer/core/furniture.ts'
import { mentionsIn } from '../../src/importer/core/issuing.ts'
import { readPages } from '../../src/importer/core/pages.ts'
import { signatureOf } from '../../src/importer/core/signature.ts'

const TODAY = '2026-11-24'

describe('a line under an article', () => {
  it.each([
    'Sở Tư pháp thành phố Cần Thơ',
    'Phòng Phổ biến, giáo dục pháp luật',
    'Sở Giáo dục và Đào tạo',
    'Sở Giao thông vận tải',
    'Ban Tổ chức Tỉnh ủy',
    'UBND thành phố Đà Nẵng',
    'UBND huyện Cần Giuộc',
    'Sở Du lịch thành phố Đà Lạt',
    'Phòng Tổ chức cán bộ',
    'Phòng tổ chức - hành chính',
    'Phòng Cảnh sát giao thông',
    'Sở Văn hóa, Thể thao và Du lịch',
    'Sở Lao động - Thương binh và Xã hội',
    'Uỷ ban nhân dân huyện Đak Đoa',
    'Ban Chỉ đạo thực hiện Quy chế dân chủ',
    'Vụ Phổ biến, giáo dục pháp luật – Bộ Tư pháp',
    'Đoàn Luật sư tỉnh Đắk Nông',
    'Tổ công tác Đề án 06',
    'Công an thành phố Cần Thơ',
    'Đài Phát thanh và Truyền hình Đà Nẵng',
    'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO',
  ])('“%s” is a unit', (line) => {
    expect(signatureOf(line)).toEqual({ byline: line, authors: [] })
  })

  it.each([
    ['Vũ Thị Hoa', ['Vũ Thị Hoa'], undefined],
    ['Tô Văn Hùng', ['Tô Văn Hùng'], undefined],
    ['Đoàn Văn Minh', ['Đoàn Văn Minh'], undefined],
    ['Trương Đài Trang', ['Trương Đài Trang'], undefined],
    ['PHẠM THỊ CẦN', ['PHẠM THỊ CẦN'], undefined],
    ['ThS. Đỗ Giao', ['Đỗ Giao'], undefined],
    ['Lê Đà - Phòng Tổ chức, cán bộ', ['Lê Đà'], 'Phòng Tổ chức, cán bộ'],
    ['Sở Văn hóa, Thể Thao, Nguyễn Văn A', ['Nguyễn Văn A'], 'Sở Văn hóa, Thể Thao'],
    ['Nguyễn Văn A – Phòng Phổ biến, giáo dục pháp luật', ['Nguyễn Văn A'], 'Phòng Phổ biến, giáo dục pháp luật'],
    ['Trần Văn Giao (Sở Giao thông vận tải)', ['Trần Văn Giao'], 'Sở Giao thông vận tải'],
    ['Nguyễn Văn A, Phó Giám đốc Sở Tư pháp', ['Nguyễn Văn A, Phó Giám đốc Sở Tư pháp'], undefined],
    ['Ngọc Anh (t/h)', ['Ngọc Anh'], undefined],
    ['Minh Anh/Báo Sóc Trăng', ['Minh Anh'], 'Báo Sóc Trăng'],
    ['Thạch Sa Rây, Kim Thị Sơn', ['Thạch Sa Rây', 'Kim Thị Sơn'], undefined],
  ])('“%s” keeps its persons private', (line, authors, byline) => {
    expect(signatureOf(line)).toEqual({ ...(byline ? { byline } : {}), authors })
  })

  it.each([
    'Sở Tư pháp giao các phòng',
    'Ban hành kèm theo Quyết định',
    'UBND tỉnh đã có văn bản gửi các huyện',
    'Phòng chống tham nhũng trong giai đoạn mới',
    'Sở Tư pháp yêu cầu các tổ chức hành nghề',
    'Hội nghị tổng kết công tác tư pháp',
    'Sở Ngoại vụ phát động thi đua',
    'UBND thành phố Đà Nẵng cần rà soát',
    'Trường hợp không có người thân',
  ])('“%s” is no signature', (line) => {
    expect(signatureOf(line)).toBeUndefined()
  })

  it('is a unit whatever sounds the name of its place has', () => {
    const kind = fc.constantFrom(
      'UBND huyện',
      'Phòng Tư pháp quận',
      'Sở Tư pháp thành phố',
      'Công an xã',
      'Tổ hòa giải ấp',
    )
    const sound = fc.constantFrom(
      'Cần',
      'Giao',
      'Đà',
      'Đạ',
      'Tổ',
      'Chức',
      'Thực',
      'Hiện',
      'Đề',
      'Nghị',
      'Chủ',
      'Trì',
      'Là',
      'Đắk',
    )
    fc.assert(
      fc.property(kind, fc.array(sound, { minLength: 1, maxLength: 3 }), (unit, name) => {
        const line = `${unit} ${name.join(' ')}`
        expect(signatureOf(line)).toEqual({ byline: line, authors: [] })
      }),
    )
  })

  it('never makes a person public, whatever stands beside', () => {
    const family = fc.constantFrom('Nguyễn', 'Vũ', 'Tô', 'Đoàn', 'Hà', 'Cao', 'Trương', 'Thạch', 'Bùi', 'Hồ')
    const name = fc.tuple(
      family,
      fc.constantFrom('Văn', 'Thị', 'Minh', ''),
      fc.constantFrom('Cần', 'Giao', 'Hoa', 'Đà'),
    )
    const unit = fc.constantFrom('Phòng Tổ chức, cán bộ', 'Sở Văn hóa, Thể thao và Du lịch', 'Báo Cần Thơ', '')
    const by = fc.constantFrom(' - ', ' – ', ' | ', '/')
    fc.assert(
      fc.property(name, unit, by, fc.boolean(), (parts, beside, between, isFirst) => {
        const person = parts.filter(Boolean).join(' ')
        const line = beside ? (isFirst ? [person, beside] : [beside, person]).join(between) : person
        const { byline = '', authors = [] } = signatureOf(line) ?? {}
        expect([line, byline.includes(person)]).toEqual([line, false])
        if (between !== '/') expect([line, authors]).toEqual([line, [person]])
      }),
    )
  })

  it('parts a labelled person from the unit, and keeps what is unclear private and says so', () => {
    const read = (last: string) => readArticle(['Một tiêu đề của bài viết thử nghiệm', 'Nội dung ngắn của bài.', last])!
    expect(read('Bài, ảnh: Phòng Phổ biến, giáo dục pháp luật')).toMatchObject({
      byline: 'Phòng Phổ biến, giáo dục pháp luật',
      authors: [],
    })
    expect(read('Tin: Thanh Bình; Ảnh: Đức Huy')).toMatchObject({ authors: ['Thanh Bình', 'Đức Huy'] })
    expect(read('Tin, ảnh: Ban Tổ chức Thành ủy')).toMatchObject({ byline: 'Ban Tổ chức Thành ủy', authors: [] })
    const unclear = read('Tin, ảnh: quốc việt')
    expect(unclear.authors).toEqual(['quốc việt'])
    expect(unclear.notes.map(({ vi }) => vi).join()).toContain('“quốc việt”')
  })
})

describe('whose news it is', () => {
  it.each([
    ['Theo Báo Pháp luật Việt Nam', 'Báo Pháp luật Việt Nam'],
    ['(Theo baochinhphu.vn)', 'baochinhphu.vn'],
    ['Nguồn: TTXVN', 'TTXVN'],
    ['(Nguồn: Cổng thông tin tỉnh)', 'Cổng thông tin tỉnh'],
  ])('“%s” is a source and no line of the text', (line, source) => {
    const article = readArticle(['Một tiêu đề của bài viết thử nghiệm', 'Nội dung ngắn của bài.', line])!
    expect([article.source, article.paragraphs, article.refused]).toEqual([
      source,
      ['Nội dung ngắn của bài.'],
      undefined,
    ])
  })

  it('is none in a sentence that begins alike', () => {
    const article = readArticle(['Một tiêu đề của bài viết thử nghiệm', 'Theo Sở Tư pháp, việc này cần làm ngay.'])!
    expect([article.source, article.paragraphs]).toEqual([undefined, ['Theo Sở Tư pháp, việc này cần làm ngay.']])
  })
})

describe('the frame of a page', () => {
  it('takes a word or a number alone only beside other pieces of it', () => {
    const [page] = readPages(
      'Một tiêu đề của bài viết dài hơn ba mươi ký tự\nCỡ chữ: A- A A+\nA\n158\nNội dung của bài.\nTăng\n120\nHết bài.\n',
      TODAY,
    )
    expect(page!.article!.paragraphs).toEqual(['Nội dung của bài.', 'Tăng', '120', 'Hết bài.'])
    expect(page!.notes.map(({ vi }) => vi).join()).toContain('“Cỡ chữ: A- A A+”, “A”, “158”')
  })

  it.each([
    ['29/01/2024 15:29    158', '2024-01-29'],
    ['29/01/2024 15:29 | 158 lượt xem', '2024-01-29'],
    ['Thứ Ba, 05/03/2024, 16:20 (GMT+7)', '2024-03-05'],
    ['Cập nhật lúc: 09h30 ngày 7/6/2023 - Đã xem: 45', '2023-06-07'],
    ['Ngày đăng: 1/2/2022 (Lượt đọc: 12)', '2022-02-01'],
    ['Xem cỡ chữ Đọc bài viết In trang Google', undefined],
    ['Cỡ chữ: A- A A+', undefined],
    ['Chia sẻ Facebook Zalo In bài viết', undefined],
    ['A | A+ | A-  Bản in  Gửi email', undefined],
    ['Lượt xem: 2.304', undefined],
    ['Trang chủ › Tin tức › Tin trong tỉnh', undefined],
    ['Từ khóa: hộ tịch, khai sinh', undefined],
    ['Nghe đọc bài | Lưu bài viết | Theo dõi trên Google News', undefined],
  ])('“%s”', (line, day) => {
    expect(furnitureOf(line)).toEqual(day ? { day, rawDay: expect.any(String) } : {})
  })

  it.each([
    'Ngày 29/01/2024, Sở Tư pháp họp.',
    'In ấn và phát hành tài liệu',
    'Chia sẻ kinh nghiệm hòa giải',
    'Điều 3. Hiệu lực',
    'Từ 01/01/2024 đến 31/12/2024 miễn lệ phí',
    '84/KH-UBND',
    'Google hợp tác với tỉnh',
  ])('has no “%s”', (line) => {
    expect(furnitureOf(line)).toBeUndefined()
  })
})

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

describe('the years in which a plan is carried out', () => {
  it.each([
    ['Thời gian thực hiện: từ năm 2024 đến năm 2027.', { fromYear: 2024, toYear: 2027 }],
    ['Thời gian thực hiện: từ ngày 15/10/2024 đến ngày 15/01/2025.', { fromYear: 2024, toYear: 2025 }],
    ['Thời gian thực hiện: năm 2026.', { fromYear: 2026, toYear: 2026 }],
    ['Thời hạn thực hiện: quý IV.', { unread: 'Thời hạn thực hiện: quý IV.' }],
    ['Thời gian thực hiện: 1024 - 1030.', { unread: 'Thời gian thực hiện: 1024 - 1030.' }],
    ['Các xã bảo đảm đúng thời gian thực hiện theo yêu cầu.', undefined],
  ])('“%s”', (text, period) => {
    expect(readPeriod([text], 'Kế hoạch mới')).toEqual(period)
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

describe('the days of effect', () => {
  const effectOf = (text: string, issuedOn = '2024-03-05') => readEffect([text], () => false, issuedOn)

  it.each([
    ['Quyết định có hiệu lực từ ngày 15/3/2024.', '2024-03-15'],
    ['Ngày có hiệu lực: 01/10/2024', '2024-10-01'],
    ['Quyết định này có hiệu lực thi hành từ 0 giờ ngày 02/9/2024.', '2024-09-02'],
    ['Chính thức có hiệu lực kể từ 00h00 ngày 01/7/2024.', '2024-07-01'],
    ['Quyết định có hiệu lực sau 10 ngày kể từ ngày ký.', '2024-03-15'],
    ['Quyết định có hiệu lực sau mười (10) ngày, kể từ ngày ký ban hành.', '2024-03-15'],
    ['Chỉ thị có hiệu lực kể từ ngày ký.', '2024-03-05'],
    ['Chỉ thị có hiệu lực ngay từ khi ký.', '2024-03-05'],
    ['Hiệu lực: 20/4/2024.', '2024-04-20'],
  ])('“%s” are read', (text, from) => {
    expect(effectOf(text)).toMatchObject({ from, unread: [] })
  })

  it.each([
    'Quyết định có hiệu lực từ đầu quý III năm 2024.',
    'Quyết định có hiệu lực sau 15 ngày kể từ ngày đăng Công báo.',
    'Quyết định có hiệu lực sau 10 ngày làm việc kể từ ngày ký.',
    'Thông tư có hiệu lực từ năm học 2024 – 2025.',
    'Quy định này hết hiệu lực khi có văn bản thay thế.',
    'Quyết định có hiệu lực ngay.',
  ])('“%s” are told as unread', (text) => {
    const { from, to, unread } = effectOf(text)
    expect([from, to, unread.length]).toEqual([undefined, undefined, 1])
    expect(text).toContain(unread[0])
  })

  it.each(['Nâng cao hiệu lực, hiệu quả quản lý nhà nước.', 'Bản án đã có hiệu lực pháp luật từ lâu.'])(
    '“%s” says nothing of it',
    (text) => {
      expect(effectOf(text)).toEqual({ unread: [] })
    },
  )

  it('in a second wording that disagrees are told', () => {
    expect(
      effectOf('Quyết định có hiệu lực từ ngày 01/4/2024. Riêng phụ lục có hiệu lực từ ngày 01/5/2024.'),
    ).toMatchObject({
      from: '2024-04-01',
      unread: [expect.stringContaining('01/5/2024')],
    })
  })

  it('cannot be counted without the day of issue, and that is told', () => {
    const text = 'Quyết định có hiệu lực sau 7 ngày kể từ ngày ký.'
    expect(readEffect([text], () => false)).toEqual({ unread: [expect.stringContaining('sau 7 ngày')] })
  })

  it('are counted in days of the calendar', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1946-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 365 }),
        (date, count) => {
          const issuedOn = date.toISOString().slice(0, 10)
          const { from } = effectOf(`Quyết định có hiệu lực sau ${count} ngày kể từ ngày ký.`, issuedOn)
          expect(Date.parse(from!) - Date.parse(issuedOn)).toBe(count * 86_400_000)
        },
      ),
    )
  })
})

describe('a year that no document can have', () => {
  it.each(['24/10/0003', '24/10/1003', '24/10/1899', '01/9/1945'])('%s refuses the document and is named', (day) => {
    const [page] = readPages(
      `Một tiêu đề của bài viết trên cổng\nNgày ${day}, UBND tỉnh ban hành Kế hoạch số 3/KH-UBND về hộ tịch.\nSở Tư pháp\n`,
      TODAY,
    )
    expect(page!.directives[0]!.refused!.vi).toContain(day)
  })

  it.each(['02/9/1945', '24/10/1975'])('%s is taken', (day) => {
    const [page] = readPages(
      `Một tiêu đề của bài viết trên cổng\nNgày ${day}, UBND tỉnh ban hành Kế hoạch số 3/KH-UBND về hộ tịch.\nSở Tư pháp\n`,
      TODAY,
    )
    expect(page!.directives[0]!.refused).toBeUndefined()
  })

  it('leaves the day of posting empty and is named', () => {
    const article = readArticle([
      'Một tiêu đề của bài viết trên cổng',
      '05/05/1024 10:00',
      'Nội dung của bài viết.',
      'Sở Tư pháp',
    ])!
    expect([article.postedOn, article.notes.map(({ vi }) => vi).join()]).toEqual([
      undefined,
      expect.stringContaining('05/05/1024'),
    ])
  })
})

describe('what is left out of a page', () => {
  /** Lines of which each is told from all others. */
  const line = fc.constantFrom(
    'Cỡ chữ: A- A A+',
    'Chia sẻ Facebook Zalo',
    '12/05/2024 08:00 | 45 lượt xem',
    'Phòng Tổ chức cán bộ',
    'Ảnh: Hội trường lớn.',
    'Nguồn: Báo tỉnh',
    'Xem thêm',
    'Tin liên quan',
    'Mục nhỏ không có dấu chấm',
    'Một câu bình thường của bài viết, có dấu chấm.',
    '1. Một mục được đánh số',
    '120',
    'Tags: hộ tịch',
  )

  it('stands in the text, in a field or in the report, every line of it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(line, { maxLength: 10 }), (lines) => {
        const text = ['Tiêu đề của bài viết dài hơn ba mươi ký tự', ...lines, 'Câu kết của bài viết.'].join('\n')
        const [page] = readPages(`${text}\n`, TODAY)
        const { article, notes } = page!
        const kept = JSON.stringify([article, notes, page!.videos, page!.notices])
        const many = /, …\./.test(kept)
        for (const one of lines) {
          const isHeading = one === 'Tin liên quan'
          const isDay = one.startsWith('12/05')
          const words = isDay ? (article?.postedOn ? '2024-05-12' : '12/05/2024') : one.replace(/^(?:Nguồn|Ảnh): /, '')
          expect([one, isHeading || many || kept.includes(words)]).toEqual([one, true])
        }
      }),
    )
  })
})
