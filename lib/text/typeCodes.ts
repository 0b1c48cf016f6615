/** What bodies agree on together: plans, guides, programmes, rules. */
const agreed = ['KHLT', 'KHPH', 'KHLN', 'HDLT', 'HDLN', 'HDLS', 'CTPH', 'CTrPH', 'CTLT', 'QCPH', 'QCLN'] as const

/**
 * Codes that open the symbol of a printed number (`KH` in `84/KH-UBND`). Case matters. What each means is reference
 * data; here they only tell a type from an issuer, for official letters have none (`1234/UBND-NC`).
 */
export const typeCodes = [
  // Decree 30/2020/NĐ-CP, Annex III.
  ...['NQ', 'QĐ', 'CT', 'QC', 'QyĐ', 'TC', 'TB', 'HD', 'CTr', 'KH', 'PA', 'ĐA', 'DA', 'BC', 'BB', 'TTr', 'HĐ', 'CĐ'],
  ...['BGN', 'BTT', 'GUQ', 'GM', 'GGT', 'GNP', 'PG', 'PC', 'PB'],
  // Statutory ones, of today and of former laws.
  ...['PL', 'L', 'LCT', 'NĐ', 'TT', 'TTLT', 'TTLB', 'TTLN', 'NQLT', 'QĐLT', 'VBHN', 'SL', 'SLt'],
  // The Party's.
  ...['KL', 'CV', 'QĐi', 'CTHĐ', 'CTrHĐ', 'ĐC'],
  ...agreed,
  // Licences and certificates of everyday administration.
  ...['GP', 'GPXD', 'GCN', 'GXN', 'BCTT'],
  // Administrative decisions of some provinces: `526/QĐHC-CTUBND`.
  'QĐHC',
] as const

/** Types that several bodies issue together: every part of the symbol after the code is an issuer. */
export const jointTypes: ReadonlySet<string> = new Set([...['TTLT', 'TTLB', 'TTLN', 'NQLT', 'QĐLT'], ...agreed])

/** Types whose numbers have carried the year since 1997; one without a year is older. */
export const statutoryTypes: ReadonlySet<string> = new Set([
  ...['PL', 'L', 'LCT', 'NĐ', 'TT', 'TTLT', 'TTLB', 'TTLN', 'SL', 'SLt'],
])
