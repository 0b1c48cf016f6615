/** What a page must give. Notes are told by words of theirs, each note once. */
export interface Golden {
  title: string
  byline?: string
  authors?: string[]
  postedOn?: string
  source?: string
  refused?: string
  /** Beginnings of the paragraphs. */
  paragraphs: string[]
  directives: GoldenDirective[]
  pageNotes?: string[]
  notes?: string[]
  videos?: string[]
}

export interface GoldenDirective {
  number: string
  title: string
  issuedOn?: string
  issuer?: string
  from?: string
  to?: string
  period?: string
  objectives?: string
  implementers?: string
  groups?: string[]
  /** `type: citation`, or `type (part): citation`. */
  relations?: string[]
  refused?: string
  notes?: string[]
}

export const GOLDENS: Record<string, Golden> = {
  '01-buttons-and-views.txt': {
    title: 'Quy định mới về mức chi cho công tác hòa giải ở cơ sở tại thành phố Cần Thơ',
    byline: 'Sở Tư pháp thành phố Cần Thơ',
    postedOn: '2024-01-29',
    paragraphs: ['Ngày 22/01/2024', 'Quyết định có hiệu lực'],
    directives: [
      {
        number: '07/2024/QĐ-UBND',
        title: 'Quy định mức chi cho công tác hòa giải ở cơ sở trên địa bàn thành phố',
        issuedOn: '2024-01-22',
        issuer: 'Ủy ban nhân dân thành phố Cần Thơ',
        from: '2024-02-01',
        relations: ['replaces: Quyết định số 19/2015/QĐ-UBND ngày 04/6/2015 của Ủy ban nhân dân thành phố Cần Thơ'],
      },
    ],
    pageNotes: ['5 dòng của khung trang: “Trang chủ » Tin tức'],
  },
  '02-circular-before-decision.txt': {
    title:
      'Một số nội dung chính của Quyết định số 1907/QĐ-BTP về phân công cơ quan tham mưu theo dõi thi hành pháp luật',
    byline: 'Phòng Phổ biến, giáo dục pháp luật',
    postedOn: '2023-03-05',
    paragraphs: ['Ngay sau khi', 'Để khắc phục'],
    directives: [
      {
        number: '1907/QĐ-BTP',
        title: 'Phân công cơ quan tham mưu theo dõi thi hành pháp luật',
        issuedOn: '2023-02-24',
        issuer: 'Bộ Tư pháp',
        from: '2023-02-24',
        relations: ['references: Thông tư số 09/2013/TT-BTP ngày 15/6/2013'],
      },
    ],
  },
  '03-decree-opens.txt': {
    title: 'Kế hoạch số 73/KH-UBND về nâng cao chất lượng trợ giúp pháp lý tại cơ sở',
    byline: 'Phòng Phổ biến, giáo dục pháp luật',
    authors: ['Trần Thị Mai'],
    paragraphs: [
      'Chính phủ đã',
      'Thực hiện Nghị định',
      'Kế hoạch gồm 3',
      '1. Rà',
      'a) Lập',
      'b) Cập',
      '2. Bồi',
      '3. Kiểm',
      '- Mỗi',
      '- Báo',
      'Thời gian',
    ],
    directives: [
      {
        number: '73/KH-UBND',
        title: 'Nâng cao chất lượng trợ giúp pháp lý tại cơ sở',
        issuedOn: '2024-04-02',
        issuer: 'UBND tỉnh Hậu Giang',
        period: '2024-2026',
        groups: ['Rà soát đội ngũ trợ giúp viên pháp lý', 'Bồi dưỡng kỹ năng tư vấn', 'Kiểm tra việc thực hiện'],
        relations: ['basedOn: Nghị định số 31/2024/NĐ-CP ngày 15/3/2024'],
      },
    ],
    notes: ['Tên người viết', 'việc ban hành “Nghị định số 31/2024/NĐ-CP”'],
  },
  '04-adviser.txt': {
    title: 'Sở Tư pháp tham mưu triển khai cao điểm cấp căn cước và đăng ký khai sinh',
    byline: 'Ban Tổ chức Tỉnh ủy',
    postedOn: '2024-06-12',
    paragraphs: ['Sở Tư pháp đã tham mưu', 'Trước đó', 'Các huyện'],
    directives: [
      {
        number: '145/KH-UBND',
        title: 'Đợt cao điểm đăng ký khai sinh cho trẻ em vùng sông nước tỉnh Cà Mau',
        issuedOn: '2024-06-10',
        issuer: 'UBND tỉnh',
        relations: ['references: Công văn số 2290/UBND-NC ngày 03/5/2024'],
      },
    ],
    pageNotes: ['3 dòng của khung trang', '2 dòng của các mục liên quan'],
  },
  '05-signer.htm': {
    title: 'Huyện Cần Giuộc kiện toàn Hội đồng phối hợp phổ biến, giáo dục pháp luật',
    byline: 'UBND huyện Cần Giuộc',
    postedOn: '2023-08-20',
    paragraphs: ['Ngày 17 tháng 8', 'Ảnh: Quang cảnh', 'Theo đó'],
    directives: [
      {
        number: '812/QĐ-UBND',
        title: 'Kiện toàn Hội đồng phối hợp phổ biến, giáo dục pháp luật huyện',
        issuedOn: '2023-08-17',
        issuer: 'UBND huyện',
        from: '2023-09-01',
        relations: ['abrogates: Quyết định số 640/QĐ-UBND ngày 02/7/2021 của UBND huyện'],
      },
    ],
    pageNotes: ['“In bài viết”, “Gửi email”'],
    notes: ['2 dòng trình đơn phía trên tiêu đề: “• Giới thiệu”, “• Liên hệ”'],
  },
  '06-parts.txt': {
    title: 'Bãi bỏ, sửa đổi một số quy định về lệ phí hộ tịch trên địa bàn tỉnh Trà Vinh',
    byline: 'Sở Giáo dục và Đào tạo',
    authors: ['Nguyễn Thị Thu Hà'],
    postedOn: '2023-12-21',
    paragraphs: ['Ngày 18/12/2023', 'Cụ thể', 'Quyết định hướng dẫn', 'Nghị định số 87', 'Quyết định này'],
    directives: [
      {
        number: '44/2023/QĐ-UBND',
        title: 'Lệ phí hộ tịch trên địa bàn tỉnh',
        issuedOn: '2023-12-18',
        issuer: 'UBND tỉnh Trà Vinh',
        from: '2023-12-28',
        relations: [
          'abrogates (khoản 2 Điều 5): Quyết định số 11/2018/QĐ-UBND ngày 20/4/2018 của UBND tỉnh Trà Vinh',
          'amends (một số điều): Quyết định số 25/2019/QĐ-UBND',
          'amends (một số điều): Quyết định số 30/2020/QĐ-UBND',
          'replaces (Phụ lục I): Quyết định số 08/2017/QĐ-UBND',
          'guides: Nghị quyết số 15/2023/NQ-HĐND ngày 10/12/2023 của Hội đồng nhân dân tỉnh',
          'references: Nghị định số 87/2020/NĐ-CP',
          'references: Nghị định số 123/2015/NĐ-CP',
          'basedOn: Luật Hộ tịch số 60/2014/QH13',
        ],
        notes: ['28/12/2023 được tính từ “hiệu lực sau 10 ngày kể từ ngày ký”'],
      },
    ],
    notes: ['Tên người viết'],
  },
  '07-two-documents.txt': {
    title: 'Hai văn bản mới về tiếp công dân của tỉnh Bến Tre',
    byline: 'Phòng Tổ chức cán bộ',
    postedOn: '2024-10-11',
    paragraphs: ['Ngày 07/10/2024', 'Cùng ngày'],
    directives: [
      {
        number: '51/2024/QĐ-UBND',
        title: 'Quy định việc tiếp công dân tại trụ sở',
        issuedOn: '2024-10-07',
        issuer: 'UBND tỉnh Bến Tre',
        from: '2024-10-20',
      },
      {
        number: '52/2024/QĐ-UBND',
        title: 'Quy định mức bồi dưỡng người tiếp công dân',
        issuer: 'UBND tỉnh Bến Tre',
        from: '2024-11-01',
        relations: ['abrogates: Quyết định số 09/2013/QĐ-UBND'],
        notes: ['“Cùng ngày”'],
      },
    ],
    pageNotes: ['“Xem thêm”'],
  },
  '08-no-number.txt': {
    title: 'Tỉnh Kiên Giang mở đợt tuyên truyền về an toàn giao thông đường thủy',
    byline: 'Sở Giao thông vận tải',
    postedOn: '2024-07-15',
    paragraphs: ['Ngày 11/7/2024', 'Kế hoạch yêu cầu'],
    directives: [],
    notes: ['“ban hành Kế hoạch tuyên truyền về an toàn giao thông'],
  },
  '09-old-numbers.txt': {
    title: 'Giới thiệu Nghị định số 38-CP về quản lý tổ chức tư vấn pháp luật',
    byline: 'P.PBGDPL',
    paragraphs: ['Ngày 04/6/1993', 'Văn bản có căn cứ', 'Bài viết'],
    directives: [
      {
        number: '38-CP',
        title: 'Quản lý tổ chức tư vấn pháp luật',
        issuedOn: '1993-06-04',
        issuer: 'Chính phủ',
        relations: [
          'replaces: Nghị định số 161-HĐBT ngày 18/10/1989 của Hội đồng Bộ trưởng',
          'basedOn: Pháp lệnh số 02-LCT/HĐNN8',
          'references: Thông tư số 791-TT/LSTVPL',
        ],
      },
    ],
  },
  '10-wrapped.txt': {
    title: 'Đà Nẵng thí điểm trợ giúp pháp lý lưu động tại các phường ven biển',
    byline: 'UBND thành phố Đà Nẵng',
    paragraphs: ['Ngày 19/9/2024', 'Kế hoạch nhằm', 'Mỗi phường', 'Đối tượng áp dụng'],
    directives: [
      {
        number: '201/KH-UBND',
        title: 'Thí điểm trợ giúp pháp lý lưu động tại các phường ven biển của thành phố',
        issuedOn: '2024-09-19',
        issuer: 'UBND thành phố Đà Nẵng',
        objectives:
          'Đưa trợ giúp viên đến gần ngư dân và người làm dịch vụ trên bãi biển, nhất là vào các tháng cao điểm du lịch, khi tranh chấp nhỏ thường xảy ra.',
        implementers: 'Ngư dân, người lao động tự do và người khuyết tật.',
        notes: ['“Thời gian thực hiện: quý IV năm 2024.”'],
      },
    ],
  },
  '11-capitals-nfd.txt': {
    title: 'SỞ DU LỊCH THÀNH PHỐ ĐÀ LẠT TRIỂN KHAI CHỈ THỊ VỀ VĂN MINH DU LỊCH',
    byline: 'SỞ DU LỊCH THÀNH PHỐ ĐÀ LẠT',
    authors: ['NGUYỄN HỮU TÀI'],
    postedOn: '2024-05-03',
    paragraphs: ['Ngày 26/4/2024', 'Chỉ thị hướng dẫn'],
    directives: [
      {
        number: '04/CT-UBND',
        title: 'Tăng cường văn minh, an toàn trong hoạt động du lịch mùa hè',
        issuedOn: '2024-04-26',
        issuer: 'UBND thành phố Đà Lạt',
        relations: ['guides: Nghị quyết số 18-NQ/TU ngày 12/01/2023 của Thành ủy Đà Lạt'],
      },
    ],
    notes: ['“./.”', 'Tên người viết'],
  },
  '12-cut.txt': {
    title: 'Tăng cường kiểm tra hoạt động công chứng trên địa bàn tỉnh Vĩnh Long',
    refused: 'Trang bị cắt',
    paragraphs: ['Ngày 09/01/2024', 'Chỉ thị nêu rõ', 'Sở Tư pháp giao'],
    directives: [
      {
        number: '02/CT-UBND',
        title: 'Tăng cường kiểm tra hoạt động công chứng trên địa bàn tỉnh',
        issuedOn: '2024-01-09',
        issuer: 'UBND tỉnh Vĩnh Long',
        refused: 'Trang bị cắt',
      },
    ],
    notes: ['không ghi đơn vị đưa tin'],
  },
  '13-table.txt': {
    title: 'Quy chế phối hợp cung cấp thông tin lý lịch tư pháp',
    paragraphs: [
      'Văn bản số',
      'Ngày ban hành',
      'Ngày có hiệu lực',
      'Cơ quan ban hành',
      'Người ký',
      'Trích yếu',
      'STT Cơ quan',
      '1 Công an',
      '2 Tòa án',
      'Các cơ quan',
    ],
    directives: [
      {
        number: '36/2024/QĐ-UBND',
        title: 'Ban hành Quy chế phối hợp cung cấp thông tin lý lịch tư pháp trên địa bàn tỉnh Đồng Tháp',
        issuedOn: '2024-09-20',
        issuer: 'UBND tỉnh Đồng Tháp',
        from: '2024-10-01',
      },
    ],
    pageNotes: ['“Tải về | In trang”'],
    notes: ['“./.”', 'không ghi đơn vị đưa tin'],
  },
  '14-no-certain-days.txt': {
    title: 'Sóc Trăng ban hành quy định về quản lý tủ sách pháp luật',
    byline: 'Trung tâm giao dịch một cửa tỉnh Sóc Trăng',
    authors: ['Quản trị'],
    paragraphs: ['UBND tỉnh Sóc Trăng', 'Mục tiêu', 'Thời gian thực hiện', 'Quy định gồm'],
    directives: [
      {
        number: '29/2023/QĐ-UBND',
        title: 'Quy định quản lý tủ sách pháp luật ở xã, phường, thị trấn',
        issuedOn: '2023-06-15',
        issuer: 'UBND tỉnh Sóc Trăng',
        notes: [
          'hiệu lực: “có hiệu lực từ đầu quý III năm nay”',
          'mục tiêu ở “Mục tiêu”',
          'thời gian thực hiện: “Thời gian thực hiện quy định',
          '“4 nhóm nhiệm vụ',
        ],
      },
    ],
    notes: ['Không rõ “Quản trị”', 'Ngày đăng “29/13/2023”', 'Tên người viết'],
  },
  '15-captions-and-related.htm': {
    title: 'Thành ủy Tân An quán triệt quy định về dân chủ cơ sở',
    byline: 'Ban Tổ chức Thành ủy',
    authors: ['Lê Văn Khoa'],
    postedOn: '2023-11-08',
    paragraphs: ['Thực hiện Luật', 'Ảnh: Đại biểu', 'STT', 'Đơn vị', 'Số lượng', '1', 'Phường 1', '120', 'Mỗi chi bộ'],
    directives: [
      {
        number: '112-KH/TU',
        title: 'Quán triệt quy định về dân chủ cơ sở trong các chi bộ trực thuộc',
        issuedOn: '2023-11-06',
        issuer: 'Thành ủy Tân An',
        relations: ['basedOn: Luật số 10/2022/QH15'],
      },
    ],
    pageNotes: ['2 dòng của khung trang: “Trang chủ / Tin hoạt động”', '2 dòng của các mục liên quan'],
    notes: ['Tên người viết'],
  },
  '16-impossible-years.txt': {
    title: 'Triển khai công tác chứng thực điện tử tại tỉnh An Giang',
    byline: 'Văn phòng UBND tỉnh An Giang',
    paragraphs: ['Ngày 24/10/0023', 'Cùng thời điểm'],
    directives: [
      {
        number: '618/KH-UBND',
        title: 'Triển khai chứng thực điện tử tại cấp xã',
        issuer: 'UBND tỉnh An Giang',
        refused: '“24/10/0023”',
      },
      {
        number: '619/KH-UBND',
        title: 'Số hóa sổ chứng thực',
        issuer: 'UBND tỉnh An Giang',
        refused: '“03/9/1899”',
      },
    ],
    videos: ['Ngày “05/02/1003” ', '2023-02-05'],
  },
}
