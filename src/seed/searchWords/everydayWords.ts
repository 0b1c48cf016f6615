import { foreignWords } from './foreignWords.ts'

/*
 * Colloquial words with the terms used in titles. One-syllable words are left out where another word folds to the same
 * text: `lợn` would match `lớn`.
 */

const FAMILY: string[][] = [
  ['ly dị', 'ly hôn', 'li dị', 'li hôn'],
  ['đăng ký kết hôn', 'cưới hỏi', 'đám cưới'],
  ['lấy chồng', 'lấy vợ', 'cưới vợ', 'kết hôn'],
  ['lấy chồng sớm', 'lấy vợ sớm', 'cưới sớm', 'tảo hôn'],
  ['đánh vợ', 'chồng đánh', 'chồng đánh vợ', 'bạo hành gia đình', 'bạo lực gia đình'],
  ['giấy khai sinh', 'khai sinh', 'làm khai sinh'],
  ['giấy báo tử', 'khai tử', 'giấy chứng tử'],
  ['đổi tên', 'thay đổi họ tên', 'cải chính', 'thay đổi, cải chính'],
  ['độc thân', 'tình trạng hôn nhân'],
  ['tiền cấp dưỡng', 'cấp dưỡng', 'tiền nuôi con'],
  ['giành con', 'quyền nuôi con', 'nuôi con sau ly hôn'],
  ['con ngoài giá thú', 'nhận cha, mẹ, con'],
  ['chia thừa kế', 'chia di sản', 'thừa kế'],
  ['con nít', 'trẻ con', 'trẻ em', 'thiếu nhi'],
  ['người già', 'người cao tuổi', 'người lớn tuổi'],
  ['người khuyết tật', 'người tàn tật', 'khuyết tật', 'tàn tật'],
  ['mồ côi', 'trẻ mồ côi', 'trẻ em không nơi nương tựa'],
  ['đám tang', 'đám ma', 'tang lễ', 'việc tang'],
  ['chôn cất', 'mai táng', 'nghĩa trang'],
]

/** Words of fees and of what is put off, which titles use alike. */
const OFFICE: string[][] = [
  ['phí', 'giá dịch vụ'],
  ['tạm dừng', 'tạm hoãn', 'tạm ngừng', 'tạm ngưng'],
]

const WORK_AND_CARE: string[][] = [
  ['nghỉ đẻ', 'nghỉ sinh', 'thai sản', 'nghỉ hộ sản'],
  ['lương hưu', 'hưu trí', 'nghỉ hưu', 'về hưu'],
  ['nghỉ hưu sớm', 'về hưu sớm', 'nghỉ hưu trước tuổi'],
  ['tăng ca', 'làm thêm giờ'],
  ['mất việc', 'thất nghiệp'],
  ['đuổi việc', 'sa thải', 'cho thôi việc', 'chấm dứt hợp đồng lao động'],
  ['nợ lương', 'chậm lương', 'chậm trả lương', 'không trả lương'],
  ['rút bảo hiểm', 'rút BHXH', 'BHXH một lần', 'bảo hiểm xã hội một lần'],
  ['nghỉ ốm', 'nghỉ bệnh', 'ốm đau'],
  ['tìm việc', 'kiếm việc', 'việc làm'],
  ['thi công chức', 'thi tuyển công chức', 'tuyển dụng công chức'],
  ['gia đình chính sách', 'người có công', 'người có công với cách mạng'],
  ['người nghèo', 'hộ nghèo'],
  ['xóa đói giảm nghèo', 'giảm nghèo'],
  ['nhà tình thương', 'nhà tình nghĩa', 'nhà đại đoàn kết'],
  ['tiền học', 'học phí', 'tiền trường'],
  ['mẫu giáo', 'mầm non', 'nhà trẻ'],
  ['vào lớp 1', 'tuyển sinh lớp 1', 'tuyển sinh đầu cấp'],
  ['thi vào 10', 'thi vào lớp 10', 'tuyển sinh lớp 10', 'tuyển sinh 10'],
  ['thi tốt nghiệp', 'tốt nghiệp THPT', 'tốt nghiệp trung học phổ thông'],
  ['học thêm', 'dạy thêm'],
  ['bắt nạt học đường', 'bắt nạt bạn', 'bạo lực học đường'],
  ['tiêm phòng', 'tiêm chủng', 'chích ngừa', 'tiêm ngừa'],
  ['vắc xin', 'vắc-xin', 'vaccine', 'vacxin', 'vaccin'],
  ['ngộ độc thức ăn', 'ngộ độc thực phẩm'],
  ['nhà thương', 'bệnh viện'],
]

const LAND_AND_HOME: string[][] = [
  ['mua bán đất', 'bán đất', 'sang tên', 'chuyển nhượng quyền sử dụng đất'],
  ['đền bù', 'bồi thường'],
  ['lấy đất', 'thu hồi đất', 'giải tỏa'],
  ['lấn đất', 'lấn ranh', 'tranh chấp ranh giới', 'lấn chiếm đất'],
  ['lên thổ cư', 'chuyển mục đích', 'chuyển mục đích sử dụng đất', 'chuyển mục đích sang đất ở'],
  ['thổ cư', 'đất thổ cư', 'đất ở'],
  ['đất ruộng', 'đất lúa', 'đất trồng lúa'],
  ['tách sổ', 'tách thửa', 'chia thửa'],
  ['đo đất', 'đo đạc'],
  ['nhà trái phép', 'xây nhà trái phép', 'xây dựng trái phép', 'xây dựng không phép'],
  ['thuê trọ', 'ở trọ', 'nhà trọ', 'phòng trọ'],
  ['mướn nhà', 'thuê nhà'],
  ['mướn đất', 'thuê đất'],
  ['hộ khẩu', 'thường trú', 'cư trú'],
  ['sáp nhập', 'sắp xếp đơn vị hành chính', 'sắp xếp', 'hợp nhất'],
  ['thuế nhà đất', 'thuế đất', 'thuế sử dụng đất', 'thuế sử dụng đất phi nông nghiệp'],
  ['trước bạ', 'thuế trước bạ', 'lệ phí trước bạ'],
  ['cúp điện', 'mất điện', 'cắt điện', 'ngừng cấp điện', 'ngừng cung cấp điện', 'ngừng, giảm cung cấp điện'],
  ['cúp nước', 'mất nước', 'cắt nước', 'ngừng cấp nước', 'ngừng cung cấp nước'],
  ['rác', 'rác thải', 'chất thải'],
  ['vứt rác', 'xả rác', 'đổ rác', 'bỏ rác'],
  ['túi ni lông', 'bịch ni lông', 'rác thải nhựa', 'túi nhựa'],
  ['ồn ào', 'gây ồn', 'tiếng ồn', 'loa kẹo kéo'],
]

const ROAD: string[][] = [
  ['xe máy', 'xe mô tô', 'xe gắn máy'],
  ['xe hơi', 'xe ô tô', 'ô tô', 'oto'],
  ['xe điện', 'xe máy điện', 'xe đạp điện'],
  ['nón bảo hiểm', 'mũ bảo hiểm', 'đội nón', 'đội mũ'],
  ['rượu bia', 'nồng độ cồn', 'uống rượu', 'uống bia', 'say rượu', 'thổi cồn'],
  ['đăng kiểm', 'kiểm định xe', 'kiểm định xe cơ giới'],
  ['cà vẹt', 'đăng ký xe', 'giấy đăng ký xe'],
  ['phạt nguội', 'camera giao thông'],
  ['chạy quá tốc độ', 'vượt quá tốc độ', 'quá tốc độ'],
  ['vượt đèn đỏ', 'đèn tín hiệu', 'đèn giao thông'],
  ['kẹt xe', 'tắc đường', 'ùn tắc giao thông'],
  ['đụng xe', 'tông xe', 'tai nạn giao thông'],
  ['hộ chiếu', 'passport'],
]

const ORDER: string[][] = [
  ['tin giả', 'tin sai sự thật', 'tin đồn'],
  ['bị gạt', 'bị lừa', 'lừa đảo', 'lừa tiền'],
  ['qua mạng', 'trên mạng', 'trực tuyến', 'online'],
  ['đánh bài', 'đánh bạc', 'cờ bạc', 'cá độ', 'đá gà', 'ghi đề'],
  ['ăn trộm', 'ăn cắp', 'trộm cắp'],
  ['đánh nhau', 'hành hung', 'gây thương tích'],
  ['vay nặng lãi', 'cho vay lãi nặng', 'vay nóng', 'tín dụng đen'],
  ['chơi hụi', 'giật hụi', 'bể hụi', 'họ, hụi, biêu, phường'],
  ['xì ke', 'nghiện ma túy', 'nghiện'],
  ['buôn người', 'buôn bán người', 'mua bán người'],
  ['buôn lậu', 'hàng lậu', 'gian lận thương mại'],
  ['hàng giả', 'hàng nhái', 'hàng dỏm'],
  ['hiếp dâm', 'xâm hại tình dục', 'xâm hại trẻ em'],
  ['đi tù', 'án tù', 'phạt tù'],
  ['kiện', 'khởi kiện', 'thưa kiện'],
  ['tố cáo', 'tố giác'],
  ['cãi nhau với hàng xóm', 'tranh chấp hàng xóm', 'hòa giải cơ sở', 'hòa giải ở cơ sở'],
  ['luật sư miễn phí', 'tư vấn miễn phí', 'trợ giúp pháp lý'],
  ['tuyên truyền pháp luật', 'phổ biến, giáo dục pháp luật', 'PBGDPL'],
]

const OFFICES_AND_SEASONS: string[][] = [
  ['bản sao', 'sao y'],
  ['giấy ủy quyền', 'ủy quyền'],
  ['giờ làm việc', 'thời gian làm việc', 'lịch làm việc'],
  ['số điện thoại', 'đường dây nóng', 'hotline'],
  ['bộ phận một cửa', 'một cửa', 'hành chính công'],
  ['đi bầu', 'bỏ phiếu', 'bầu cử'],
  ['trưởng ấp', 'trưởng thôn', 'trưởng khóm', 'tổ trưởng tổ dân phố'],
  ['lũ lụt', 'mưa lũ', 'bão lũ', 'ngập lụt', 'bão lụt'],
  ['nước mặn', 'nhiễm mặn', 'xâm nhập mặn'],
  ['dịch tả heo', 'dịch tả lợn'],
  ['nuôi heo', 'nuôi lợn', 'chăn nuôi heo', 'chăn nuôi lợn'],
  ['đánh cá', 'đánh bắt cá', 'đánh bắt thủy sản', 'khai thác thủy sản'],
  ['chích điện', 'xung điện', 'kích điện'],
  ['thuốc trừ sâu', 'thuốc bảo vệ thực vật'],
  ['đồng bào dân tộc', 'dân tộc thiểu số'],
  ['Khơ Me', 'Khmer', 'Khơ-me'],
  ['tết âm lịch', 'tết ta', 'tết cổ truyền', 'Tết Nguyên đán'],
  ['tết tây', 'Tết Dương lịch'],
  ['Óc Om Bóc', 'Ok Om Bok', 'cúng trăng'],
  ['Sen Đôn Ta', 'Sene Dolta', 'Sen Dolta'],
  ['Chôl Chnăm Thmây', 'tết Khmer', 'năm mới Khmer'],
]

/** Spelling variants of place names. */
const PLACES: string[][] = [
  ['Đắk Lắk', 'Đắc Lắc', 'Daklak'],
  ['Đắk Nông', 'Đắc Nông', 'Daknong'],
  ['Bắc Kạn', 'Bắc Cạn'],
  ['Kon Tum', 'Kontum', 'Công Tum'],
  ['Sa Pa', 'Sapa'],
  ['Plei Ku', 'Pleiku'],
]

/** Synonym sets of everyday words and official terms. */
export const everydayWords: string[][] = [
  ...FAMILY,
  ...OFFICE,
  ...WORK_AND_CARE,
  ...LAND_AND_HOME,
  ...ROAD,
  ...ORDER,
  ...OFFICES_AND_SEASONS,
  ...PLACES,
  ...foreignWords,
]
