import type { Topic } from './topic.ts'

/** What a Department of Justice does for citizens and communes. */
export const justice = {
  legalEducation: {
    name: 'phổ biến, giáo dục pháp luật',
    abbreviation: 'PBGDPL',
    matters: [
      'nâng cao hiệu quả công tác phổ biến, giáo dục pháp luật trong trường học',
      'phổ biến, giáo dục pháp luật cho đồng bào dân tộc thiểu số',
      'kiện toàn Hội đồng phối hợp phổ biến, giáo dục pháp luật',
      'ứng dụng công nghệ thông tin trong phổ biến, giáo dục pháp luật',
      'phổ biến, giáo dục pháp luật cho phạm nhân và người chấp hành xong án phạt tù',
    ],
  },
  lawDay: {
    name: 'Ngày Pháp luật',
    matters: [
      'hưởng ứng Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam',
      'tổ chức tọa đàm chuyên đề nhân Ngày Pháp luật',
      'treo pa nô, khẩu hiệu tuyên truyền Ngày Pháp luật',
      'khen thưởng gương sáng nhân Ngày Pháp luật',
    ],
  },
  mediation: {
    name: 'hòa giải ở cơ sở',
    abbreviation: 'HGCS',
    matters: [
      'kiện toàn tổ hòa giải và đội ngũ hòa giải viên',
      'bồi dưỡng kỹ năng hòa giải ở cơ sở cho hòa giải viên',
      'tổ chức Hội thi hòa giải viên giỏi',
      'bảo đảm mức chi thù lao cho hòa giải viên',
      'xây dựng mô hình hòa giải ở cơ sở điển hình',
    ],
  },
  legalAid: {
    name: 'trợ giúp pháp lý',
    abbreviation: 'TGPL',
    matters: [
      'trợ giúp pháp lý lưu động tại các ấp đặc biệt khó khăn',
      'truyền thông về trợ giúp pháp lý cho người khuyết tật',
      'phối hợp thực hiện trợ giúp pháp lý trong hoạt động tố tụng',
      'củng cố Trung tâm Trợ giúp pháp lý nhà nước',
      'lắp đặt bảng thông tin về trợ giúp pháp lý',
    ],
  },
  certification: {
    name: 'chứng thực',
    matters: [
      'chấn chỉnh công tác chứng thực bản sao từ bản chính',
      'quản lý cộng tác viên và chứng thực chữ ký người dịch',
      'thực hiện chứng thực bản sao điện tử',
      'kiểm tra sổ chứng thực tại bộ phận một cửa',
      'tập huấn nghiệp vụ chứng thực hợp đồng, giao dịch',
    ],
  },
  civilStatus: {
    name: 'hộ tịch',
    matters: [
      'số hóa sổ hộ tịch',
      'bồi dưỡng nghiệp vụ cho công chức tư pháp - hộ tịch',
      'cải chính hộ tịch và xác định lại dân tộc',
      'vận hành Cơ sở dữ liệu hộ tịch điện tử',
      'đăng ký hộ tịch có yếu tố nước ngoài',
    ],
  },
  births: {
    name: 'đăng ký khai sinh',
    matters: [
      'liên thông đăng ký khai sinh và cấp thẻ bảo hiểm cho trẻ em dưới 6 tuổi',
      'đăng ký khai sinh cho trẻ em bị bỏ rơi',
      'rà soát trẻ em chưa được đăng ký khai sinh',
      'đăng ký lại khai sinh cho người cao tuổi mất giấy tờ',
    ],
  },
  deaths: {
    name: 'đăng ký khai tử',
    matters: [
      'liên thông đăng ký khai tử và giải quyết mai táng phí',
      'rà soát các trường hợp quá hạn đăng ký khai tử',
      'đăng ký khai tử cho người mất tích',
    ],
  },
  marriages: {
    name: 'kết hôn',
    matters: [
      'xác nhận tình trạng hôn nhân để đăng ký kết hôn',
      'tư vấn trước khi kết hôn với người nước ngoài',
      'đăng ký kết hôn lưu động cho ngư dân',
      'ngăn ngừa kết hôn giả để xuất cảnh',
    ],
  },
  adoption: {
    name: 'nuôi con nuôi',
    matters: [
      'giải quyết việc nuôi con nuôi trong nước',
      'tìm gia đình thay thế và nuôi con nuôi cho trẻ em khuyết tật',
      'đăng ký nuôi con nuôi thực tế',
      'theo dõi tình hình phát triển của trẻ em sau khi nuôi con nuôi',
    ],
  },
  criminalRecords: {
    name: 'lý lịch tư pháp',
    abbreviation: 'LLTP',
    matters: [
      'cấp Phiếu lý lịch tư pháp qua ứng dụng VNeID',
      'rà soát hồ sơ lý lịch tư pháp tồn đọng',
      'phối hợp tra cứu, xác minh thông tin lý lịch tư pháp',
      'giảm thời gian cấp Phiếu lý lịch tư pháp',
    ],
  },
  notaries: {
    name: 'công chứng',
    matters: [
      'chuyển giao hợp đồng cho các tổ chức hành nghề công chứng',
      'thành lập văn phòng công chứng mới',
      'kiểm tra, thanh tra hoạt động công chứng',
      'xây dựng cơ sở dữ liệu công chứng dùng chung',
      'bổ nhiệm và miễn nhiệm công chứng viên',
    ],
  },
  auctions: {
    name: 'đấu giá tài sản',
    matters: [
      'chấn chỉnh hoạt động đấu giá tài sản công',
      'lựa chọn tổ chức hành nghề đấu giá tài sản',
      'ngăn chặn thông đồng, dìm giá trong đấu giá tài sản',
      'đấu giá tài sản trực tuyến trên Cổng Đấu giá quốc gia',
      'đấu giá tài sản bảo đảm của khoản nợ xấu',
    ],
  },
  lawyers: {
    name: 'luật sư',
    matters: [
      'phát triển đội ngũ luật sư phục vụ hội nhập quốc tế',
      'củng cố tổ chức và hoạt động của Đoàn Luật sư',
      'quản lý người tập sự hành nghề luật sư',
      'cấp Giấy đăng ký hoạt động cho văn phòng luật sư',
    ],
  },
  expertise: {
    name: 'giám định tư pháp',
    matters: [
      'tháo gỡ khó khăn trong trưng cầu giám định tư pháp',
      'công bố danh sách người giám định tư pháp theo vụ việc',
      'đầu tư trang thiết bị cho Trung tâm Pháp y và giám định tư pháp',
    ],
  },
  bailiffs: {
    name: 'thừa phát lại',
    matters: [
      'phát triển văn phòng thừa phát lại',
      'hướng dẫn thừa phát lại lập vi bằng',
      'tống đạt giấy tờ thông qua thừa phát lại',
    ],
  },
} satisfies Record<string, Topic>
