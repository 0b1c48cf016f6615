/**
 * Codes that open the symbol of a printed number (`KH` in `84/KH-UBND`). Case matters. What each means is reference
 * data; here they only tell a type from an issuer, for official letters have none (`1234/UBND-NC`).
 */
export const typeCodes = [
  ...['NQ', 'QĐ', 'CT', 'QC', 'QyĐ', 'TC', 'TB', 'HD', 'CTr', 'KH', 'PA', 'ĐA', 'DA', 'BC', 'BB', 'TTr', 'HĐ', 'CĐ'],
  ...['BGN', 'BTT', 'GUQ', 'GM', 'GGT', 'GNP', 'PG', 'PC', 'PB'],
  ...['PL', 'L', 'NĐ', 'TT', 'TTLT', 'NQLT', 'VBHN'],
  ...['KL', 'CV'],
] as const
