import type { Mention } from './issuing.ts'
import { listed, note, quoted } from './naming.ts'
import { sentencesOf } from './sentences.ts'
import type { Note, ReadArticle } from './types.ts'

/** An issued document that the article gives no number of. */
const UNNUMBERED =
  /(?:ban hành|ký)\s+(?:Kế hoạch|Quyết định|Chỉ thị|Nghị quyết|Công văn|Thông báo|Hướng dẫn|Chương trình|Công điện|Thông tư|Nghị định)(?!\s+số)[^.;“”"]{0,100}/iu

const namesOf = (mentions: Mention[]): string =>
  listed([...new Set(mentions.map(({ found, sentence: words }) => words.slice(found.from, found.end)))])

/** What is said to be issued or cited and makes no document, for the report. */
export const notTaken = (mentions: Mention[], besides: Mention[], all: Mention[], article: ReadArticle): Note[] => {
  if (besides.length && mentions.length)
    return [
      note(
        `Bài còn nói việc ban hành ${namesOf(besides)}; chỉ giữ ở dạng viện dẫn.`,
        `The article also tells that ${namesOf(besides)} was issued; kept as a citation.`,
      ),
    ]
  if (mentions.length) return []
  if (all.length)
    return [
      note(
        `Bài nhắc ${namesOf(all)} nhưng không rõ đưa tin về văn bản nào; không lập văn bản.`,
        `The article mentions ${namesOf(all)}, and which one it reports is not clear; no document is made.`,
      ),
    ]
  const unnumbered = [article.title, ...article.paragraphs].flatMap(sentencesOf).find((one) => UNNUMBERED.test(one))
  const [words] = UNNUMBERED.exec(unnumbered ?? '') ?? []
  return words
    ? [
        note(
          `Bài nói ${quoted(words)} nhưng không ghi số, ký hiệu; không lập văn bản.`,
          `The article tells ${quoted(words)} and gives no number; no document is made.`,
        ),
      ]
    : []
}
