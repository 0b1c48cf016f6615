'use client'
import { Button, useAuth } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import type { Comment, Saying, Thread } from '../../core/comments.ts'
import type { DocumentRef } from '../api.ts'
import { FailureNote } from '../FailureNote.tsx'
import { goToField } from '../goToField.ts'
import { instant } from '../instant.ts'
import { useTexts } from '../useTexts.ts'
import { CommentForm, useFieldNames } from './CommentForm.tsx'
import { useDiscussion } from './useDiscussion.ts'

const Said = ({ comment, label }: { comment: Comment; label?: string }) => (
  <>
    <p className="approval__event-who">
      {comment.by}
      {comment.capacity ? `, ${comment.capacity}` : null} · <time dateTime={comment.at}>{instant(comment.at)}</time>
    </p>
    {comment.path && label ? (
      <p>
        <button type="button" className="approval__link" onClick={() => void goToField(comment.path!)}>
          {label}
        </button>
      </p>
    ) : null}
    <p className="approval__event-note">{comment.text}</p>
  </>
)

/** The conversation about the open document, newest thread first; what is resolved is folded away. */
export const Comments = ({ document: ref }: { document: DocumentRef }) => {
  const texts = useTexts()
  const heading = useId()
  const { user } = useAuth()
  const { discussion, failure, busy, reload, send, resolve } = useDiscussion(ref)
  const labels = new Map(useFieldNames(ref.collection).map(({ name, label }) => [name, label]))
  const [answering, setAnswering] = useState('')
  const [message, setMessage] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  const keptAs = `congbo:comment:${user?.id ?? ''}:${ref.collection}:${ref.id}`

  const told = (taken: boolean, sentence: string) => {
    if (!taken) return taken
    setMessage(sentence)
    setAnswering('')
    // The pressed button may be gone; without this, the focus would return to the top of the page.
    requestAnimationFrame(() => status.current?.focus())
    return taken
  }
  const onSend = async (saying: Saying) => told(await send(saying), texts.comments.sent)
  const onResolve = async (thread: string) => told(await resolve(thread), texts.comments.done)

  const threads = [...(discussion?.threads ?? [])].reverse()
  const open = threads.filter(({ resolved }) => !resolved)
  const closed = threads.filter(({ resolved }) => resolved)
  const may = discussion?.mayComment === true

  const item = (thread: Thread) => (
    <li key={thread.id} className="approval__event">
      <Said comment={thread} label={labels.get(thread.path?.split('.')[0] ?? '')} />
      {thread.replies.length ? (
        <ul className="approval__replies">
          {thread.replies.map((reply) => (
            <li key={reply.id}>
              <Said comment={reply} />
            </li>
          ))}
        </ul>
      ) : null}
      {thread.resolved ? (
        <p className="approval__quiet">{texts.comments.resolved(thread.resolved.by, instant(thread.resolved.at))}</p>
      ) : null}
      {may && answering === thread.id ? (
        <CommentForm
          collection={ref.collection}
          keptAs={keptAs}
          busy={busy}
          replyTo={{ id: thread.id, name: thread.by }}
          onSend={onSend}
          onCancel={() => setAnswering('')}
        />
      ) : null}
      {may && answering !== thread.id ? (
        <div className="approval__buttons">
          <Button size="small" margin={false} buttonStyle="secondary" onClick={() => setAnswering(thread.id)}>
            {texts.comments.reply}
          </Button>
          {thread.resolved ? null : (
            <Button
              size="small"
              margin={false}
              buttonStyle="secondary"
              disabled={busy}
              onClick={() => void onResolve(thread.id)}
            >
              {texts.comments.resolve}
            </Button>
          )}
        </div>
      ) : null}
    </li>
  )

  return (
    <section aria-labelledby={heading} aria-busy={busy || undefined}>
      <h3 id={heading}>{texts.comments.title(open.length)}</h3>
      <p ref={status} className={message ? 'approval__done' : 'approval__hidden'} role="status" tabIndex={-1}>
        {message}
      </p>
      {failure ? <FailureNote failure={failure} onReload={() => void reload()} /> : null}
      {discussion && !threads.length ? <p className="approval__quiet">{texts.comments.empty}</p> : null}
      {open.length ? <ul className="approval__events">{open.map(item)}</ul> : null}
      {closed.length ? (
        <details className="approval__more">
          <summary>{texts.comments.older(closed.length)}</summary>
          <ul className="approval__events">{closed.map(item)}</ul>
        </details>
      ) : null}
      {may ? (
        <details className="approval__more">
          <summary>{texts.comments.write}</summary>
          <CommentForm collection={ref.collection} keptAs={keptAs} busy={busy} onSend={onSend} />
        </details>
      ) : null}
    </section>
  )
}
