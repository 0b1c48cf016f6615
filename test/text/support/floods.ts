const MEGABYTE = 1_000_000
/** Enough to tell a square from a line, for characters that are less likely to come in heaps. */
const HEAP = 60_000

/** A text that grows to any length. */
export interface Flood {
  name: string
  /** The text, of about so many characters. */
  of: (length: number) => string
  most: number
}

const WHITE = {
  space: ' ',
  'no-break space': '\u00a0',
  newline: '\n',
  tab: '\t',
  'carriage return': '\r',
  'zero-width space': '\u200b',
  'ideographic space': '\u3000',
  'mixed white space': ' \u00a0\n\t\r\u200b\u3000',
}

const SIGNS = [
  ...['1', '-', '/', '.', ',', ';', ':', '<', '>', '(', ')', '[', '{', '"', '“', '&', '%', '\\', '@', '#', '*', '_'],
  ...['A', 'Đ', 'ệ', '\u0301', '\u0301\u0323', 'e\u0323\u0302', 'ក', '\u17d2', '\u17d2\u1780', '\u17c1\u17b6', '法'],
  ...[
    '\u200d',
    '\u00ad',
    '\u202e',
    '\u0000',
    '\u001b[31m',
    '\ud800',
    '👨‍👩‍👧',
    '１',
    '&amp;',
    '</a>',
    '<b>',
    '<a href="x">',
  ],
  ...[
    'a ',
    ' a',
    '1 ',
    '1/',
    '/a',
    '-a',
    '1-',
    '1.',
    'a.',
    'a-',
    'a,',
    'a\n',
    '\na',
    '- ',
    '/ ',
    '. ',
    ', ',
    '1/1/',
    '\t1',
  ],
  ...[
    'số ',
    'ngày ',
    'tháng ',
    'năm ',
    'luật ',
    'A1-',
    'KH-',
    '84/KH',
    '1.000',
    'http://',
    'Điều 1. ',
    'a@',
    'h1',
    '12h',
  ],
]

/** What stands round the heap, since an expression that is anchored on one side looks at one end alone. */
const ROUND = { bare: ['', ''], inside: ['a', 'b'], 'in a number': ['84/KH', 'UBND'], 'after a label': ['Số: ', '!'] }

const flood = (name: string, unit: string, most: number, places: object = ROUND): Flood[] =>
  Object.entries(places as typeof ROUND).map(([place, [before = '', after = '']]) => ({
    name: `${name}, ${place}`,
    of: (length) => before + unit.repeat(Math.ceil(length / unit.length)) + after,
    most,
  }))

/** Texts that nobody types and anybody can send. */
export const FLOODS: readonly Flood[] = [
  ...Object.entries(WHITE).flatMap(([name, unit]) => flood(name, unit, MEGABYTE)),
  ...flood('a', 'a', MEGABYTE),
  ...SIGNS.flatMap((unit) => flood(JSON.stringify(unit), unit, HEAP, { inside: ROUND.inside })),
]
