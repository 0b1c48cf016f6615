/** Families' names of Viet Nam, those of Khmer and Chinese families among them. */
const SURNAMES =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đoàn|Đinh|Trịnh|Trương|Lâm|Mai|Đào|Cao|Hà|Lương|Lưu|Phùng|Tô|Tạ|Tăng|Thạch|Sơn|Kim|Danh|Châu|Liêu|Quách|Vương|Triệu|Thái|Tống|Từ|Chu|Đàm|Nghiêm|Kiều|Diệp|La|Lục|Mạc|Nông|Hứa|Giang|Khổng|Ông|Âu|Bạch|Cù|Doãn|Hàn|Khương|Khuất|Lã|Lại|Lò|Mã|Ninh|Phí|Tiêu|Tôn|Tòng|Ung|Viên|Thân|Đồng|Đậu|Sầm|Giàng|Bàn|Bế|Vi|Lường|Quàng|Trang|Thi|Nhan|Ngụy|Hạ|Đổng|Mạch|Thiều|Chung'

/** A text that begins with a family's name. */
export const SURNAME = new RegExp(`^(?:${SURNAMES}|${SURNAMES.toUpperCase()})(?!\\p{L})`, 'u')
