/** Facts that sentences of a mail name; all are texts in the language of the mail. */
interface Facts {
  name: string
  /** Name and capacity, `Nguyễn Văn Giang, Trưởng Ban biên tập`. */
  who: string
  reason: string
  step: string
  /** An instant as people read it. */
  by: string
}

/** Facts of a delegation; instants as people read them. */
interface Handover {
  who: string
  /** What was handed over. */
  what: string
  from: string
  by: string
  at: string
  /** How the delegate signs, `KT.` */
  capacity: string
  /** Number of the document by which it was made. */
  authority: string
}

/** How many documents a mail is about. */
interface Counts {
  waiting: number
  overdue: number
  news: number
}

const vi = {
  /** Of a row of `workflow-notices`. */
  states: { waiting: 'Chờ gửi', told: 'Đã vào thư', dropped: 'Không muốn nhận' },
  headings: {
    pressing: 'Cần xem ngay',
    waiting: 'Chờ bạn giải quyết',
    own: 'Văn bản của bạn',
  },
  /** Subject of a mail about one document, before its title. */
  subjects: {
    power: 'Quyền duyệt thay đổi',
    delegated: 'Bạn được ủy quyền',
    delegationEnded: 'Ủy quyền đã chấm dứt',
    urgent: 'Đã công bố khẩn',
    ratify: 'Đã rút, cần phê chuẩn',
    purge: 'Đề nghị xóa nội dung, cần xác nhận',
    escalated: 'Quá hạn phê chuẩn',
    overdue: 'Quá hạn giải quyết',
    failed: 'Chưa công bố được',
    assigned: 'Giao cho bạn',
    reminder: 'Sắp đến hạn',
    arrived: 'Chờ bạn giải quyết',
    waiting: 'Chờ bạn giải quyết',
    returned: 'Trả lại để sửa',
    refused: 'Không được duyệt',
    published: 'Đã công bố',
    withdrawn: 'Đã rút',
  },
  collected: ({ waiting, news }: Pick<Counts, 'waiting' | 'news'>) =>
    [
      ...(waiting ? [`${waiting} văn bản chờ bạn giải quyết`] : []),
      ...(news ? [`${news} tin về văn bản của bạn`] : []),
    ].join(', '),
  pressing: (count: number) => `${count} việc cần xem ngay`,
  summary: (day: string, { waiting, overdue, news }: Counts) =>
    `Việc ngày ${day}: ${[
      ...(waiting || !news ? [`${waiting} văn bản chờ bạn${overdue ? `, ${overdue} quá hạn` : ''}`] : []),
      ...(news ? [`${news} tin về văn bản của bạn`] : []),
    ].join(', ')}`,
  sentences: {
    power: ({ name }: Pick<Facts, 'name'>) => `${name} đã thay đổi quyền, địa chỉ thư hoặc mật khẩu của tài khoản này.`,
    rests: ({ by }: Pick<Facts, 'by'>) =>
      `Tài khoản chưa quyết định được cho đến ${by}, trừ khi một lãnh đạo xác nhận.`,
    confirmed: 'Một lãnh đạo đã xác nhận.',
    holds: 'Thay đổi đã có hiệu lực.',
    delegated: ({ who, what }: Pick<Handover, 'who' | 'what'>) => `${who} ủy quyền cho bạn: ${what}.`,
    delegatedFor: ({ from, by, capacity }: Pick<Handover, 'from' | 'by' | 'capacity'>) =>
      `Từ ${from} đến ${by}; bạn ký ${capacity}`,
    delegationEnded: ({ who, at }: Pick<Handover, 'who' | 'at'>) => `${who} đã chấm dứt ủy quyền lúc ${at}.`,
    delegationWas: ({ what, by }: Pick<Handover, 'what' | 'by'>) => `Đã ủy quyền: ${what}, đến ${by}.`,
    authority: ({ authority }: Pick<Handover, 'authority'>) => `Căn cứ: ${authority}`,
    urgent: ({ who, reason }: Facts) => `${who} đã công bố khẩn. Lý do: ${reason}`,
    ratified: 'Đã được phê chuẩn.',
    ended: 'Văn bản không còn được công bố.',
    ratifyBy: ({ by }: Facts) => `Cần một lãnh đạo khác phê chuẩn trước ${by}.`,
    ratify: ({ who, reason }: Facts) => `${who} đã rút văn bản. Lý do: ${reason}`,
    escalated: ({ by }: Facts) => `Chưa ai phê chuẩn; hạn là ${by}.`,
    overdue: ({ step, by }: Facts) => `Bước “${step}” quá hạn từ ${by}.`,
    with: ({ name }: Facts) => `Đang ở: ${name}.`,
    failed: ({ reason }: Facts) => `Chưa công bố được: ${reason}`,
    assigned: ({ who, step }: Facts) => `${who} giao cho bạn bước “${step}”.`,
    step: ({ step }: Facts) => `Bước: ${step}`,
    held: 'Đã duyệt xong, chờ công bố',
    ratifyNow: 'Chờ phê chuẩn',
    purge: ({ who, reason }: Facts) => `${who} đề nghị xóa nội dung một bản đã công bố. Lý do: ${reason}`,
    purgeNow: 'Chờ xác nhận xóa nội dung một bản',
    due: ({ by }: Facts) => `Hạn: ${by}`,
    late: ({ by }: Facts) => `Quá hạn từ ${by}`,
    sentBack: ({ who, reason }: Facts) => `${who} trả lại bước này. Lý do: ${reason}`,
    returned: ({ who, reason }: Facts) => `${who} trả lại để sửa. Lý do: ${reason}`,
    refused: ({ who, reason }: Facts) => `${who} không duyệt. Lý do: ${reason}`,
    published: ({ by }: Facts) => `Đã công bố lúc ${by}.`,
    publishedUrgently: ({ who, by }: Facts) => `${who} đã công bố khẩn lúc ${by}.`,
    withdrawn: ({ who, reason }: Facts) => `${who} đã rút văn bản. Lý do: ${reason}`,
  },
  more: (count: number) => `Và ${count} văn bản nữa.`,
  all: 'Mở danh sách việc của tôi',
  why: 'Bạn nhận thư này vì công việc của bạn trên hệ thống biên tập. Thư gửi tự động, xin đừng trả lời.',
  choose: 'Chọn loại thư muốn nhận',
}

type MailTexts = typeof vi

const en: MailTexts = {
  states: { waiting: 'To be told', told: 'In a mail', dropped: 'Not wanted' },
  headings: {
    pressing: 'Needs a look now',
    waiting: 'Waiting for you',
    own: 'Your texts',
  },
  subjects: {
    power: 'Power to approve changed',
    delegated: 'Delegated to you',
    delegationEnded: 'Delegation ended',
    urgent: 'Published urgently',
    ratify: 'Withdrawn, to be ratified',
    purge: 'Proposed to be erased, to be confirmed',
    escalated: 'Not ratified in time',
    overdue: 'Overdue',
    failed: 'Could not be published',
    assigned: 'Assigned to you',
    reminder: 'Due soon',
    arrived: 'Waiting for you',
    waiting: 'Waiting for you',
    returned: 'Returned',
    refused: 'Refused',
    published: 'Published',
    withdrawn: 'Withdrawn',
  },
  collected: ({ waiting, news }) =>
    [
      ...(waiting ? [`${waiting} ${waiting === 1 ? 'text waits' : 'texts wait'} for you`] : []),
      ...(news ? [`news about ${news} of your texts`] : []),
    ].join(', '),
  pressing: (count) => `${count} texts need a look now`,
  summary: (day, { waiting, overdue, news }) =>
    `Work of ${day}: ${[
      ...(waiting || !news ? [`${waiting} waiting for you${overdue ? `, ${overdue} overdue` : ''}`] : []),
      ...(news ? [`news about ${news} of your texts`] : []),
    ].join(', ')}`,
  sentences: {
    power: ({ name }) => `${name} changed the role, unit, address or password of this account.`,
    rests: ({ by }) => `The account decides nothing until ${by}, unless a head confirms the change.`,
    confirmed: 'A head has confirmed it.',
    holds: 'The change is in force.',
    delegated: ({ who, what }) => `${who} delegates to you: ${what}.`,
    delegatedFor: ({ from, by, capacity }) => `From ${from} until ${by}; you sign ${capacity}`,
    delegationEnded: ({ who, at }) => `${who} ended the delegation on ${at}.`,
    delegationWas: ({ what, by }) => `It was for: ${what}, until ${by}.`,
    authority: ({ authority }) => `Document: ${authority}`,
    urgent: ({ who, reason }) => `${who} published it urgently. Reason: ${reason}`,
    ratified: 'It has been ratified.',
    ended: 'It is not public any more.',
    ratifyBy: ({ by }) => `Another head must ratify it by ${by}.`,
    ratify: ({ who, reason }) => `${who} withdrew it. Reason: ${reason}`,
    escalated: ({ by }) => `Nobody has ratified it; the deadline was ${by}.`,
    overdue: ({ step, by }) => `The step “${step}” is overdue since ${by}.`,
    with: ({ name }) => `It is with: ${name}.`,
    failed: ({ reason }) => `It could not be published: ${reason}`,
    assigned: ({ who, step }) => `${who} assigned the step “${step}” to you.`,
    step: ({ step }) => `Step: ${step}`,
    held: 'Approved, to be published',
    ratifyNow: 'To be ratified',
    purge: ({ who, reason }) => `${who} proposes to erase the content of an edition. Reason: ${reason}`,
    purgeNow: 'An edition is proposed to be erased',
    due: ({ by }) => `Due: ${by}`,
    late: ({ by }) => `Overdue since ${by}`,
    sentBack: ({ who, reason }) => `${who} sent it back to this step. Reason: ${reason}`,
    returned: ({ who, reason }) => `${who} returned it. Reason: ${reason}`,
    refused: ({ who, reason }) => `${who} refused it. Reason: ${reason}`,
    published: ({ by }) => `Published on ${by}.`,
    publishedUrgently: ({ who, by }) => `${who} published it urgently on ${by}.`,
    withdrawn: ({ who, reason }) => `${who} withdrew it. Reason: ${reason}`,
  },
  more: (count) => `And ${count} more.`,
  all: 'Open my tasks',
  why: 'You get this mail because of your work in the editorial system. It is sent automatically; please do not answer it.',
  choose: 'Choose which mails you want',
}

/** Texts of mails to officers, by language. */
export const MAIL_TEXTS = { vi, en }
