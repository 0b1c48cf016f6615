import type { Field, Tab } from 'payload'
import { UPLOAD_KINDS } from '../src/portal/uploads.ts'

type Help = readonly [vi: string, en: string]

const LARGEST_FILM = UPLOAD_KINDS.find(({ mimeType }) => mimeType === 'video/mp4')!.largest / (1024 * 1024)

/** Help text below a field, by collection or for all (`*`), unless the field has its own. */
const HELP: Record<string, Record<string, Help>> = {
  '*': {
    title: ['Viết như người dân sẽ đọc; không viết hoa toàn bộ.', 'As citizens will read it; not all in capitals.'],
    body: [
      'Dán từ Word được; giữ chữ, đề mục, danh sách, bảng và liên kết.',
      'Pasting from Word keeps text, headings, lists, tables and links.',
    ],
    audiences: ['Người dân lọc và đăng ký nhận tin theo đối tượng.', 'Citizens filter and subscribe by audience.'],
    territories: ['Nơi văn bản, tin áp dụng hoặc nói đến.', 'The places it applies to or speaks of.'],
    createdBy: ['Hệ thống tự ghi.', 'Recorded by the system.'],
    source: ['Cơ quan hoặc nơi cung cấp, nếu không phải đơn vị mình.', 'Who provided it, if not your own unit.'],
  },
  directives: {
    docType: [
      'Chọn theo chữ viết tắt trên văn bản, ví dụ KH là kế hoạch.',
      'By the letters printed on it: KH is a plan.',
    ],
    issuedOn: ['Ngày ghi trên văn bản, ngày trước tháng sau.', 'The day printed on it, day first.'],
    printsYear: [
      'Đánh dấu khi năm nằm trong số hiệu, ví dụ 42/2022/NĐ-CP.',
      'Tick it when the year is printed, as in 42/2022/NĐ-CP.',
    ],
    printedYear: [
      'Ví dụ 2022 trong 42/2022/NĐ-CP; để trống thì lấy theo ngày ban hành.',
      'Such as 2022 in 42/2022/NĐ-CP; left empty, it follows the day of issue.',
    ],
    issuer: ['Cơ quan đứng tên ban hành vào ngày ký.', 'The body in whose name it was issued.'],
    signers: ['Theo thứ tự in trên văn bản; mỗi người một mục.', 'In the order of the document, one row each.'],
    taskGroups: [
      'Các nhóm nhiệm vụ văn bản nêu, theo thứ tự (1), (2)…',
      'The groups of tasks it names, in order (1), (2) …',
    ],
    relations: [
      'Văn bản là căn cứ, bị sửa đổi, thay thế, được hướng dẫn…',
      'What it is based on, amends, replaces, guides and so on.',
    ],
    'signers.name': ['Viết đủ họ, tên đệm và tên.', 'The full name.'],
    'signers.title': ['Như in trên văn bản, ví dụ Phó Chủ tịch.', 'As printed, such as Vice Chair.'],
    'signers.capacity': [
      'KT., TM., TL., TUQ. như in trước chức vụ.',
      'KT., TM., TL., TUQ. as printed before the title.',
    ],
    abstract: ['Trích yếu in dưới tên loại văn bản.', 'The abstract printed below the kind of document.'],
    objectives: ['Văn bản nhằm đạt được gì; mỗi ý một dòng.', 'What it is meant to achieve; one line each.'],
    implementers: ['Cơ quan chủ trì và phối hợp; mỗi cơ quan một dòng.', 'Who carries it out; one body a line.'],
    'taskGroups.ordinal': ['Liên tục từ 1.', 'From 1 without gaps.'],
    'taskGroups.heading': ['Một câu ngắn nêu việc.', 'One short sentence.'],
    'taskGroups.body': ['Nội dung nhiệm vụ, giải pháp.', 'What is to be done.'],
    'taskGroups.lead': ['Cơ quan chủ trì nhóm việc này.', 'The body in charge of this group.'],
    'taskGroups.deadline': ['Như văn bản ghi, ví dụ “Quý IV/2026”.', 'As the document says.'],
    effectiveFrom: [
      'Để trống với kế hoạch, công văn: các loại này không có hiệu lực pháp luật.',
      'Leave empty for plans and letters, which have no legal effect.',
    ],
    effectiveTo: [
      'Ngày cuối cùng còn hiệu lực; để trống khi chưa xác định.',
      'The last day in force; empty when not known.',
    ],
    'implementationPeriod.fromYear': ['Năm bắt đầu thực hiện.', 'The first year.'],
    'implementationPeriod.toYear': [
      'Năm kết thúc; để trống nếu không nêu.',
      'The last year; empty when none is named.',
    ],
    'statusOverride.status': [
      'Chỉ chọn khi hệ thống suy ra chưa đúng; để trống là tự tính theo ngày và quan hệ.',
      'Only when the derived status is wrong; empty derives it.',
    ],
    'statusOverride.reason': ['Căn cứ xác định, ví dụ văn bản nào làm hết hiệu lực.', 'On what it is based.'],
    'relations.type': ['Văn bản này làm gì đối với văn bản kia.', 'What this document does to the other.'],
    'relations.target': ['Chọn nếu văn bản kia đã có trên hệ thống.', 'Choose it if the other document is held here.'],
    numberAndSymbol: ['Hệ thống ghép từ số và ký hiệu.', 'Made from number and symbol.'],
  },
  bulletins: {
    picture: [
      'Ảnh minh họa đứng đầu tin; tệp ảnh cần có mô tả.',
      'Shown above the text; the file needs a description.',
    ],
    pictureCredit: ['Tên người chụp hoặc nơi cung cấp ảnh.', 'Who took or provided the picture.'],
    kind: ['Số bản tin là một kỳ phát hành có tệp PDF.', 'An issue is a number of the periodical, with its PDF.'],
    date: ['Ngày của tin, không phải ngày nhập.', 'The day of the news, not of typing it.'],
    issueNo: ['Số in trên bìa.', 'The number on its cover.'],
    year: ['Năm phát hành.', 'The year of issue.'],
    files: ['Với số bản tin: tệp PDF của cả số.', 'For an issue: the PDF of the whole number.'],
    about: [
      'Văn bản mà tin này nói đến; người đọc sẽ thấy liên kết hai chiều.',
      'The documents it reports on; readers see links both ways.',
    ],
    contributors: ['Để trả nhuận bút; không bao giờ công bố.', 'For royalties; never published.'],
    'contributors.name': ['Chỉ lưu nội bộ.', 'Kept inside.'],
    'contributors.royalty': ['Số tiền, ví dụ 500.000.', 'The amount.'],
  },
  videos: {
    recordedOn: ['Ngày quay hoặc ngày phát lần đầu.', 'The day it was filmed or first shown.'],
    file: [
      `MP4 hoặc WebM, tối đa ${LARGEST_FILM} MB; hoặc ghi địa chỉ nhúng bên dưới.`,
      `MP4 or WebM, at most ${LARGEST_FILM} MB; or an embed address below.`,
    ],
    poster: ['Ảnh hiện trước khi phát; nhớ mô tả ảnh.', 'Shown before it plays; describe the picture.'],
    captions: [
      'Mỗi ngôn ngữ một tệp; cần ít nhất một tệp, hoặc lời thoại, mới trình được.',
      'One file a language; one, or a transcript, is needed to submit.',
    ],
    'captions.lang': ['Ngôn ngữ của phụ đề.', 'The language of the captions.'],
    'captions.kind': [
      'Phụ đề cho người khiếm thính, bản dịch, hoặc lời mô tả hình.',
      'For deaf people, a translation, or a description of the picture.',
    ],
    'captions.file': ['Tệp .vtt mở đầu bằng chữ WEBVTT.', 'A .vtt file that begins with WEBVTT.'],
    transcript: ['Toàn bộ lời nói trong video.', 'Everything that is said.'],
    'captionExemption.reason': [
      'Vì sao chưa có phụ đề và lời thoại.',
      'Why there are neither captions nor a transcript yet.',
    ],
    'captionExemption.until': ['Hết ngày này phải có phụ đề mới trình được.', 'After this day captions are needed.'],
  },
  notices: {
    files: ['Ví dụ mẫu đơn, danh sách kèm theo.', 'Forms or lists that come with it.'],
    pinnedUntil: ['Thông báo đứng đầu danh sách đến hết ngày này.', 'It stands on top until this day is over.'],
    expiresOn: [
      'Hết ngày này thông báo tự rời trang công khai.',
      'After this day it leaves the public site by itself.',
    ],
  },
  pages: {
    files: ['Ví dụ mẫu đơn, sơ đồ đường đi.', 'Such as forms, or how to get there.'],
    inMenu: [
      'Khi trang đã công bố, tên trang hiện trong menu của cổng.',
      'Once it is public, its title stands in the menu of the website.',
    ],
    menuUnder: ['Để trống thì trang đứng riêng một mục.', 'Left empty, it is an entry of its own.'],
    menuOrder: ['Số nhỏ đứng trước; để trống thì đứng cuối.', 'The smallest first; those without one come last.'],
  },
  'document-types': {
    name: ['Như Nghị định về công tác văn thư gọi, ví dụ Kế hoạch.', 'As the decree on records calls it.'],
    abbreviation: [
      'Chữ đứng trước tên cơ quan trong ký hiệu, ví dụ KH; công văn để trống.',
      'The letters before the issuer in a symbol, such as KH; none for letters.',
    ],
    family: [
      'Quyết định cách đọc số hiệu và tình trạng hiệu lực.',
      'It decides how numbers are read and whether there is legal effect.',
    ],
    numberCarriesYear: [
      'Đánh dấu nếu số hiệu loại này luôn có năm, ví dụ 42/2022/NĐ-CP.',
      'Tick it if numbers of this type always carry the year, as 42/2022/NĐ-CP does.',
    ],
  },
  organisations: {
    name: ['Tên đầy đủ, như in trên văn bản.', 'The full name, as printed on documents.'],
    shortName: ['Như trong ký hiệu, ví dụ UBND.', 'As in symbols, such as UBND.'],
    territory: ['Nơi cơ quan quản lý hoặc hoạt động.', 'The place it governs or works in.'],
    parent: ['Cơ quan cấp trên trực tiếp.', 'The body directly above it.'],
    validFrom: ['Để trống khi không rõ.', 'Leave empty when not known.'],
    validTo: [
      'Ngày cuối cùng còn hoạt động; văn bản ban hành trước đó giữ nguyên tên cũ.',
      'Its last day; documents of before keep its name.',
    ],
    successors: [
      'Tìm theo cơ quan kế thừa sẽ ra cả văn bản của cơ quan này.',
      'Who searches by a successor finds the documents of this body too.',
    ],
    legalBasis: [
      'Văn bản thành lập, sáp nhập hoặc giải thể; kèm số và ngày.',
      'What founded, merged or ended it; with number and day.',
    ],
  },
  'calendar-days': {
    day: ['Ngày trước tháng sau, ví dụ 02/9/2027.', 'Day first, such as 02/9/2027.'],
    kind: [
      'Thời hạn phê chuẩn và báo cáo chỉ tính giờ của ngày làm việc.',
      'Deadlines and reports count the hours of working days only.',
    ],
    name: ['Ví dụ “Quốc khánh”, “Làm bù cho ngày 31/8/2026”.', 'Such as “National Day”.'],
    source: ['Luật hoặc thông báo quy định ngày này.', 'The law or the announcement that sets this day.'],
  },
  territories: {
    name: ['Kèm cấp, ví dụ “tỉnh Sóc Trăng”, “phường Phú Lợi”.', 'With its level.'],
    kind: ['Cấp hành chính vào thời gian địa bàn còn tồn tại.', 'Its level while it exists.'],
    parent: ['Địa bàn cấp trên trực tiếp.', 'The place directly above it.'],
    validFrom: ['Để trống khi không rõ.', 'Leave empty when not known.'],
    validTo: ['Ngày cuối cùng trước khi sắp xếp, sáp nhập.', 'The last day before a merger.'],
    successors: [
      'Tìm theo địa bàn kế thừa sẽ ra cả nội dung của địa bàn này.',
      'Who searches by a successor finds what concerns this place too.',
    ],
    legalBasis: ['Nghị quyết sắp xếp, sáp nhập; kèm số và ngày.', 'The resolution, with number and day.'],
  },
  topics: {
    title: ['Ngắn gọn, như người dân gọi; hiện khi đăng ký nhận tin.', 'Short, as citizens say; shown to subscribers.'],
    description: ['Chủ đề gồm những gì, một hai câu.', 'What belongs to it, in a sentence or two.'],
  },
  audiences: {
    title: ['Nhóm người đọc, ví dụ “Hòa giải viên ở cơ sở”.', 'A group of readers, such as mediators.'],
    priority: ['Nhóm yếu thế hoặc đặc thù theo chính sách của tỉnh.', 'Vulnerable groups under the province’s policy.'],
  },
  media: {
    caption: ['Hiện dưới ảnh hoặc cạnh tên tệp.', 'Shown below the picture or beside the name of the file.'],
    durationSeconds: ['Hệ thống đọc từ tệp.', 'Read from the file.'],
    sha256: ['Hệ thống tính từ tệp, để đối chiếu bản gốc.', 'Computed from the file, to compare with the original.'],
  },
  users: {
    email: ['Dùng để đăng nhập và lấy lại mật khẩu.', 'For logging in and for a forgotten password.'],
    name: ['Hiện trong nhật ký duyệt.', 'Shown in the approval trail.'],
    role: [
      'Quyết định được soạn, duyệt hay chỉ xem; không ai tự đổi nhiệm vụ của mình.',
      'It decides who drafts, approves or only reads; nobody changes their own.',
    ],
    mails: [
      'Người dùng tự chọn. Công bố khẩn, rút văn bản, việc quá hạn phê chuẩn và thay đổi quyền duyệt luôn được báo cho người có trách nhiệm, dù chọn thế nào.',
      'Each person chooses for themselves. Urgent publications, withdrawals, what nobody ratified in time and changes of power are always told to those in charge, whatever they chose.',
    ],
    absentFrom: [
      'Khi nghỉ phép, đi công tác: đồng nghiệp thấy bạn vắng mặt và không giao việc cho bạn; thư tổng hợp chờ đến ngày bạn trở lại, việc khẩn vẫn báo ngay. Quyền duyệt không đổi; cần người làm thay thì lập ủy quyền.',
      'On leave or on duty elsewhere: colleagues see it and assign nothing to you; collected mails wait until you are back, what is urgent comes at once. Your power stays as it is; to have somebody act for you, delegate.',
    ],
    absentUntil: [
      'Ngày cuối bạn vắng mặt, không quá một năm; không vắng mặt thì để trống cả hai ô.',
      'The last day on which you are away, a year at most; leave both empty if you are not.',
    ],
    mailLanguage: ['Tên văn bản vẫn bằng tiếng Việt.', 'Titles of texts stay in Vietnamese.'],
    unit: ['Cộng tác viên sửa được bản nháp của đơn vị mình.', 'Contributors may edit the drafts of their unit.'],
    active: [
      'Bỏ dấu khi người này nghỉ việc hoặc chuyển công tác; nhật ký vẫn giữ tên.',
      'Clear it when the person leaves; the trail keeps the name.',
    ],
  },
}

const helpFor = (collection: string, path: string): Help | undefined => HELP[collection]?.[path] ?? HELP['*']?.[path]

const withHelp = (field: Field, collection: string, above: string): Field => {
  if (field.type === 'tabs')
    return {
      ...field,
      tabs: field.tabs.map(
        (tab): Tab => ({ ...tab, fields: tab.fields.map((one) => withHelp(one, collection, above)) }),
      ),
    }
  const path = 'name' in field && field.name ? `${above}${field.name}` : ''
  const inside = 'fields' in field && Array.isArray(field.fields) ? field.fields : undefined
  const help = path ? helpFor(collection, path) : undefined
  return {
    ...field,
    ...(help && !(field.admin as { description?: unknown } | undefined)?.description
      ? { admin: { ...field.admin, description: { vi: help[0], en: help[1] } } }
      : {}),
    ...(inside ? { fields: inside.map((one) => withHelp(one, collection, path ? `${path}.` : above)) } : {}),
  } as Field
}

/** Adds help texts to the fields of a collection that have none. */
export const explained = (collection: string, fields: Field[]): Field[] =>
  fields.map((field) => withHelp(field, collection, ''))
