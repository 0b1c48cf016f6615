/**
 * Document types with and without legal effect, by code. Decree 30/2020/NĐ-CP, Annex III, lists the administrative
 * types; those in the first list only plan, inform, ask or send. The second list has the normative types of the Law on
 * the Promulgation of Legal Normative Documents, which must state when they take effect. For all other types
 * (individual decisions, instructions, rules, Party documents) the dates in the document decide.
 */
export const typesWithEffect = {
  withoutEffect: [
    ...['KH', 'CV', 'ThuCong', 'CTr', 'PA', 'ĐA', 'DA', 'TC', 'TB', 'HD', 'BC', 'BB', 'TTr', 'CĐ'],
    ...['GM', 'GGT', 'GNP', 'PG', 'PC', 'PB', 'VBHN'],
  ],
  withEffect: ['HienPhap', 'BoLuat', 'Luat', 'PL', 'Lenh', 'NQ-QPPL', 'NĐ', 'QĐ-QPPL', 'TT', 'TTLT', 'NQLT'],
} as const
