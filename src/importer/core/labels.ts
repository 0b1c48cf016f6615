/** Labels of the table in which portals state what a document is. */
export const LABELS = {
  number: 'số,? (?:và )?ký hiệu|số/ký hiệu|số hiệu(?: văn bản)?|số văn bản|văn bản số|ký hiệu|số',
  day: 'ngày ban hành|ngày ký|ngày văn bản|ban hành ngày',
  issuer: '(?:cơ quan|đơn vị|nơi) ban hành',
  type: '(?:loại|hình thức|thể loại) văn bản',
  subject: 'trích yếu(?: nội dung)?|tên văn bản',
}

export type Property = keyof typeof LABELS

const ALONE = new RegExp(
  `^(?:${Object.values(LABELS).join('|')}|ngày (?:có |hết )?hiệu lực|ngày đăng công báo|lĩnh vực|người ký)\\s*:?$`,
  'iu',
)

/** Whether a line is a label whose value is the next cell of its column. Pure. */
export const isLabel = (line: string): boolean => line.length < 60 && ALONE.test(line.trim())
