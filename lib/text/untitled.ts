import { fold } from './fold.ts'

const NO_TITLE =
  /^(?:no title|untitled|title|(?:khong|chua)(?: co)? (?:tieu de|ten)|khong de|tieu de|无标题|無標題|没有标题|沒有標題|គ្មាន ?ចំណងជើង)$/

/** Whether a title is a placeholder that portals show for a missing one: `No title...`, `(không tiêu đề)`. */
export const saysUntitled = (title: string): boolean =>
  NO_TITLE.test(
    fold(title)
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim(),
  )
