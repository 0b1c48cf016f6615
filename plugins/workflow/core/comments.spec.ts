import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { author, editor, person, standard } from '../../../test/workflow/play.ts'
import { type CommentRow, mayComment, resolvable, said, threadsOf } from './comments.ts'

const FIELDS = ['title', 'body']
const row = (comment: string, more: Partial<CommentRow> = {}): CommentRow => ({
  type: 'said',
  comment,
  replyTo: '',
  path: '',
  text: comment,
  at: '2026-11-27T02:00:00.000Z',
  by: author,
  ...more,
})

describe('a conversation', () => {
  it('has threads with replies, and a thread is resolved until somebody answers again', () => {
    const rows = [row('a'), row('b', { path: 'title' }), row('c', { replyTo: 'a' }), row('a', { type: 'resolved' })]
    expect(threadsOf(rows)).toMatchObject([
      { id: 'a', replies: [{ id: 'c' }], resolved: { by: 'an' } },
      { id: 'b', path: 'title', replies: [], resolved: null },
    ])
    expect(threadsOf([...rows, row('d', { replyTo: 'a' })])[0]).toMatchObject({ resolved: null })
  })

  it('loses and doubles nothing that was said, whatever is resolved in between', () => {
    const steps = fc.array(fc.record({ kind: fc.constantFrom('said', 'reply', 'resolve'), at: fc.nat(20) }), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(steps, (asked) => {
        const rows: CommentRow[] = []
        asked.forEach(({ kind, at }, index) => {
          const other = rows.filter(({ type }) => type === 'said').at(at % (rows.length || 1))
          if (kind === 'resolve') {
            if (other && !resolvable(other.comment, rows)) rows.push(row(other.comment, { type: 'resolved' }))
            return
          }
          const checked = said({ text: `Ý ${index}`, replyTo: kind === 'reply' ? other?.comment : '' }, rows, FIELDS)
          if ('refusal' in checked) throw new Error(checked.refusal.code)
          rows.push(row(`c${index}`, checked))
        })
        const shown = threadsOf(rows).flatMap(({ text, replies }) => [text, ...replies.map((one) => one.text)])
        expect(shown.sort()).toEqual(rows.flatMap(({ type, text }) => (type === 'said' ? [text] : [])).sort())
      }),
    )
  })

  it('puts a reply to a reply into the same thread', () => {
    const rows = [row('a'), row('b', { replyTo: 'a' })]
    expect(said({ text: 'Vâng', replyTo: 'b' }, rows, FIELDS)).toMatchObject({ replyTo: 'a' })
  })

  it.each([
    ['nothing', { text: ' \u200b ' }, 'text'],
    ['a field that is none', { text: 'Sai', path: 'passwordHash' }, 'path'],
    ['an answer to nobody', { text: 'Vâng', replyTo: 'x' }, 'replyTo'],
  ])('refuses %s', (_, saying, path) => {
    expect(said(saying, [], FIELDS)).toMatchObject({ refusal: { code: 'CONTENT_INVALID', fields: [{ path }] } })
  })

  it('ends at a number that people can still read', () => {
    const many = Array.from({ length: 1000 }, (_, index) => row(`c${index}`))
    expect(said({ text: 'Thêm' }, many, FIELDS)).toMatchObject({ refusal: { code: 'CONTENT_INVALID' } })
  })

  it('is one of those who write and approve', () => {
    expect(mayComment(author, standard)).toBeUndefined()
    expect(mayComment(editor, standard)).toBeUndefined()
    expect(mayComment(person('kim', 'auditor'), standard)?.code).toBe('FORBIDDEN')
  })

  it('resolves what is open, once', () => {
    expect(resolvable('x', [row('a')])?.code).toBe('NOT_FOUND')
    expect(resolvable('a', [row('a'), row('a', { type: 'resolved' })])?.code).toBe('WORKFLOW_WRONG_STATE')
  })
})
