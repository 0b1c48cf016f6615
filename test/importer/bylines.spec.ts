import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/importer/core/article.ts'
import { signatureOf } from '../../src/importer/core/signature.ts'

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
