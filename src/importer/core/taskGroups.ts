import { quoted } from './naming.ts'
import type { Note, ReadTaskGroup } from './types.ts'

const MARKED = /\((\d{1,3})\)/g
const NUMBERED_LINE = /^(\d{1,3})\s*[.)/]\s+(?=\S)/
const LETTERED_LINE = /^[a-zđ]\s*[.)]\s+(?=\S)/u
const DASHED_LINE = /^[-–—+•*]\s*(?=\p{L})/u
const ITEM = /^(?:[a-zđ]\s*[.)]|[-–—+•*]|\d{1,2}\.\d{1,2}\.?)\s*(?=\S)/u
const STATED_GROUPS = /\d{1,3}\s+(?:nhóm\s+)?(?:nhiệm vụ|giải pháp)(?:[^\n.:;]{0,40})?/iu
const STATED = /(\d{1,3})\s+(?:nhóm\s+)?(?:nhiệm vụ|giải pháp|nội dung|nhóm)/iu

/** A text without what stands of these signs at its end; a loop, since an expression tries every run of them within. */
const withoutEnd = (text: string, signs: string): string => {
  let end = text.length
  while (end > 0 && signs.includes(text[end - 1]!)) end -= 1
  return text.slice(0, end)
}

interface Mark {
  ordinal: number
  start: number
  end: number
}

/** The longest run 1, 2, 3 … among the marks; the first one of several that are equally long. */
const runOf = (marks: Mark[]): Mark[] => {
  let best: Mark[] = []
  marks.forEach((first, at) => {
    if (first.ordinal !== 1) return
    const run = [first]
    for (const mark of marks.slice(at + 1)) {
      if (mark.ordinal === 1) break
      if (mark.ordinal === run.length + 1) run.push(mark)
    }
    if (run.length > best.length) best = run
  })
  return best
}

const marksIn = (text: string): Mark[] =>
  [...text.matchAll(MARKED)].map((match) => ({
    ordinal: Number(match[1]),
    start: match.index,
    end: match.index + match[0].length,
  }))

/** The first sentence names the group, what follows explains it. */
const groupOf = (ordinal: number, words: string): ReadTaskGroup => {
  const text = words.trim().replace(/\s*\.\/\.?$/, '')
  const [, first = text, rest = ''] = /^(.+?[^.\s]{2}\.)\s+(?=[\p{Lu}“"])(.*)$/su.exec(text) ?? []
  const heading = withoutEnd(first.trim(), ' .;,')
  const body = withoutEnd(rest.trim(), ';,')
  return { ordinal, heading, ...(body ? { body } : {}) }
}

/** The groups in a text where `(1)`, `(2)` … part them; `marks` lie in order. */
const between = (text: string, marks: Mark[]): ReadTaskGroup[] =>
  marks.map(({ ordinal, end }, at) => groupOf(ordinal, text.slice(end, marks[at + 1]?.start)))

/** Where the lines end that belong to the last group: those that are counted off or dashed under it. */
const endOfItems = (paragraphs: string[], start: number): number => {
  const end = paragraphs.findIndex((line, at) => at > start && !ITEM.test(line))
  return end < 0 ? paragraphs.length : end
}

/** Groups that stand a line each with a letter or a dash, as many as the text says. */
const fromItems = (paragraphs: string[], stated: number): ReadTaskGroup[] => {
  for (const mark of [LETTERED_LINE, DASHED_LINE]) {
    const lines = paragraphs.filter((line) => mark.test(line))
    if (lines.length === stated) return lines.map((line, at) => groupOf(at + 1, line.replace(mark, '')))
  }
  return []
}

/** Groups that stand a line each, `1. …`; lines without a number belong to the one before. */
const fromLines = (paragraphs: string[]): ReadTaskGroup[] => {
  const starts = paragraphs.flatMap((line, at) => {
    const [mark, ordinal] = NUMBERED_LINE.exec(line) ?? []
    return mark ? [{ ordinal: Number(ordinal), start: at, end: mark.length }] : []
  })
  const run = runOf(starts)
  return run.map(({ ordinal, start, end }, at) => {
    const heading = paragraphs[start]!.slice(end)
    const next = run[at + 1]?.start ?? endOfItems(paragraphs, start)
    const under = paragraphs.slice(start + 1, next).join('\n')
    return under ? { ordinal, heading: withoutEnd(heading, ' .;:,'), body: under } : groupOf(ordinal, heading)
  })
}

const linedGroups = (paragraphs: string[], stated: number): ReadTaskGroup[] => {
  const numbered = fromLines(paragraphs)
  return numbered.length ? numbered : fromItems(paragraphs, stated)
}

/**
 * Splits the groups of tasks that an article counts off, `(1) … (2) …` in running text or `1. …` on lines of their own.
 * Pure.
 *
 * @returns the groups, contiguous from 1; or why they cannot be taken: a number left out, fewer than the text says, a
 *   beginning that is missing; `cut` when that says the page is not whole
 */
export const readTaskGroups = (
  paragraphs: string[],
): { groups: ReadTaskGroup[]; refused?: Note; cut?: true; unread?: Note } => {
  // Expressions that look for white space try every sign of a run of it.
  const spaced = paragraphs.map((words) => words.replace(/\s+/g, ' '))
  const text = spaced.join('\n')
  const marks = marksIn(text)
  const run = runOf(marks)
  const stated = Number(STATED.exec(text)?.[1] ?? 0)
  const highest = marks.reduce((most, { ordinal }) => Math.max(most, ordinal), 0)
  const inText = run.length > 1
  const lastEnd = inText ? text.indexOf('\n', run.at(-1)!.end) : -1
  const groups = inText
    ? between(lastEnd < 0 ? text : text.slice(0, lastEnd), run)
    : stated > 1
      ? linedGroups(spaced, stated)
      : []
  if (marks.length > 1 && !run.length && highest < 100 && stated > 1)
    return {
      groups: [],
      cut: true,
      refused: {
        vi: `Các nhóm nhiệm vụ không bắt đầu từ (1); trang có thể thiếu phần đầu.`,
        en: `The task groups do not begin with (1); the beginning of the page may be missing.`,
      },
    }
  if (inText && highest > run.length && (stated === highest || highest === run.length + 2))
    return {
      groups: [],
      refused: {
        vi: `Các nhóm nhiệm vụ không liên tục: sau (${run.length}) không thấy (${run.length + 1}).`,
        en: `The task groups are not numbered without gaps: (${run.length + 1}) is missing.`,
      },
    }
  if (groups.some(({ heading }) => !heading))
    return {
      groups: [],
      cut: true,
      refused: {
        vi: 'Một nhóm nhiệm vụ không có nội dung; trang có thể bị cắt.',
        en: 'A task group has no words; the page may be cut off.',
      },
    }
  if (run.length > 0 && stated > Math.max(groups.length, 1) && new RegExp(`${stated}\\s+nhóm`, 'iu').test(text))
    return {
      groups: [],
      cut: true,
      refused: {
        vi: `Trang nói có ${stated} nhóm nhiệm vụ nhưng chỉ thấy ${groups.length}; trang có thể bị cắt.`,
        en: `The page speaks of ${stated} task groups and shows ${groups.length}; it may be cut off.`,
      },
    }
  const [said] = STATED_GROUPS.exec(text) ?? []
  return groups.length || !said
    ? { groups }
    : {
        groups,
        unread: {
          vi: `Trang nói có ${quoted(said)} nhưng không tách được; xin nhập tay.`,
          en: `The page speaks of ${quoted(said)}, which could not be told apart; enter them by hand.`,
        },
      }
}
