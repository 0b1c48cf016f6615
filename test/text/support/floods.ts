const MEGABYTE = 1_000_000
/** Enough to distinguish quadratic from linear time, for characters that are less likely to be repeated in masses. */
const HEAP = 60_000

/** A text of any length. */
export interface Flood {
  name: string
  /** Returns the text with about this many characters. */
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

/** Text around the repeated characters: a regular expression anchored on one side examines only one end. */
const ROUND = { bare: ['', ''], inside: ['a', 'b'], 'in a number': ['84/KH', 'UBND'], 'after a label': ['Số: ', '!'] }

const flood = (name: string, unit: string, most: number, places: object = ROUND): Flood[] =>
  Object.entries(places as typeof ROUND).map(([place, [before = '', after = '']]) => ({
    name: `${name}, ${place}`,
    of: (length) => before + unit.repeat(Math.ceil(length / unit.length)) + after,
    most,
  }))

/** Texts that nobody types but anybody can send. */
export const FLOODS: readonly Flood[] = [
  ...Object.entries(WHITE).flatMap(([name, unit]) => flood(name, unit, MEGABYTE)),
  ...flood('a', 'a', MEGABYTE),
  ...SIGNS.flatMap((unit) => flood(JSON.stringify(unit), unit, HEAP, { inside: ROUND.inside })),
]
