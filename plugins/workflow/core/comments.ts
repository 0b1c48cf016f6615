import type { WorkflowDefinition } from './definition.ts'
import type { Actor } from './events.ts'
import { type Person, sitsAt } from './groups.ts'
import { type Refusal, refusal } from './refusal.ts'
import { writtenText } from './writtenText.ts'

/** Something said about a document, as stored. Rows are never changed; a resolution is a row of its own. */
export interface CommentRow {
  /** `said`: a comment or a reply. `resolved`: the thread needs no more work. */
  type: 'said' | 'resolved'
  /** Id of the comment that was said, or whose thread is resolved. */
  comment: string
  /** Id of the comment that is answered; empty for the first of a thread. */
  replyTo: string
  /** Path of the field it is about; empty for the whole document. */
  path: string
  text: string
  /** ISO 8601, UTC. */
  at: string
  by: Actor
}

/** One comment as shown to people. */
export interface Comment {
  id: string
  text: string
  at: string
  by: string
  capacity: string
  path: string | null
}

/** A comment with its replies, oldest first. */
export interface Thread extends Comment {
  replies: Comment[]
  resolved: { by: string; at: string } | null
}

const commentIn = ({ comment, text, at, by, path }: CommentRow): Comment => ({
  id: comment,
  text,
  at,
  by: by.name,
  capacity: by.capacity,
  path: path || null,
})

/**
 * The threads that rows add up to, oldest first. A reply after a resolution opens the thread again. Pure.
 *
 * @param rows in the order in which they were stored
 */
export const threadsOf = (rows: readonly CommentRow[]): Thread[] => {
  const threads = new Map<string, Thread>()
  for (const row of rows) {
    const thread = threads.get(row.type === 'resolved' ? row.comment : row.replyTo)
    if (row.type === 'resolved') {
      if (thread) thread.resolved = { by: row.by.name, at: row.at }
    } else if (!row.replyTo) threads.set(row.comment, { ...commentIn(row), replies: [], resolved: null })
    else if (thread) {
      thread.replies.push(commentIn(row))
      thread.resolved = null
    }
  }
  return [...threads.values()]
}

/** Most rows of one document: what is said must stay readable. */
const MOST_ROWS = 1000

/** Whoever takes part in the approval of a document takes part in the conversation about it. */
const takesPart = (person: Person, { authors, authority, steps }: WorkflowDefinition): boolean =>
  authors.includes(person.role) || person.role === authority || steps.some((step) => sitsAt(person, step))

const invalid = (path: string, vi: string, en: string): Refusal =>
  refusal('CONTENT_INVALID', vi, en, { fields: [{ path, message: { vi, en } }] })

/**
 * Whether a person may say something, or resolve a thread. Pure.
 *
 * @returns the refusal, or `undefined`
 */
export const mayComment = (actor: Person, definition: WorkflowDefinition): Refusal | undefined =>
  takesPart(actor, definition)
    ? undefined
    : refusal(
        'FORBIDDEN',
        'Chỉ những người tham gia soạn và duyệt được góp ý; xin nhờ một người trong số họ.',
        'Only those who take part in writing and approving may comment; ask one of them.',
      )

/** What a person wants to say. */
export interface Saying {
  text?: string
  path?: string
  replyTo?: string
}

/**
 * Checks something that is about to be said. Pure.
 *
 * @param fields names of the fields of the form
 * @returns the row without its id, or the refusal
 */
export const said = (
  { text = '', path = '', replyTo = '' }: Saying,
  rows: readonly CommentRow[],
  fields: readonly string[],
): Pick<CommentRow, 'text' | 'path' | 'replyTo'> | { refusal: Refusal } => {
  const tidy = writtenText(text)
  if (!tidy) return { refusal: invalid('text', 'Xin ghi ý kiến trước khi gửi.', 'Write something first.') }
  if (rows.length >= MOST_ROWS)
    return {
      refusal: invalid(
        'text',
        'Văn bản này đã có quá nhiều ý kiến; xin trao đổi trực tiếp.',
        'There are too many comments on this text; talk to each other instead.',
      ),
    }
  if (path && !fields.includes(path.split('.')[0]!))
    return { refusal: invalid('path', 'Văn bản không có mục này; xin chọn lại.', 'The text has no such field.') }
  const answered = rows.find(({ type, comment }) => type === 'said' && comment === replyTo)
  if (replyTo && !answered)
    return { refusal: invalid('replyTo', 'Không còn ý kiến này; xin tải lại trang.', 'There is no such comment.') }
  // A reply to a reply belongs to the same thread.
  return { text: tidy, path, replyTo: answered ? answered.replyTo || answered.comment : '' }
}

/**
 * Whether a thread can be resolved. Pure.
 *
 * @returns the refusal, or `undefined`
 */
export const resolvable = (comment: string, rows: readonly CommentRow[]): Refusal | undefined => {
  const thread = threadsOf(rows).find(({ id }) => id === comment)
  if (!thread)
    return refusal('NOT_FOUND', 'Không có ý kiến này; xin tải lại trang.', 'There is no such comment; reload the page.')
  return thread.resolved
    ? refusal('WORKFLOW_WRONG_STATE', 'Ý kiến này đã được giải quyết.', 'This comment is resolved already.')
    : undefined
}
