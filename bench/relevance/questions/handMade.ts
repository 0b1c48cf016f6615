import type { Wanted } from '../document.ts'
import type { TopicKey } from '../topics/index.ts'

/** Questions written by hand, each with what its answers are about. */
export type HandMade = [typed: string, ...topics: TopicKey[]]

/** As people speak, in words that titles do not use, with words that say nothing. */
export const everyday: HandMade[] = [
  ['giấy khai sinh làm ở đâu', 'births'],
  ['làm giấy khai sinh cho con cần những gì', 'births'],
  ['lam khai sinh cho tre bi bo roi', 'births'],
  ['tôi muốn tìm luật sư miễn phí', 'legalAid'],
  ['nhà nghèo có được trợ giúp pháp lý không', 'legalAid'],
  ['xin lý lịch tư pháp mất bao lâu', 'criminalRecords'],
  ['lam ly lich tu phap o dau', 'criminalRecords'],
  ['muốn nhận con nuôi thì phải làm sao', 'adoption'],
  ['xin con nuoi can giay to gi', 'adoption'],
  ['cưới người nước ngoài thì đăng ký ở đâu', 'marriages', 'civilStatus'],
  ['lấy chồng sớm có bị phạt không', 'earlyMarriage', 'marriages'],
  ['chồng đánh vợ thì gọi cho ai', 'violence'],
  ['bi chong danh phai lam sao', 'violence'],
  ['giấy báo tử làm ở đâu', 'deaths'],
  ['làm sổ đỏ lần đầu', 'landCertificates'],
  ['so do cap sai thi lam the nao', 'landCertificates'],
  ['uống rượu lái xe bị phạt thế nào', 'traffic'],
  ['sao y bản chính ở đâu', 'certification'],
  ['phòng công chứng nào gần đây', 'notaries'],
  ['đi lính có phải khám sức khỏe không', 'conscription'],
  ['trốn đi bộ đội bị xử lý ra sao', 'conscription'],
  ['mua bảo hiểm y tế cho cả nhà', 'healthInsurance'],
  ['lãnh lương hưu qua tài khoản', 'socialInsurance'],
  ['đổi cccd hết hạn ở đâu', 'identity'],
  ['làm thẻ căn cước cho bé', 'identity'],
  ['lịch tiếp dân của chủ tịch', 'reception'],
  ['nước mặn vào ruộng có được hỗ trợ giống không', 'salinity'],
  ['đi bầu ở đâu', 'elections'],
  ['bờ sông bị sạt lở thì báo cho ai', 'erosion'],
  ['xả rác có bị phạt không', 'environment'],
  ['gửi đơn tố cáo có được giữ bí mật không', 'complaints'],
  ['bị bắt oan thì nhà nước bồi thường thế nào', 'stateLiability'],
  ['tiền cho hòa giải viên là bao nhiêu', 'mediation'],
  ['cách lập vi bằng', 'bailiffs'],
]

/** Letters of phrases that the first stock of search words does not hold. */
export const initials: HandMade[] = [
  ['GĐTP', 'expertise'],
  ['ĐGTS', 'auctions'],
  ['BTNN', 'stateLiability'],
  ['HTPLCDN', 'enterprises'],
  ['ĐKKS', 'births'],
  ['XNM', 'salinity'],
  ['TDTHTHPL', 'monitoring'],
  ['NCN', 'adoption'],
]

/** Spelled as some dialects sound. */
export const bySound: HandMade[] = [
  ['chợ giúp pháp lý', 'legalAid'],
  ['hòa dải ở cơ sở', 'mediation'],
  ['trứng thực bản sao', 'certification'],
  ['công trứng viên', 'notaries'],
  ['đăng ký khai xinh', 'births'],
  ['dám định tư pháp', 'expertise'],
  ['đấu dá tài sản', 'auctions'],
  ['xâm nhập mặng', 'salinity'],
  ['sạc lở bờ sông', 'erosion'],
  ['bình đẳng dới', 'equality'],
]

/** Without spaces between the words. */
export const withoutSpaces: HandMade[] = [
  ['hoagiai', 'mediation'],
  ['trogiupphaply', 'legalAid'],
  ['congchung', 'notaries'],
  ['lylichtuphap', 'criminalRecords'],
  ['khaisinh', 'births'],
  ['nongthonmoi', 'countryside'],
  ['nghiavuquansu', 'conscription'],
  ['giamngheo', 'poverty'],
]

export const inKhmer: HandMade[] = [
  ['ចុះបញ្ជីកំណើត', 'births'],
  ['កំណើត', 'births'],
  ['តើធ្វើយ៉ាងណាដើម្បីចុះបញ្ជីកំណើត', 'births'],
  ['ជំនួយផ្នែកច្បាប់', 'legalAid'],
  ['ជំនួយ\u200bផ្នែក\u200bច្បាប់', 'legalAid'],
  ['ច្បាប់ដីធ្លី', 'land'],
  ['ដីធ្លី', 'land'],
  ['អាពាហ៍ពិពាហ៍', 'marriages'],
  ['ដោះស្រាយវិវាទ', 'mediation'],
  ['ហិង្សាក្នុងគ្រួសារ', 'violence'],
  ['ធានារ៉ាប់រង', 'healthInsurance'],
  ['ធានារ៉ាប់រងសុខភាព', 'healthInsurance'],
  ['ចរាចរណ៍', 'traffic'],
  ['គ្រឿងញៀន', 'drugs'],
  ['បណ្តឹងតវ៉ា', 'complaints'],
  ['អត្តសញ្ញាណបណ្ណ', 'identity'],
]

export const inChinese: HandMade[] = [
  ['出生登记', 'births'],
  ['出生證', 'births'],
  ['孩子出生怎么登记', 'births'],
  ['法律援助', 'legalAid'],
  ['法援', 'legalAid'],
  ['结婚登记', 'marriages'],
  ['結婚', 'marriages'],
  ['土地法', 'land'],
  ['土地使用權', 'landCertificates'],
  ['調解', 'mediation'],
  ['家暴', 'violence'],
  ['家庭暴力', 'violence'],
  ['醫療保險', 'healthInsurance'],
  ['交通', 'traffic'],
  ['酒驾', 'traffic'],
  ['禁毒', 'drugs'],
  ['身份證', 'identity'],
  ['收养', 'adoption'],
]

/** Few titles hold all of these words; others about the same matter follow. */
export const fewWhole: [typed: string, ...wanted: Wanted[]][] = [
  ['sạt lở bờ sông, ven biển', { topic: 'erosion' }],
  ['sạt lở bờ sông Long Phú', { topic: 'erosion' }],
  ['hội thi hòa giải viên giỏi toàn quốc', { topic: 'mediation', matter: 'tổ chức Hội thi hòa giải viên giỏi' }],
  ['trợ giúp pháp lý lưu động cho ngư dân', { topic: 'legalAid' }],
  ['chứng thực bản sao điện tử qua điện thoại', { topic: 'certification' }],
  ['đấu giá tài sản công sau sáp nhập', { topic: 'auctions' }],
  ['thi tìm hiểu cải cách hành chính dành cho sinh viên', { topic: 'reform' }],
  ['nội quy tiếp công dân trực tuyến', { topic: 'reception' }],
  ['công chứng viên kiểm tra hợp đồng', { topic: 'notaries' }],
  ['xâm nhập mặn và sạt lở', { topic: 'salinity' }, { topic: 'erosion' }],
  ['bảo hiểm y tế và bảo hiểm xã hội', { topic: 'healthInsurance' }, { topic: 'socialInsurance' }],
  ['khai sinh và khai tử', { topic: 'births' }, { topic: 'deaths' }],
]
