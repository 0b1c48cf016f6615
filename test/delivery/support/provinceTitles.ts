/** Titles of directives, their numbers, and queries for them, separated by semicolons. */
export const directives: [title: string, number: string, typed: string][] = [
  [
    'Kế hoạch tổ chức cuộc bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031',
    '168/KH-UBND',
    'bau cu quoc hoi; bầu cử hđnd; đi bầu; bầu cử đại biểu quốc hội khóa 16; kế hoạch 168; 168/kh-ubnd; bau cu dai bieu qh; bầu cử 2026; bầu củ quốc hội',
  ],
  [
    'Quyết định ban hành Bộ đơn giá bồi thường cây trồng, vật nuôi khi Nhà nước thu hồi đất trên địa bàn tỉnh Gia Lai',
    '2314/QĐ-UBND',
    'đền bù cây trồng; boi thuong cay trong gia lai; đơn giá bồi thường; giá đền bù thu hồi đất; gia den bu hoa mau; bồi thừơng cây trồng',
  ],
  [
    'Nghị quyết quy định chính sách khuyến khích sinh đủ hai con và hỗ trợ phụ nữ sinh con ở nông thôn',
    '07/2025/NQ-HĐND',
    'sinh hai con; sinh đủ 2 con; hỗ trợ sinh con; chính sách khuyến sinh; sinh con thứ hai; nq 07/2025; nghị quyết 7 năm 2025',
  ],
  ['Chỉ thị về công tác tuyển chọn và gọi công dân nhập ngũ năm 2026', '18/CT-UBND', 'gọi nhập ngũ; chỉ thị 18'],
  [
    'Kế hoạch tiêm phòng vắc xin bệnh dại trên đàn chó, mèo',
    '93/KH-UBND',
    'tiêm phòng chó; tiêm phòng dại; chich ngua cho dai; vac xin dai; bệnh dại chó mèo; vaccine',
  ],
  [
    'Công văn về việc tháo gỡ khó khăn trong cấp giấy chứng nhận an toàn thực phẩm cho cơ sở nhỏ lẻ',
    '1422/UBND-KT',
    'an toàn thực phẩm; attp; vsattp; vệ sinh an toàn thực phẩm; 1422; công văn 1422',
  ],
  [
    'Quyết định quy định cụ thể mức trợ giúp xã hội đối với đối tượng bảo trợ xã hội',
    '40/2025/QĐ-UBND',
    'bảo trợ xã hội; btxh; tro giup xa hoi',
  ],
  [
    'Quyết định phê duyệt quy hoạch chi tiết tỷ lệ 1/500 khu dân cư phía Nam thị trấn Sa Pa',
    '765/QĐ-UBND',
    'quy hoạch 1/500; quy hoach sa pa; sapa; quy hoạch khu dân cư',
  ],
  [
    'Kế hoạch quản lý, bảo vệ rừng và phòng cháy, chữa cháy rừng mùa khô tỉnh Kon Tum',
    '211/KH-UBND',
    'cháy rừng; phòng cháy rừng kon tum; bao ve rung; kontum; pccc rừng',
  ],
  [
    'Thông báo kết luận của Chủ tịch UBND tỉnh tại buổi đối thoại với thanh niên',
    '56/TB-UBND',
    'đối thoại thanh niên; thanh nien; thông báo 56',
  ],
  [
    'Quyết định ban hành Quy định về quản lý hoạt động karaoke, vũ trường và tiếng ồn khu dân cư',
    '24/2024/QĐ-UBND',
    'karaoke; hát karaoke gây ồn; tiếng ồn; karaoke loa kẹo kéo; hàng xóm hát karaoke; karoke; tieengs oonf',
  ],
  [
    'Quyết định về việc đổi tên ấp, khu phố sau sắp xếp trên địa bàn phường Sóc Trăng',
    '3021/QĐ-UBND',
    'đổi tên ấp; đổi tên khu phố; sáp nhập ấp',
  ],
  [
    'Nghị quyết về lệ phí trước bạ và phí đăng ký giao dịch bảo đảm',
    '88/2023/NQ-HĐND',
    'lệ phí trước bạ; le phi truoc ba; phí trước bạ xe; giao dịch bảo đảm',
  ],
  [
    'Kế hoạch kiểm tra, rà soát, hệ thống hóa văn bản quy phạm pháp luật',
    '12/KH-STP',
    'rà soát văn bản; he thong hoa vbqppl; kiểm tra văn bản qppl; kieems tra vawn banr',
  ],
  [
    'Hướng dẫn giải quyết chế độ nghỉ hưu trước tuổi theo Nghị định số 178/2024/NĐ-CP',
    '47/HD-SNV',
    'nghỉ hưu trước tuổi; nghi huu som; nghỉ hưu sớm theo nghị định 178; nghị định 178; nd 178; nđ178; về hưu sớm; 178/2024/NĐ-CP',
  ],
  [
    'Công điện khẩn về sạt lở bờ sông và triều cường dâng cao',
    '512/CĐ-UBND',
    'sạt lở; sat lo bo song; triều cường; nước dâng triều cường; công điện khẩn; sạt lỡ',
  ],
  [
    'Kế hoạch phát triển một triệu héc ta lúa chất lượng cao, phát thải thấp',
    '319/KH-UBND',
    'lúa chất lượng cao; 1 triệu ha lúa; một triệu hecta lúa; lua phat thai thap',
  ],
  [
    'Chỉ thị về tăng cường sự lãnh đạo của Đảng đối với công tác thi hành án dân sự',
    '1-CT/TU',
    'thi hành án; thi hanh an dan su; thads; 01-CT/TU; chỉ thị 1 tỉnh ủy',
  ],
  [
    'Quyết định công nhận di tích lịch sử cấp tỉnh Đình thần Phú Lễ',
    '150/QĐ-UBND',
    'di tích; đình thần; di tich lich su; dinh phu le',
  ],
  [
    'Quyết định quy định mức chi tiền thưởng cho học sinh giỏi, giáo viên đạt thành tích',
    '29/2025/QĐ-UBND',
    'thưởng học sinh giỏi; tien thuong hsg; khen thưởng giáo viên; hocj sinh gioir',
  ],
  [
    'Công văn xử lý nhà xây dựng trái phép, không phép trên đất nông nghiệp',
    '604/UBND-XD',
    'xây nhà trái phép; xay dung khong phep; xây nhà không phép; nhà xây trên đất ruộng',
  ],
  [
    'Kế hoạch tháng hành động vì trẻ em và phòng, chống đuối nước',
    '75/KH-UBND',
    'đuối nước; duoi nuoc tre em; tháng trẻ em; chết đuối',
  ],
  [
    'Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW về đột phá phát triển khoa học, công nghệ',
    '10/CTr-UBND',
    'nghị quyết 57; nq57; nq 57-nq/tw; 57-NQ/TW; đột phá khoa học công nghệ',
  ],
  [
    'Báo cáo tình hình kinh tế - xã hội 6 tháng đầu năm 2025',
    '66/BC-UBND',
    'tình hình kinh tế xã hội; kt-xh 6 tháng; báo cáo 6 tháng đầu năm; bao cao kinh te xa hoi 2025',
  ],
  [
    'Kế hoạch xây dựng trường học xanh, giảm rác thải nhựa',
    '230/KH-UBND',
    'rác thải nhựa; rac thai nhua truong hoc; trường học xanh',
  ],
]

/** The same for news, videos and notices. */
export const news: [title: string, number: string, typed: string][] = [
  [
    'Điều kiện hưởng trợ cấp thất nghiệp và cách nộp hồ sơ',
    '',
    'tiền thất nghiệp; bhtn; tro cap that nghiep; bảo hiểm thất nghiệp',
  ],
  [
    'Từ 01/7/2025, công an xã cấp hộ chiếu và giấy phép lái xe',
    '',
    'làm hộ chiếu; ho chieu; passport; bằng lái xe; đổi bằng lái; gplx; cong an xa cap bang lai xe; giấy phép lái se',
  ],
  [
    'Vay tiền qua ứng dụng: coi chừng bẫy tín dụng đen',
    '',
    'vay tiền qua app; tín dụng đen; tin dung den; vay nóng; app vay tiền; cho vay lãi nặng',
  ],
  ['Lập di chúc như thế nào là hợp pháp?', '', 'di chúc; lap di chuc; viết di chúc; làm di chúc; thừa kế di trúc'],
  [
    'Ai được miễn tiền sử dụng đất khi chuyển mục đích sang đất ở',
    '',
    'chuyển mục đích sử dụng đất; chuyen muc dich len tho cu; lên thổ cư; miễn tiền sử dụng đất; chuyển đất vườn sang đất ở',
  ],
  [
    'Chia tài sản chung của vợ chồng khi ly hôn',
    '',
    'chia tài sản ly hôn; chia tai san ly di; li dị; ly hon; ra tòa li hôn',
  ],
  ['Thủ tục nhận con nuôi trong nước tại Ủy ban nhân dân xã', '', 'con nuôi; nhan con nuoi; xin con nuôi'],
  [
    'Hộ kinh doanh bỏ thuế khoán từ năm 2026 cần chuẩn bị gì',
    '',
    'thuế khoán; thue ho kinh doanh; bỏ thuế khoán; hộ kinh doanh cá thể; thuế khoán 2026; thuees khoans',
  ],
  [
    'Không đội mũ bảo hiểm bị phạt bao nhiêu tiền?',
    '',
    'mũ bảo hiểm; nón bảo hiểm; khong doi non bao hiem; không đội nón',
  ],
  [
    'Khiếu nại quyết định hành chính: trình tự và thời hạn',
    '',
    'khiếu nại; khieu nai quyet dinh hanh chinh; đơn khiếu nại; khiếu nạy',
  ],
  [
    'Đăng ký tạm trú cho người thuê trọ, công nhân khu công nghiệp',
    '',
    'tạm trú; dang ky tam tru; đăng ký ở trọ; tạm chú',
  ],
  ['Học sinh đi xe máy điện: những lỗi thường gặp', '', 'xe máy điện; xe dien hoc sinh; xe đạp điện'],
  [
    'Mức lương tối thiểu vùng từ ngày 01/01/2026',
    '',
    'lương tối thiểu; luong toi thieu vung; lương tối thiểu 2026; luowng toois thieeur',
  ],
  [
    'Người nước ngoài mua nhà ở tại Việt Nam',
    '',
    'người nước ngoài mua nhà; nguoi nuoc ngoai mua nha; việt kiều mua nhà',
  ],
  ['Hội Phụ nữ xã Ia Grai ra mắt mô hình Địa chỉ tin cậy cộng đồng', '', 'địa chỉ tin cậy; hội phụ nữ; hoi lhpn'],
  ['Bỏ hộ khẩu giấy: dùng căn cước thay thế thế nào', '', 'hộ khẩu; so ho khau; bỏ sổ hộ khẩu'],
  [
    'Phiên giao dịch lưu động của Ngân hàng Chính sách xã hội',
    '',
    'vay ngân hàng chính sách; nhcsxh; ngan hang chinh sach xa hoi',
  ],
  ['Hợp thức hóa lao động Việt Nam tại Hàn Quốc', '', 'lao động hàn quốc; xkld han quoc; đi hàn quốc'],
  [
    'Lực lượng bảo vệ an ninh, trật tự ở cơ sở ra quân tại Đắk Lắk',
    '',
    'an ninh cơ sở; luc luong an ninh trat tu co so; đắk lắk; dak lak; đắc lắc; daklak',
  ],
  ['Xử phạt hành vi vứt rác bừa bãi nơi công cộng', '', 'vứt rác; vut rac bua bai; xả rác; đổ rác bừa bãi'],
  [
    'Giảm 2% thuế giá trị gia tăng đến hết năm 2026',
    '',
    'giảm thuế vat; giam thue gtgt; thuế giá trị gia tăng; giảm 2% vat',
  ],
  [
    'Nuôi chó thả rông cắn người: trách nhiệm bồi thường',
    '',
    'chó thả rông; cho tha rong; chó cắn; chó cắn người đền tiền; chos thar roong',
  ],
  ['Công chứng hợp đồng mua bán xe', '', 'mua bán xe; cong chung mua ban xe; sang tên xe'],
  ['Quyền của bị can, bị cáo trong tố tụng hình sự', '', 'bị can bị cáo; quyền bị cáo; tố tụng hình sự'],
  ['Tuổi kết hôn theo quy định của pháp luật', '', 'tuổi kết hôn; bao nhieu tuoi duoc ket hon; mấy tuổi được cưới'],
  [
    'Hướng dẫn kích hoạt tài khoản định danh điện tử mức độ 2',
    '',
    'định danh điện tử; dinh danh muc 2; kích hoạt tài khoản định danh; kich hoat dinh danh; ddinhj danh ddieenj tuwr',
  ],
  ['Câu chuyện pháp luật: Tranh chấp lối đi chung', '', 'lối đi chung; tranh chap loi di; tranh chấp đường đi'],
  [
    'Kỹ năng thoát hiểm khi có hỏa hoạn ở nhà trọ, chung cư',
    '',
    'hỏa hoạn; thoat hiem chung cu; cháy nhà trọ; cháy chung cư',
  ],
  ['Phóng sự: Người giữ lửa hòa giải ở phum sóc', '', 'phum sóc; hoa giai; phum soc hoa giai'],
  ['Tuyên truyền bằng tiếng Khmer về Luật Đất đai', '', 'luật đất đai tiếng khmer; luat dat dai'],
  [
    'Thông báo về việc niêm yết kết quả kiểm tra hồ sơ đăng ký đất đai',
    '',
    'niêm yết hồ sơ đất đai; ket qua ho so dat dai',
  ],
  [
    'Thông báo treo cờ Tổ quốc dịp lễ Giỗ Tổ Hùng Vương và 30/4, 01/5',
    '',
    'treo cờ; giỗ tổ; 30/4; nghỉ 30/4 1/5; giỗ tổ hùng vương 10/3; treo cò tổ quốc',
  ],
  ['Thông báo tạm dừng phà Đại Ngãi để sửa chữa', '', 'phà đại ngãi; pha dai ngai'],
  [
    'Thông báo lịch khám sức khỏe nghĩa vụ quân sự',
    '',
    'khám nghĩa vụ; khám nghĩa vụ quân sự; kham suc khoe nvqs; nvqs; nghĩa vụ quân sụ',
  ],
  ['Thông báo mất con dấu của Ban Chỉ huy Quân sự xã', '', 'mất con dấu'],
  ['Thông báo tuyển sinh lớp 10 năm học 2025 - 2026', '', 'lớp 10; tuyển sinh lớp 10; tuyen sinh 10'],
  ['Công khai quyết toán ngân sách năm 2024', '', 'ngân sách; quyet toan ngan sach; công khai ngân sách'],
  ['Thông báo về việc cúp nước sinh hoạt tại xã Mỹ Hương', '', 'cúp nước; mất nước; cắt nước; cup nuoc my huong'],
  ['Cảnh báo tin nhắn giả mạo ngân hàng', '', 'tin nhắn giả mạo; lừa đảo ngân hàng; tin nhan ngan hang gia'],
  ['Thông báo kết quả trúng đấu giá biển số xe', '', 'đấu giá biển số; bien so xe dep; biển số; dau gia bien so xe'],
]

/** The same in Khmer and Chinese. */
export const inKhmerAndChinese: [title: string, number: string, typed: string][] = [
  ['នីតិវិធីចុះបញ្ជីកំណើតនៅឃុំ', '', 'ចុះបញ្ជីកំណើត; កំណើត; នីតិវិធី'],
  ['ការហាមឃាត់ការបង្ហោះកាំជ្រួច', '', 'កាំជ្រួច; ហាមឃាត់'],
  ['ធានារ៉ាប់រងសុខភាពសម្រាប់គ្រួសារក្រីក្រ', '', 'ធានារ៉ាប់រង; ធានា​រ៉ាប់រង​សុខភាព; គ្រួសារ ក្រីក្រ'],
  ['ការដោះស្រាយជម្លោះដីធ្លី', '', 'ជម្លោះដីធ្លី; ដីធ្លី; ដោះស្រាយ ជម្លោះ'],
  ['សុវត្ថិភាពចរាចរណ៍ផ្លូវគោក', '', 'ចរាចរណ៍; សុវត្ថិភាព; ផ្លូវគោក'],
  ['ការបោះឆ្នោតជ្រើសរើសតំណាងរាស្ត្រ', '', 'បោះឆ្នោត; រាស្រ្ត; តំណាងរាស្រ្ត'],
  ['ប្រយ័ត្នការបោកប្រាស់តាមទូរស័ព្ទ', '', 'បោកប្រាស់; ទូរស័ព្ទ; ទូរសព្ទ'],
  ['居留许可证办理须知', '', '居留证; 居留許可; 居留'],
  ['道路交通安全法问答', '', '交通安全; 道路交通; 道路交通安全法'],
  ['離婚財產分割指引', '', '離婚; 离婚财产; 离婚'],
  ['关于禁止燃放烟花爆竹的公告', '', '烟花; 煙花爆竹'],
  ['醫療保險報銷流程', '', '医疗保险; 醫保; 报销'],
  ['最低工资标准调整', '', '最低工資; 工资'],
  ['出生登记与户籍管理', '', '出生登記; 户籍; 戶籍'],
]
