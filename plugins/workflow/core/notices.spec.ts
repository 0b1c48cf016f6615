import { describe, expect, it } from 'vitest'
import { author, context, deputy, editor, frozen, head, person, play, secretary } from '../../../test/workflow/play.ts'
import { type Actor, type StoredEvent, SYSTEM, type WorkflowEvent } from './events.ts'
import { isAboutPower, NOTICE_KINDS } from './noticeKinds.ts'
import { mostPressing, noticesOf, type Reader, remindersOf, stillTrue, type Trail } from './notices.ts'
import { AUTHORITY } from './powers.ts'

const otherEditor = person('gia', 'editor')
const PEOPLE = [author, editor, otherEditor, secretary, head, deputy]
const ALL_SEQS = new Set(Array.from({ length: 100 }, (_, seq) => seq))

const trail = (events: readonly StoredEvent[], now = '2026-01-01T00:00:00.000Z'): Trail => ({
  collection: 'letters',
  events,
  context: context({ now }),
})
/** Who is told of the last event, as `kind: id`. */
const toldLast = (events: readonly StoredEvent[]) =>
  noticesOf(trail(events), new Set([events.at(-1)!.seq]), PEOPLE).map(({ kind, to }) => `${kind}: ${to}`)
const eventsOf = (commands: Parameters<typeof play>[0]) => play(commands).events

/** The same events with one more that happened by itself. */
const withEvent = (events: readonly StoredEvent[], event: WorkflowEvent): StoredEvent[] => [
  ...events,
  { ...event, seq: events.length + 1, hash: `e${events.length + 1}` },
]
const bySystem = { by: SYSTEM, at: '2026-01-02T00:00:00.000Z' }

describe('who is told of an event', () => {
  it.each<[string, Parameters<typeof play>[0], string[]]>([
    ['a submission: who may edit', [[author, 'submit']], ['arrived: binh', 'arrived: gia']],
    ['a submission by an editor: the other editors', [[editor, 'submit']], ['arrived: gia']],
    [
      'the step after: who may approve there',
      [
        [author, 'submit'],
        [editor, 'approve', { frozen: frozen('h1') }],
      ],
      ['arrived: chi'],
    ],
    [
      'the last step: the heads who did not write it',
      [
        [author, 'submit', { frozen: frozen('h1', ['an', 'dung']) }],
        [editor, 'approve', { frozen: frozen('h1', ['an', 'dung']) }],
        [secretary, 'approve'],
      ],
      ['arrived: em'],
    ],
    [
      'the publication: its author',
      [
        [author, 'submit'],
        [editor, 'approve', { frozen: frozen('h1') }],
        [secretary, 'approve'],
        [head, 'approve'],
      ],
      ['published: an'],
    ],
    [
      'a return: its author',
      [
        [author, 'submit'],
        [editor, 'return', { reason: 'Thiếu căn cứ' }],
      ],
      ['returned: an'],
    ],
    [
      'a refusal: its author',
      [
        [author, 'submit'],
        [editor, 'refuse', { reason: 'Trùng' }],
      ],
      ['refused: an'],
    ],
    [
      'a recall by its author: nobody',
      [
        [author, 'submit'],
        [author, 'recall'],
      ],
      [],
    ],
    [
      'a claim: nobody',
      [
        [author, 'submit'],
        [editor, 'claim'],
      ],
      [],
    ],
    [
      'an urgent publication: the other heads, and its author',
      [[head, 'publish-urgently', { reason: 'Bão', frozen: frozen('h1', ['an']) }]],
      ['urgent: em', 'published: an'],
    ],
    [
      'a withdrawal: who may ratify it, and the author',
      [
        [head, 'publish-urgently', { reason: 'Bão', frozen: frozen('h1', ['an']) }],
        [deputy, 'ratify'],
        [head, 'withdraw', { reason: 'Sai' }],
      ],
      ['ratify: em', 'withdrawn: an'],
    ],
  ])('%s', (_, commands, told) => {
    expect(toldLast(eventsOf(commands))).toEqual(told)
  })

  const reviewed: Parameters<typeof play>[0] = [
    [author, 'submit'],
    [editor, 'approve', { frozen: frozen('h1') }],
  ]

  it('an assignment: whom it was given to, unless they took it themselves', () => {
    const given = (by: Actor): WorkflowEvent => ({
      type: 'assigned',
      by,
      at: '2026-01-01T01:00:00.000Z',
      step: 'confirm',
      until: '2026-01-02T00:00:00.000Z',
      to: { id: 'chi', name: 'chi' },
    })
    expect(toldLast(withEvent(eventsOf(reviewed), given(head)))).toEqual(['assigned: chi'])
    expect(toldLast(withEvent(eventsOf(reviewed), given(secretary)))).toEqual([])
  })

  it('a step that is overdue: the role that it escalates to', () => {
    expect(
      toldLast(withEvent(eventsOf(reviewed), { ...bySystem, type: 'overdue', step: 'confirm', to: 'head' })),
    ).toEqual(['overdue: dung', 'overdue: em'])
  })

  it('what nobody ratified in time: the role that it escalates to', () => {
    const urgent = eventsOf([[head, 'publish-urgently', { reason: 'Bão', frozen: frozen('h1', ['an']) }]])
    expect(toldLast(withEvent(urgent, { ...bySystem, type: 'escalated', event: 1, to: 'secretary' }))).toEqual([
      'escalated: chi',
    ])
  })

  it('an urgent publication that was withdrawn by itself: its author, and who published it', () => {
    const urgent = eventsOf([[head, 'publish-urgently', { reason: 'Bão', frozen: frozen('h1', ['an']) }]])
    expect(toldLast(withEvent(urgent, { ...bySystem, type: 'withdrawn', edition: 1, reason: 'Quá hạn' }))).toEqual([
      'withdrawn: an',
      'withdrawn: dung',
    ])
  })

  it('a publication that failed: who may publish it, and the author', () => {
    const scheduled = eventsOf([
      ...reviewed,
      [secretary, 'approve'],
      [head, 'schedule', { publishAt: '2026-01-02T00:00:00Z' }],
    ])
    expect(
      toldLast(
        withEvent(scheduled, { ...bySystem, type: 'publicationFailed', contentHash: 'h1', reason: 'Thiếu tệp' }),
      ),
    ).toEqual(['failed: an', 'failed: dung', 'failed: em'])
  })

  it('a return to an earlier step: who may act there, and not the author', () => {
    const back: WorkflowEvent = {
      type: 'returned',
      by: secretary,
      at: '2026-01-01T01:00:00.000Z',
      step: 'confirm',
      to: 'edit',
      reason: 'Sửa tên',
    }
    expect(toldLast(withEvent(eventsOf(reviewed), back))).toEqual(['arrived: binh', 'arrived: gia'])
  })

  it('somebody who is not there any more: nobody', () => {
    const events = eventsOf([
      [author, 'submit'],
      [editor, 'return', { reason: 'Thiếu căn cứ' }],
    ])
    expect(noticesOf(trail(events), ALL_SEQS, [editor, head])).toEqual([])
  })
})

describe('powers', () => {
  const byHead = (covers: string[], collections: string[] = []) => ({
    delegation: 'd',
    from: head,
    covers,
    collections,
    capacity: 'TUQ.' as const,
    authority: '12/QĐ-STP',
    until: '2026-03-01T00:00:00.000Z',
  })
  const atHeads = eventsOf([
    [author, 'submit'],
    [editor, 'approve', { frozen: frozen('h1') }],
    [secretary, 'approve'],
  ])
  const told = (reader: Reader) =>
    noticesOf(trail(atHeads), new Set([atHeads.at(-1)!.seq]), [reader]).map(({ kind }) => kind)
  const clerk = person('ha', 'clerk')

  it.each<[string, Reader, string[]]>([
    ['who stands in for a head at the step is told', { ...clerk, delegated: [byHead(['approve'])] }, ['arrived']],
    ['who stands in for everything is told', { ...clerk, delegated: [byHead([AUTHORITY])] }, ['arrived']],
    ['who stands in at another step is not', { ...clerk, delegated: [byHead(['confirm'])] }, []],
    ['who stands in for other collections is not', { ...clerk, delegated: [byHead(['approve'], ['others'])] }, []],
    ['who wrote the text is not, whoever delegated to them', { ...author, delegated: [byHead(['approve'])] }, []],
    ['whose power rests is not', { ...head, rests: { until: '2026-01-03T00:00:00.000Z' } }, []],
  ])('%s', (_, reader, kinds) => {
    expect(told(reader)).toEqual(kinds)
  })

  it('who stands in for the authority learns of an urgent publication at once', () => {
    const urgent = eventsOf([[head, 'publish-urgently', { reason: 'Bão', frozen: frozen('h1', ['an']) }]])
    const standing = { ...clerk, delegated: [{ ...byHead([AUTHORITY]), from: deputy }] }
    expect(noticesOf(trail(urgent), ALL_SEQS, [standing])).toEqual([{ kind: 'urgent', to: 'ha', event: 1 }])
  })
})

describe('what is true no more', () => {
  it('a text that arrived, once somebody decided, or somebody else took it', () => {
    const events = eventsOf([[author, 'submit']])
    const notice = { kind: 'arrived' as const, to: 'gia', event: 1 }
    expect(stillTrue(notice, otherEditor, trail(events))).toBe(true)
    const claimed = eventsOf([
      [author, 'submit'],
      [editor, 'claim'],
    ])
    expect(stillTrue(notice, otherEditor, trail(claimed))).toBe(false)
    expect(stillTrue({ ...notice, to: 'binh' }, editor, trail(claimed))).toBe(true)
    // The claim has ended.
    expect(stillTrue(notice, otherEditor, trail(claimed, '2026-02-01T00:00:00.000Z'))).toBe(true)
  })

  it('a return, once the text was submitted again', () => {
    const returned: Parameters<typeof play>[0] = [
      [author, 'submit'],
      [editor, 'return', { reason: 'Thiếu căn cứ' }],
    ]
    const notice = { kind: 'returned' as const, to: 'an', event: 2 }
    expect(stillTrue(notice, author, trail(eventsOf(returned)))).toBe(true)
    expect(stillTrue(notice, author, trail(eventsOf([...returned, [author, 'submit']])))).toBe(false)
  })

  it('a publication, once it was withdrawn; an urgent one is told all the same', () => {
    const urgent: Parameters<typeof play>[0] = [
      [head, 'publish-urgently', { reason: 'Bão', frozen: frozen('h1', ['an']) }],
    ]
    const withdrawn = eventsOf([...urgent, [deputy, 'withdraw', { reason: 'Sai' }]])
    expect(stillTrue({ kind: 'published', to: 'an', event: 1 }, author, trail(eventsOf(urgent)))).toBe(true)
    expect(stillTrue({ kind: 'published', to: 'an', event: 1 }, author, trail(withdrawn))).toBe(false)
    expect(stillTrue({ kind: 'urgent', to: 'em', event: 1 }, deputy, trail(withdrawn))).toBe(true)
  })

  it('a notice about an event that the trail does not hold', () => {
    for (const kind of NOTICE_KINDS.filter((one) => !isAboutPower(one)))
      expect(stillTrue({ kind, to: 'an', event: 9 }, author, trail(eventsOf([[author, 'submit']])))).toBe(false)
  })
})

describe('reminders', () => {
  it('go to those who may decide, until the deadline has passed', () => {
    const events = eventsOf([
      [author, 'submit'],
      [editor, 'approve', { frozen: frozen('h1') }],
    ])
    expect(remindersOf(trail(events), PEOPLE)).toEqual([{ kind: 'reminder', to: 'chi', event: 2 }])
    const late = withEvent(events, { ...bySystem, type: 'overdue', step: 'confirm', to: 'head' })
    expect(remindersOf(trail(late), PEOPLE)).toEqual([])
    expect(remindersOf(trail([]), PEOPLE)).toEqual([])
  })
})

describe('a mail', () => {
  it('names each document once, by what presses most', () => {
    const of = (kind: (typeof NOTICE_KINDS)[number], document: string, event = 1) => ({ kind, document, event })
    expect(
      mostPressing([
        of('arrived', 'a'),
        of('overdue', 'a', 3),
        of('published', 'b'),
        of('withdrawn', 'b', 4),
        of('urgent', 'c'),
      ]),
    ).toEqual([of('urgent', 'c'), of('overdue', 'a', 3), of('published', 'b')])
  })
})
