import type { DeliveryOptions } from '../../plugins/delivery/index.ts'

/** Abbreviations of legal and official Vietnamese, with what they stand for. */
const ABBREVIATIONS: string[][] = [
  ['PBGDPL', 'phổ biến, giáo dục pháp luật'],
  ['TGPL', 'trợ giúp pháp lý'],
  ['HGCS', 'hòa giải cơ sở', 'hòa giải ở cơ sở'],
  ['TCPL', 'tiếp cận pháp luật'],
  ['VBQPPL', 'QPPL', 'văn bản quy phạm pháp luật'],
  ['XLVPHC', 'xử lý vi phạm hành chính'],
  ['VPHC', 'vi phạm hành chính'],
  ['TTHC', 'thủ tục hành chính'],
  ['CCHC', 'cải cách hành chính'],
  ['CCTP', 'cải cách tư pháp'],
  ['LLTP', 'lý lịch tư pháp'],
  ['THADS', 'thi hành án dân sự'],
  ['THAHS', 'thi hành án hình sự'],
  ['UBND', 'Ủy ban nhân dân'],
  ['HĐND', 'Hội đồng nhân dân'],
  ['TAND', 'Tòa án nhân dân'],
  ['VKSND', 'Viện kiểm sát nhân dân', 'VKS'],
  ['MTTQ', 'Mặt trận Tổ quốc', 'UBMTTQ', 'Ủy ban Mặt trận Tổ quốc'],
  ['LĐTBXH', 'LĐ-TBXH', 'lao động, thương binh và xã hội'],
  ['GDĐT', 'GD&ĐT', 'giáo dục và đào tạo'],
  ['TNMT', 'TN&MT', 'tài nguyên và môi trường'],
  ['NNPTNT', 'NN&PTNT', 'nông nghiệp và phát triển nông thôn'],
  ['VHTTDL', 'văn hóa, thể thao và du lịch'],
  ['KHCN', 'KH&CN', 'khoa học và công nghệ'],
  ['TTTT', 'TT&TT', 'thông tin và truyền thông'],
  ['BHXH', 'bảo hiểm xã hội'],
  ['BHYT', 'bảo hiểm y tế'],
  ['BHTN', 'bảo hiểm thất nghiệp'],
  ['CCCD', 'căn cước công dân', 'thẻ căn cước'],
  ['CMND', 'chứng minh nhân dân'],
  ['GPLX', 'giấy phép lái xe', 'bằng lái xe', 'bằng lái'],
  ['ATGT', 'an toàn giao thông'],
  ['ANTT', 'an ninh trật tự'],
  ['PCCC', 'phòng cháy chữa cháy', 'phòng cháy, chữa cháy'],
  ['PCTN', 'phòng, chống tham nhũng'],
  ['PCMT', 'phòng, chống ma túy'],
  ['BLGĐ', 'bạo lực gia đình'],
  ['HNGĐ', 'hôn nhân và gia đình', 'hôn nhân gia đình'],
  ['BLDS', 'Bộ luật Dân sự'],
  ['BLHS', 'Bộ luật Hình sự'],
  ['DTTS', 'dân tộc thiểu số'],
  ['NTM', 'nông thôn mới'],
  ['CNTT', 'công nghệ thông tin'],
  ['CĐS', 'chuyển đổi số'],
  ['CBCCVC', 'cán bộ, công chức, viên chức'],
  ['NSNN', 'ngân sách nhà nước'],
  ['GCNQSDĐ', 'giấy chứng nhận quyền sử dụng đất', 'sổ đỏ', 'sổ hồng', 'bìa đỏ'],
]

/** What citizens say, and what titles say. */
const EVERYDAY: string[][] = [
  ['ly dị', 'ly hôn', 'li dị', 'li hôn'],
  ['đăng ký kết hôn', 'cưới hỏi', 'đám cưới'],
  ['lấy chồng sớm', 'lấy vợ sớm', 'cưới sớm', 'tảo hôn'],
  ['đánh vợ', 'chồng đánh', 'bạo hành gia đình', 'bạo lực gia đình'],
  ['giấy khai sinh', 'khai sinh', 'làm khai sinh'],
  ['giấy báo tử', 'khai tử', 'giấy chứng tử'],
  ['luật sư miễn phí', 'tư vấn miễn phí', 'trợ giúp pháp lý'],
  ['người nghèo', 'hộ nghèo'],
  ['người khuyết tật', 'người tàn tật'],
  ['người già', 'người cao tuổi'],
  ['đồng bào dân tộc', 'dân tộc thiểu số'],
  ['đi tù', 'án tù', 'phạt tù'],
  ['xe máy', 'xe mô tô', 'xe gắn máy'],
  ['rượu bia', 'nồng độ cồn'],
  ['cãi nhau với hàng xóm', 'tranh chấp hàng xóm', 'hòa giải cơ sở', 'hòa giải ở cơ sở'],
  ['đền bù', 'bồi thường'],
  ['lấy đất', 'thu hồi đất'],
  ['kiện', 'khởi kiện'],
  ['tố cáo', 'tố giác'],
]

/** Words that questions are made of and that no document is about. */
const STOP_WORDS = [
  'của và các những cho là về thì mà ở tại từ đến với bị được có không tôi em anh chị mình bạn ai gì nào đâu sao thế như',
  'muốn cần phải làm hỏi xin hãy giúp này kia đó ấy ra vào lên khi nếu trong ngoài trên dưới theo để do bởi vì một hay hoặc',
  'bao nhiêu bao lâu ạ nhé à rồi đã đang sẽ cũng còn hơn rất',
]

/** What search takes for one, and what it passes over. */
export const searchWords = {
  synonyms: [...ABBREVIATIONS, ...EVERYDAY],
  stopWords: STOP_WORDS.flatMap((line) => line.split(' ')),
} satisfies DeliveryOptions['search']
