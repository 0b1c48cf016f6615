import fc from 'fast-check'
import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { datedContradictions } from '../../../../collections/checks/dated.ts'
import { checkDirective } from '../../../../collections/checks/directive.ts'
import { embedAddress } from '../../../../collections/checks/embed.ts'
import { checkNotice } from '../../../../collections/checks/notice.ts'
import { faultOfWebVtt } from '../../../../collections/checks/webVtt.ts'
import { normalisedData } from './normalisedData.ts'
import { shapeOf } from './shape.ts'

describe('an embed', () => {
  it.each([
    ['https://www.youtube.com/embed/abc', 'https://www.youtube.com/embed/abc'],
    [
      'https://www.youtube-nocookie.com/embed/abc?start=30&autoplay=1',
      'https://www.youtube-nocookie.com/embed/abc?start=30',
    ],
    ['https://player.vimeo.com/video/1?h=ab12', 'https://player.vimeo.com/video/1?h=ab12'],
    [
      ' https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s ',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=42',
    ],
    ['https://youtu.be/dQw4w9WgXcQ?si=tracking', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://m.youtube.com/shorts/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871'],
  ])('of %s is the player %s, which stays as it is', (typed, player) => {
    expect(embedAddress(typed)).toBe(player)
    expect(embedAddress(player)).toBe(player)
  })

  it.each([
    'http://www.youtube.com/embed/abc',
    'https://youtube.com.evil.example/embed/a',
    'https://www.youtube.com.evil.example/embed/a',
    'https://user@www.youtube.com/embed/abc',
    'https://:pw@www.youtube.com/embed/abc',
    'https://www.youtube.com:8443/embed/abc',
    'https://www.youtube.com./embed/abc',
    'https:www.youtube.com/embed/abc',
    String.raw`https:\\www.youtube.com\embed\a`,
    'https://www.youtube.com\t/embed/a',
    'https://www。youtube。com/embed/a',
    'https://www.youtube.com/embed/"><script>',
    'https://www.youtube.com/redirect?q=https://evil.vn',
    'https://www.youtube.com/watch?v=../../redirect',
    'javascript:alert(1)',
    '//www.youtube.com/embed/abc',
    '',
  ])('is not taken from %j', (typed) => {
    expect(embedAddress(typed)).toBeUndefined()
  })
})

describe('captions', () => {
  const cue = '00:01.000 --> 00:02.000\nXin chào'
  const bytes = (text: string) => new TextEncoder().encode(text)

  it.each([
    `WEBVTT\n\n${cue}\n`,
    `\ufeffWEBVTT - Phụ đề\r\nKind: captions\r\n\r\n1\r\n${cue.replaceAll('\n', '\r\n')}\r\n`,
    `WEBVTT\n\nNOTE của biên tập\n\nSTYLE\n::cue { color: red }\n\n${cue}\n\n01:00:00.000 --> 01:00:01.500 align:start\n- Một\n- Hai`,
  ])('are %j', (text) => {
    expect(faultOfWebVtt(bytes(text))).toBeUndefined()
  })

  it.each([
    '',
    'WEBVTT',
    'WEBVTT\n\nnot a cue <script>',
    'WEBVTTX\n\n00:01.000 --> 00:02.000\na',
    `WEBVTT\n\n1\n00:00:01,000 --> 00:00:02,000\nlà tệp SRT`,
    'WEBVTT\n\n00:02.000 --> 00:01.000\nlùi giờ',
    'WEBVTT\n\n00:99.000 --> 01:00.000\na',
    'WEBVTT\n\n00:01.000 --> 00:02.000\n',
    `${cue}`,
  ])('are not %j', (text) => {
    expect(faultOfWebVtt(bytes(text))).toBeDefined()
  })

  it('are not bytes after a signature', () => {
    expect(faultOfWebVtt(Uint8Array.of(...bytes('WEBVTT\n\n'), 0, 1, 2, 0xff, 0xfe))).toBe('kind')
  })
})

describe('the form of what is sent', () => {
  const fields = [
    { name: 'title', type: 'text', localized: true },
    { name: 'old', type: 'text', hasMany: true },
    { name: 'kind', type: 'relationship', relationTo: 'kinds' },
    { name: 'files', type: 'upload', relationTo: 'media', hasMany: true },
    { name: 'about', type: 'relationship', relationTo: ['kinds', 'media'] },
    { name: 'both', type: 'relationship', relationTo: ['kinds', 'media'], hasMany: true },
    { name: 'rows', type: 'array', flattenedFields: [{ name: 'to', type: 'relationship', relationTo: 'kinds' }] },
    { name: 'span', type: 'group', flattenedFields: [{ name: 'note', type: 'textarea' }] },
  ] as unknown as FlattenedField[]
  const wrong = (data: Record<string, unknown>, byLocale = false) =>
    shapeOf(fields, data, byLocale).faults.map(({ path }) => path)

  it.each([
    [{ title: { vi: 'x' } }, ['title']],
    [{ title: 5 }, ['title']],
    [{ old: 'x' }, ['old']],
    [{ files: 'a' }, ['files']],
    [{ rows: 'zzz' }, ['rows']],
    [{ rows: { a: 1 } }, ['rows']],
    [{ rows: 1 }, ['rows']],
    [{ rows: ['a'] }, ['rows']],
    [{ span: [] }, ['span']],
    [{ span: { note: {} } }, ['span.note']],
    [{ title: 'x', old: ['a'], kind: null, files: [], rows: [{}], span: {}, more: 1 }, []],
  ])('%j is wrong at %j', (data, paths) => {
    expect(wrong(data)).toEqual(paths)
  })

  it('is by language where all languages are sent', () => {
    expect(wrong({ title: { vi: 'x', km: 'y' } }, true)).toEqual([])
    expect(wrong({ title: { vi: 5 } }, true)).toEqual(['title'])
  })

  it.each([
    [{ kind: {} }, 'kind'],
    [{ kind: { id: { toString: 1 } } }, 'kind'],
    [{ files: ['a', { toString: 1 }] }, 'files'],
    [{ files: [null] }, 'files'],
    [{ rows: '' }, 'rows'],
    [{ about: [null] }, 'about'],
    [{ about: [{ relationTo: 'kinds', value: 'a' }] }, 'about'],
    [{ about: 'a' }, 'about'],
    [{ about: { relationTo: 'users', value: 'a' } }, 'about'],
    [{ about: { relationTo: 'kinds' } }, 'about'],
    [{ both: { relationTo: 'kinds', value: 'a' } }, 'both'],
    [{ both: [{ relationTo: 'kinds', value: {} }] }, 'both'],
  ])('what points to nothing at all, %j, is wrong at %s', (data, path) => {
    expect(shapeOf(fields, data).faults.map((found) => found.path)).toEqual([path])
  })

  it('takes what points to one of several collections, populated or not', () => {
    const [one, other] = [
      { relationTo: 'kinds', value: 'a' },
      { relationTo: 'media', value: { id: 'b' } },
    ]
    expect(wrong({ about: one, both: [one, other] })).toEqual([])
    expect(wrong({ about: { collection: 'kinds', value: 'a' } })).toEqual([])
    expect(wrong({ about: null, both: [] })).toEqual([])
  })

  it('names every row that is pointed to, populated or not', () => {
    expect(shapeOf(fields, { kind: { id: 'k' }, files: ['a', { id: 'b' }], rows: [{ to: 7 }] }).references).toEqual([
      { path: 'kind', collection: 'kinds', id: 'k' },
      { path: 'files', collection: 'media', id: 'a' },
      { path: 'files', collection: 'media', id: 'b' },
      { path: 'rows.0.to', collection: 'kinds', id: 7 },
    ])
  })
})

it.each([
  [{ validFrom: '2025-01-01', validTo: '2024-01-01' }, ['validTo']],
  [{ validFrom: '2025-01-01', validTo: '2025-01-01' }, []],
  [{ id: 'a', successors: ['b', 'a'] }, ['successors']],
  [{ id: 'a', parent: { id: 'a' } }, ['parent']],
  [{ id: 'a', parent: 'b', successors: ['b'] }, []],
])('a body or a place that says %j is refused at %j', (content, paths) => {
  expect(datedContradictions(content).map(({ path }) => path)).toEqual(paths)
})

it.each([
  ['No title...', 'title'],
  ['no title', 'title'],
  ['(không tiêu đề)', 'title'],
  ['Không có tiêu đề …', 'title'],
  ['Chưa có tên', 'title'],
  ['無標題', 'title'],
  ['...', 'title'],
  ['\u17b4', 'title'],
  ['Lịch tiếp công dân', undefined],
  ['No title is needed', undefined],
  ['Không đề nghị', undefined],
])('a notice called %j is refused at %s', (title, path) => {
  expect(checkNotice({ title, summary: 'Nội dung' }, 'vi', '2026-11-24')[0]?.path).toBe(path)
})

it('a notice whose time is over is not submitted', () => {
  const on = (expiresOn: string) =>
    checkNotice({ title: 'Thông báo', summary: 'Nội dung', expiresOn }, 'vi', '2026-11-24').map(({ path }) => path)
  expect([on('2026-11-23'), on('2026-11-24')]).toEqual([['expiresOn'], []])
})

describe('what was sent, normalised', () => {
  const fields = [
    { name: 'count', type: 'number' },
    { name: 'title', type: 'text' },
    { name: 'group', type: 'group', flattenedFields: [{ name: 'year', type: 'number' }] },
    {
      name: 'rows',
      type: 'array',
      flattenedFields: [
        { name: 'sum', type: 'number' },
        { name: 'notes', type: 'array', flattenedFields: [] },
      ],
    },
    { name: 'box', type: 'group', flattenedFields: [{ name: 'notes', type: 'array', flattenedFields: [] }] },
  ] as unknown as FlattenedField[]

  it.each([
    [{ count: '1.000.000' }, { count: 1_000_000 }],
    [{ count: ' 84 ' }, { count: 84 }],
    [{ count: '' }, { count: null }],
    [{ group: { year: '2026' } }, { group: { year: 2026 } }],
    [{ rows: [{ sum: '1.500' }] }, { rows: [{ sum: 1500 }] }],
    [
      { group: null, rows: null, title: null, other: 1 },
      { group: { year: null }, rows: [], title: null, other: 1 },
    ],
    [{ rows: 0 }, { rows: [] }],
    [{ rows: '0' }, { rows: [] }],
    [{ rows: [{ sum: 0, notes: 0 }] }, { rows: [{ sum: 0, notes: [] }] }],
    [{ box: { notes: 0 } }, { box: { notes: [] } }],
    [
      { count: 0, group: { year: 0 } },
      { count: 0, group: { year: 0 } },
    ],
    [{}, {}],
  ])('of %j is %j', (sent, kept) => {
    expect(normalisedData(fields, sent)).toEqual({ data: kept, faults: [] })
  })

  it.each(['5a', '1e5', '0x10', '1,000', 'Infinity', '--1', '１'])('takes %j for no number', (typed) => {
    const at = (sent: Record<string, unknown>) => normalisedData(fields, sent).faults.map(({ path }) => path)
    expect([at({ count: typed }), at({ rows: [{ sum: typed }] })]).toEqual([['count'], ['rows.0.sum']])
  })

  it('is the same when normalised again', () => {
    fc.assert(
      fc.property(fc.object({ key: fc.constantFrom('count', 'title', 'group', 'rows', 'year', 'sum') }), (sent) => {
        const once = normalisedData(fields, sent as Record<string, unknown>)
        if (!once.faults.length) expect(normalisedData(fields, once.data)).toEqual(once)
      }),
    )
  })
})

it.each([
  [{ issuedOn: '2094-01-01' }, 'issuedOn', true],
  [{ issuedOn: '2027-12-31' }, 'issuedOn', false],
  [
    {
      taskGroups: [
        { ordinal: 1, heading: 'Một' },
        { ordinal: 2, heading: ' ' },
      ],
    },
    'taskGroups.1.heading',
    true,
  ],
  [{ taskGroups: [{ ordinal: 1, body: 'Tuyên truyền' }] }, 'taskGroups.0.heading', false],
])('a directive that says %j is refused at %s: %s', (content, path, refused) => {
  const paths = checkDirective({ title: 'Kế hoạch', ...content }, 'vi', '2026-11-24').map((found) => found.path)
  expect(paths.includes(path)).toBe(refused)
})
