/**
 * Which types of documents have legal effect, by their codes. Decree 30/2020/NĐ-CP, Annex III, lists the administrative
 * ones; those of the first list only plan, tell, ask or send. The second are the statutory ones of the Law on the
 * Promulgation of Legal Normative Documents, which must say from when they apply. Of all others (decisions on one case,
 * instructions, rules, documents of the Party) the days written on them decide.
 */
export const legalEffect = {
  withoutEffect: [
    ...['KH', 'CV', 'ThuCong', 'CTr', 'PA', 'ĐA', 'DA', 'TC', 'TB', 'HD', 'BC', 'BB', 'TTr', 'CĐ'],
    ...['GM', 'GGT', 'GNP', 'PG', 'PC', 'PB', 'VBHN'],
  ],
  withEffect: ['HienPhap', 'BoLuat', 'Luat', 'PL', 'Lenh', 'NQ-QPPL', 'NĐ', 'QĐ-QPPL', 'TT', 'TTLT', 'NQLT'],
} as const
