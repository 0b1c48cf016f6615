import type { Topic } from './topic.ts'

/** What other offices of a province do, and citizens ask about. */
export const society = {
  drugs: {
    name: 'phòng, chống ma túy',
    abbreviation: 'PCMT',
    matters: [
      'phòng, chống ma túy trong thanh niên, học sinh',
      'xây dựng xã, phường không tệ nạn về phòng, chống ma túy',
      'vận động toàn dân phòng, chống ma túy tại tuyến biên giới biển',
    ],
  },
  violence: {
    name: 'bạo lực gia đình',
    abbreviation: 'BLGĐ',
    matters: [
      'phòng, chống bạo lực gia đình',
      'duy trì địa chỉ tin cậy cho nạn nhân bạo lực gia đình',
      'thu thập số liệu về bạo lực gia đình',
    ],
  },
  earlyMarriage: {
    name: 'tảo hôn',
    matters: ['giảm thiểu tình trạng tảo hôn và hôn nhân cận huyết thống', 'ký cam kết không tảo hôn trong phum, sóc'],
  },
  traffic: {
    name: 'an toàn giao thông',
    abbreviation: 'ATGT',
    matters: [
      'bảo đảm trật tự, an toàn giao thông dịp Tết Nguyên đán',
      'xóa các điểm đen về an toàn giao thông',
      'giáo dục an toàn giao thông đường thủy nội địa',
      'kiểm soát nồng độ cồn và an toàn giao thông đường bộ',
    ],
  },
  fire: {
    name: 'phòng cháy, chữa cháy',
    abbreviation: 'PCCC',
    matters: [
      'phòng cháy, chữa cháy rừng mùa khô',
      'phòng cháy, chữa cháy tại nhà trọ và chung cư',
      'trang bị phương tiện cho đội dân phòng phòng cháy, chữa cháy',
      'diễn tập phương án phòng cháy, chữa cháy ở chợ',
    ],
  },
  land: {
    name: 'Luật Đất đai',
    matters: [
      'triển khai thi hành Luật Đất đai năm 2024',
      'lấy ý kiến về văn bản quy định chi tiết Luật Đất đai',
      'giới thiệu điểm mới của Luật Đất đai về thu hồi đất',
    ],
  },
  landCertificates: {
    name: 'giấy chứng nhận quyền sử dụng đất',
    matters: [
      'cấp giấy chứng nhận quyền sử dụng đất lần đầu',
      'thu hồi giấy chứng nhận quyền sử dụng đất cấp sai',
      'đính chính giấy chứng nhận quyền sử dụng đất do đo đạc lại',
    ],
  },
  erosion: {
    name: 'sạt lở',
    matters: [
      'phòng, chống sạt lở bờ sông',
      'ứng phó sạt lở ven biển và bảo vệ đê',
      'di dời các hộ dân khỏi vùng sạt lở nguy hiểm',
      'công bố tình huống khẩn cấp về sạt lở kênh',
    ],
  },
  salinity: {
    name: 'xâm nhập mặn',
    matters: [
      'ứng phó hạn hán, thiếu nước và xâm nhập mặn',
      'vận hành cống ngăn xâm nhập mặn',
      'hỗ trợ giống cho lúa bị thiệt hại do xâm nhập mặn',
    ],
  },
  healthInsurance: {
    name: 'bảo hiểm y tế',
    abbreviation: 'BHYT',
    matters: [
      'phát triển người tham gia bảo hiểm y tế hộ gia đình',
      'hỗ trợ mức đóng bảo hiểm y tế cho học sinh, sinh viên',
      'thanh toán chi phí khám bệnh bảo hiểm y tế trái tuyến',
      'chống trục lợi quỹ bảo hiểm y tế',
    ],
  },
  socialInsurance: {
    name: 'bảo hiểm xã hội',
    abbreviation: 'BHXH',
    matters: [
      'mở rộng bảo hiểm xã hội tự nguyện cho lao động phi chính thức',
      'thu hồi nợ đọng bảo hiểm xã hội của doanh nghiệp',
      'chi trả lương hưu và trợ cấp bảo hiểm xã hội qua tài khoản',
    ],
  },
  identity: {
    name: 'thẻ căn cước',
    matters: [
      'cấp thẻ căn cước cho trẻ em dưới 14 tuổi',
      'thu nhận hồ sơ thẻ căn cước lưu động cho người già yếu',
      'đổi thẻ căn cước hết hạn sử dụng',
    ],
  },
  digital: {
    name: 'chuyển đổi số',
    abbreviation: 'CĐS',
    matters: [
      'chuyển đổi số ngành tư pháp',
      'hoạt động của tổ công nghệ số cộng đồng trong chuyển đổi số',
      'hưởng ứng Ngày Chuyển đổi số quốc gia',
      'đào tạo kỹ năng chuyển đổi số cho cán bộ, công chức',
    ],
  },
  food: {
    name: 'an toàn thực phẩm',
    abbreviation: 'ATTP',
    matters: [
      'Tháng hành động vì an toàn thực phẩm',
      'ngăn ngừa ngộ độc và mất an toàn thực phẩm tại bếp ăn tập thể',
      'quản lý an toàn thực phẩm thức ăn đường phố',
    ],
  },
  countryside: {
    name: 'nông thôn mới',
    abbreviation: 'NTM',
    matters: [
      'công nhận xã đạt chuẩn nông thôn mới nâng cao',
      'xây dựng nông thôn mới kiểu mẫu',
      'xử lý nợ đọng xây dựng cơ bản trong nông thôn mới',
    ],
  },
  conscription: {
    name: 'nghĩa vụ quân sự',
    abbreviation: 'NVQS',
    matters: [
      'khám sức khỏe nghĩa vụ quân sự',
      'tuyển chọn, gọi công dân thực hiện nghĩa vụ quân sự',
      'xử lý trường hợp trốn tránh nghĩa vụ quân sự',
    ],
  },
  children: {
    name: 'trẻ em',
    matters: [
      'phòng, chống tai nạn đuối nước trẻ em',
      'ngăn ngừa xâm hại, bạo lực trẻ em',
      'Tháng hành động vì trẻ em',
    ],
  },
  poverty: {
    name: 'giảm nghèo',
    matters: [
      'giảm nghèo bền vững, rà soát hộ cận nghèo',
      'cho vay vốn ưu đãi giảm nghèo',
      'xóa nhà tạm, nhà dột nát gắn với giảm nghèo',
    ],
  },
  environment: {
    name: 'bảo vệ môi trường',
    abbreviation: 'BVMT',
    matters: [
      'thu phí bảo vệ môi trường đối với nước thải',
      'phân loại rác tại nguồn và bảo vệ môi trường',
      'giảm rác thải nhựa để bảo vệ môi trường biển',
    ],
  },
  equality: {
    name: 'bình đẳng giới',
    abbreviation: 'BĐG',
    matters: [
      'lồng ghép bình đẳng giới trong xây dựng chính sách',
      'hưởng ứng Tháng hành động vì bình đẳng giới',
      'nâng tỷ lệ nữ lãnh đạo vì bình đẳng giới',
    ],
  },
} satisfies Record<string, Topic>
