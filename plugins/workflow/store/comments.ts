import type { Payload } from 'payload'
import { appendLog, isNumbered, type Log, NUMBERED } from '../../publications/index.ts'
import type { CommentRow } from '../core/comments.ts'

export const COMMENT_COLUMNS = [
  'document',
  'type',
  'comment',
  'replyTo',
  'path',
  'text',
  'at',
  'actor',
  'actorName',
  'actorRole',
  'capacity',
] as const

/** What people say about documents, one stream a document. */
export const commentsLog: Log = { collection: 'workflow-comments', stream: 'document', columns: COMMENT_COLUMNS }

interface StoredComment extends Omit<CommentRow, 'by' | 'replyTo' | 'path' | 'text'> {
  document: string
  replyTo?: string | null
  path?: string | null
  text?: string | null
  actor: string
  actorName: string
  actorRole: string
  capacity: string
  seq: number
}

const fromRow = (row: StoredComment): CommentRow => ({
  type: row.type,
  comment: row.comment,
  replyTo: row.replyTo ?? '',
  path: row.path ?? '',
  text: row.text ?? '',
  at: row.at,
  by: { id: row.actor, name: row.actorName, role: row.actorRole, capacity: row.capacity },
})

/** Everything that was said about a document, in order. */
export const readComments = async (payload: Payload, document: string): Promise<CommentRow[]> => {
  const { docs } = await payload.db.find<StoredComment & { id: string }>({
    collection: commentsLog.collection,
    where: { and: [{ document: { equals: document } }, NUMBERED] },
    sort: 'seq',
    limit: 0,
    pagination: false,
  })
  return docs.filter(isNumbered).map(fromRow)
}

/** Appends a row at the end of a document's conversation. */
export const appendComment = async (payload: Payload, document: string, row: CommentRow): Promise<void> => {
  const { by, replyTo, path, text, ...rest } = row
  await appendLog({
    payload,
    log: commentsLog,
    entry: {
      document,
      ...rest,
      // An empty text is stored as none by some databases, and the hash must not depend on that.
      ...(replyTo ? { replyTo } : {}),
      ...(path ? { path } : {}),
      ...(text ? { text } : {}),
      actor: by.id,
      actorName: by.name,
      actorRole: by.role,
      capacity: by.capacity,
    },
  })
}
