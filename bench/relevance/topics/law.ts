import type { Topic } from './topic.ts'

/** Making, following and enforcing the law. */
export const law = {
  legislation: {
    name: 'văn bản quy phạm pháp luật',
    abbreviation: 'VBQPPL',
    matters: [
      'kiểm tra, xử lý văn bản quy phạm pháp luật trái quy định',
      'hệ thống hóa văn bản quy phạm pháp luật kỳ 5 năm',
      'bãi bỏ một số văn bản quy phạm pháp luật không còn phù hợp',
      'cập nhật văn bản quy phạm pháp luật vào Cơ sở dữ liệu quốc gia',
      'nâng cao chất lượng thẩm định dự thảo văn bản quy phạm pháp luật',
    ],
  },
  sanctions: {
    name: 'xử lý vi phạm hành chính',
    abbreviation: 'XLVPHC',
    matters: [
      'quản lý nhà nước về thi hành pháp luật xử lý vi phạm hành chính',
      'lập hồ sơ xử lý vi phạm hành chính đưa vào cơ sở cai nghiện',
      'giao quyền cho cấp phó trong xử lý vi phạm hành chính',
      'sử dụng mẫu biên bản trong xử lý vi phạm hành chính',
    ],
  },
  monitoring: {
    name: 'theo dõi tình hình thi hành pháp luật',
    matters: [
      'theo dõi tình hình thi hành pháp luật trọng tâm liên ngành',
      'điều tra, khảo sát để theo dõi tình hình thi hành pháp luật',
      'tiếp nhận phản ánh qua theo dõi tình hình thi hành pháp luật',
    ],
  },
  access: {
    name: 'chuẩn tiếp cận pháp luật',
    matters: [
      'đánh giá, công nhận cấp xã đạt chuẩn tiếp cận pháp luật',
      'chấm điểm tiêu chí chuẩn tiếp cận pháp luật',
      'nhân rộng mô hình hay về chuẩn tiếp cận pháp luật',
    ],
  },
  procedures: {
    name: 'thủ tục hành chính',
    abbreviation: 'TTHC',
    matters: [
      'kiểm soát thủ tục hành chính',
      'công bố danh mục thủ tục hành chính thuộc lĩnh vực bổ trợ tư pháp',
      'cắt giảm, đơn giản hóa thủ tục hành chính nội bộ',
      'giải quyết thủ tục hành chính không phụ thuộc địa giới',
      'xin lỗi công dân khi giải quyết thủ tục hành chính trễ hẹn',
    ],
  },
  reform: {
    name: 'cải cách hành chính',
    abbreviation: 'CCHC',
    matters: [
      'xác định chỉ số cải cách hành chính của các sở, ngành',
      'thi tìm hiểu về cải cách hành chính',
      'thông tin, tuyên truyền cải cách hành chính nhà nước',
      'tự kiểm tra công tác cải cách hành chính',
    ],
  },
  stateLiability: {
    name: 'bồi thường của Nhà nước',
    matters: [
      'giải quyết yêu cầu về trách nhiệm bồi thường của Nhà nước',
      'xác định cơ quan giải quyết bồi thường của Nhà nước trong thi hành án',
      'tập huấn pháp luật về trách nhiệm bồi thường của Nhà nước',
    ],
  },
  enforcement: {
    name: 'thi hành án dân sự',
    abbreviation: 'THADS',
    matters: [
      'phối hợp cưỡng chế thi hành án dân sự',
      'thu hồi nợ của tổ chức tín dụng qua thi hành án dân sự',
      'kiện toàn Ban Chỉ đạo thi hành án dân sự',
      'rà soát việc thi hành án dân sự chưa có điều kiện',
    ],
  },
  enterprises: {
    name: 'hỗ trợ pháp lý cho doanh nghiệp',
    matters: [
      'hỗ trợ pháp lý cho doanh nghiệp nhỏ và vừa',
      'đối thoại và hỗ trợ pháp lý cho doanh nghiệp khởi nghiệp',
      'xây dựng mạng lưới tư vấn viên hỗ trợ pháp lý cho doanh nghiệp',
    ],
  },
  reception: {
    name: 'tiếp công dân',
    matters: [
      'sắp xếp lịch tiếp công dân định kỳ của lãnh đạo',
      'ban hành Nội quy tiếp công dân tại trụ sở',
      'tiếp công dân trực tuyến kết nối ba cấp',
    ],
  },
  complaints: {
    name: 'khiếu nại, tố cáo',
    abbreviation: 'KNTC',
    matters: [
      'giải quyết dứt điểm các vụ khiếu nại, tố cáo kéo dài',
      'kiểm tra trách nhiệm giải quyết khiếu nại, tố cáo',
      'bảo vệ bí mật của người gửi đơn khiếu nại, tố cáo',
      'ngăn ngừa khiếu nại, tố cáo đông người trước kỳ họp',
    ],
  },
  corruption: {
    name: 'phòng, chống tham nhũng',
    abbreviation: 'PCTN',
    matters: [
      'phòng, chống tham nhũng, lãng phí, tiêu cực',
      'kê khai tài sản, thu nhập để phòng, chống tham nhũng',
      'đưa nội dung phòng, chống tham nhũng vào giảng dạy',
      'đánh giá công tác phòng, chống tham nhũng cấp huyện',
    ],
  },
  elections: {
    name: 'bầu cử',
    matters: [
      'lập danh sách cử tri phục vụ bầu cử đại biểu Quốc hội',
      'niêm yết danh sách người ứng cử và khu vực bỏ phiếu bầu cử',
      'thành lập Ủy ban bầu cử đại biểu Hội đồng nhân dân',
    ],
  },
} satisfies Record<string, Topic>
