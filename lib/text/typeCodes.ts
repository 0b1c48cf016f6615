/** Joint agreements of several bodies: plans, guides, programmes, rules. */
const agreed = ['KHLT', 'KHPH', 'KHLN', 'HDLT', 'HDLN', 'HDLS', 'CTPH', 'CTrPH', 'CTLT', 'QCPH', 'QCLN'] as const

/**
 * Type codes that start the symbol of a printed number (`KH` in `84/KH-UBND`). Case matters. Their meaning is reference
 * data; here they only distinguish a type from an issuer, because official letters have no type code (`1234/UBND-NC`).
 */
export const typeCodes = [
  // Decree 30/2020/NĐ-CP, Annex III.
  ...['NQ', 'QĐ', 'CT', 'QC', 'QyĐ', 'TC', 'TB', 'HD', 'CTr', 'KH', 'PA', 'ĐA', 'DA', 'BC', 'BB', 'TTr', 'HĐ', 'CĐ'],
  ...['BGN', 'BTT', 'GUQ', 'GM', 'GGT', 'GNP', 'PG', 'PC', 'PB'],
  // Normative documents, under current and former laws.
  ...['PL', 'L', 'LCT', 'NĐ', 'TT', 'TTLT', 'TTLB', 'TTLN', 'NQLT', 'QĐLT', 'VBHN', 'SL', 'SLt'],
  // The Party's.
  ...['KL', 'CV', 'QĐi', 'CTHĐ', 'CTrHĐ', 'ĐC'],
  // Letters of reply: `44/TL-BTC`.
  'TL',
  ...agreed,
  // Common administrative licences and certificates.
  ...['GP', 'GPXD', 'GCN', 'GXN', 'BCTT'],
  // Administrative decisions of some provinces: `526/QĐHC-CTUBND`.
  'QĐHC',
] as const

/** Document types issued jointly: every part of the symbol after the type code is an issuer. */
export const jointTypes: ReadonlySet<string> = new Set([...['TTLT', 'TTLB', 'TTLN', 'NQLT', 'QĐLT'], ...agreed])

/** Document types whose numbers include the year since 1997; one without a year is older. */
export const statutoryTypes: ReadonlySet<string> = new Set([
  ...['PL', 'L', 'LCT', 'NĐ', 'TT', 'TTLT', 'TTLB', 'TTLN', 'SL', 'SLt'],
])
