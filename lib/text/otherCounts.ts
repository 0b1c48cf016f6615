/** Forms are numbered like documents: `Mẫu số 02/TP-HT`. */
const FORM = /(?<!\p{L})(?:biểu mẫu|mẫu|biểu|bảng biểu)\s*(?:số\s*:?\s*)?$/iu
/** Things with a number, a slash and perhaps letters that are not documents: `thửa đất số 123/TBĐ`. */
const PLACE_OR_THING =
  /(?<!\p{L})(?:thửa(?: đất)?|tờ bản đồ|nhà|căn hộ|phòng|lô|hẻm|ngõ|ngách|kiệt|tổ|ấp|khóm|khu phố|đường|tài khoản|điện thoại|hóa đơn|hoá đơn|biên lai|hộp thư|biển số)\s*(?:số\s*:?\s*)?$/iu
/** Programmes and committees named after a number: `Đề án 06/CP`, `Ban Chỉ đạo 389/ĐP`. */
const CALLED_AFTER = /(?<!\p{L})(?:ban chỉ đạo|bcđ|tổ công tác|đề án|chương trình)\s*$/iu

/** How far back to search for such words, in UTF-16 units. */
const REACH = 130

/**
 * Whether the words before an apparent number show that it numbers something other than a document.
 *
 * @param before the words, in NFC
 * @param alone whether the symbol is a single word, which is weak evidence
 */
export const countsSomethingElse = (before: string, alone: boolean): boolean => {
  const words = before.slice(-REACH)
  return FORM.test(words) || (alone && (PLACE_OR_THING.test(words) || CALLED_AFTER.test(words)))
}
