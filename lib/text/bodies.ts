const PARTY_COMMITTEES = ['TW', 'TƯ', 'TU', 'ThU', 'HU', 'TXU', 'QU', 'ĐU', 'ĐUK', 'TĐU'] as const

/**
 * Abbreviations of bodies in printed symbols, in the spelling that folding and capitals lose: `HĐND` for `hdnd`, `TTg`
 * for `TTG`. The bodies themselves are reference data; this list only restores letters.
 */
export const bodies = [
  ...['UBND', 'HĐND', 'TTg', 'CP', 'CTN', 'VPCP', 'VPQH', 'VPCTN', 'HĐTP', 'HĐBCQG', 'HĐBC', 'UBTVQH', 'TTHĐND'],
  ...['BTP', 'BCA', 'BQP', 'BNG', 'BNV', 'BTC', 'BYT', 'BXD', 'BCT', 'BGTVT', 'BTTTT', 'BKHCN', 'BKHĐT', 'BTNMT'],
  ...['BGDĐT', 'BGD&ĐT', 'BLĐTBXH', 'BNNPTNT', 'BVHTTDL', 'BDTTG', 'BNNMT', 'NHNN', 'TTCP', 'KTNN', 'TANDTC'],
  ...['VKSNDTC', 'BHXH', 'TCT', 'TLĐ', 'LĐLĐ', 'MTTQ', 'ĐCT', 'TWĐTN', 'TĐTN', 'ĐTN', 'HĐQT', 'HĐTV', 'BCĐ', 'BCĐTW'],
  ...[
    'STP',
    'SNV',
    'STC',
    'SYT',
    'SXD',
    'SCT',
    'SGDĐT',
    'SGD&ĐT',
    'GDĐT',
    'GD&ĐT',
    'SLĐTBXH',
    'LĐTBXH',
    'SKHĐT',
    'KHĐT',
  ],
  ...['STTTT', 'STNMT', 'SNNPTNT', 'SVHTTDL', 'SGTVT', 'SKHCN', 'PBGDPL', 'HĐPH', 'HĐPHPBGDPL', 'HĐPBGDPL', 'BTĐKT'],
  ...PARTY_COMMITTEES,
  ...['BTG', 'BTGTW', 'VPTW', 'UBKTTW', 'BTCTW', 'BNCTW'],
  ...['HĐBT', 'HĐCP', 'HĐNN', 'SL', 'UBNDT', 'CTUBND', 'UBMTTQ', 'MTTW', 'BCSĐ', 'VPĐP', 'VPĐKĐĐ', 'HĐTĐ'],
] as const

/** Committees of the Communist Party; in their numbers the symbol follows a hyphen (`36-NQ/TW`). */
export const partyBodies: ReadonlySet<string> = new Set(PARTY_COMMITTEES)

/** State bodies that printed a slash after a hyphen before 1997 (`53-L/CTN`, `13-LCT/HĐNN8`, `12-TT/LB`). */
export const isOldStateBody = (issuer: string): boolean =>
  /^(CTN|HĐNN\d*|QH\d*|CP|HĐBT|HĐCP|TTg|LB|UB|NV|TC|PC|BYT|BTC|BNV|BTP|TCCP|LĐTBXH|GDĐT|CT)$/.test(issuer)

/** The Ministry of Finance until 1997. Its abbreviation is also the code of a communiqué (thông cáo). */
export const FINANCE = 'TC'

/** Units that followed the Ministry of Finance in its symbols: `118-TC/TCT`. */
export const financeUnits: ReadonlySet<string> = new Set([
  ...['TCT', 'TCĐN', 'TCDN', 'TCHQ', 'TCNH', 'TCVG', 'HCSN', 'HCVX', 'NSNN', 'KBNN', 'CĐKT', 'CST', 'ĐTPT', 'QLCS'],
  ...['QLG', 'TVQT', 'KTKT', 'GTBĐ', 'BH', 'QLDN'],
])

/** Bodies that are named after what they lead, often behind a space: `BCH PCTT-TKCN`, `BCĐ 35`, `VP UBND`. */
export const namedBodies = ['BCH', 'BCĐ', 'BQL', 'TCT', 'VP'] as const

/** Symbols that stood alone after the number and a hyphen before 1997: `57-CP`, `217-HĐBT`, `327-CT`, `773-TTg`. */
export const hyphenatedAlone: ReadonlySet<string> = new Set(['CP', 'HĐBT', 'HĐCP', 'TTg', 'CT', 'PCT', 'CTN', 'HĐNN'])

/** Decree-laws (sắc lệnh) of 1945 to 1959: a slash, and no leading zero before a single digit. */
export const DECREE_LAW = 'SL'
