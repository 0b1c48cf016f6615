import type { PreviewLayout } from '../../plugins/workflow/index.ts'
import { relationVerbs } from './relationVerbs.ts'

const NOT_ON_A_PAGE = ['slug', 'legacyUrls']
const readers = ['topics', 'audiences', 'territories']

/** How pages of the website lay their documents out, for the preview; by collection. */
export const previews: Record<string, PreviewLayout> = {
  directives: {
    line: [
      { fields: ['docType'] },
      { fields: ['numberAndSymbol'], label: { vi: 'Số', en: 'No.' } },
      { fields: ['issuedOn'], label: { vi: 'Ngày ban hành', en: 'Issued on' } },
      { fields: ['issuerNameAtIssue', 'issuer'] },
    ],
    text: ['abstract', 'summary', 'body'],
    sections: [
      'objectives',
      'implementers',
      'taskGroups',
      'signers',
      'effectiveFrom',
      'effectiveTo',
      'implementationPeriod',
      'statusOverride',
      'files',
      'relations',
      ...readers,
    ],
    hidden: [...NOT_ON_A_PAGE, 'number', 'numberSuffix', 'symbol'],
    chapters: { taskGroups: { number: 'ordinal', heading: 'heading', text: 'body' } },
    relations: {
      field: 'relations',
      type: 'type',
      target: 'target',
      citedAs: 'citedAs',
      verbs: Object.fromEntries(Object.entries(relationVerbs).map(([type, { verb }]) => [type, verb])),
    },
    cited: ['numberAndSymbol', 'title'],
  },
  bulletins: {
    line: [
      { fields: ['kind'] },
      { fields: ['date'] },
      { fields: ['byline'] },
      { fields: ['source'], label: { vi: 'Nguồn', en: 'Source' } },
    ],
    sections: ['issueNo', 'year', 'files', 'about', ...readers],
    hidden: NOT_ON_A_PAGE,
  },
  videos: {
    line: [
      { fields: ['recordedOn'], label: { vi: 'Ghi hình ngày', en: 'Recorded on' } },
      { fields: ['source'], label: { vi: 'Nguồn', en: 'Source' } },
    ],
    text: ['file', 'embedUrl', 'summary', 'body'],
    sections: ['captions', 'transcript', ...readers],
    hidden: [...NOT_ON_A_PAGE, 'poster', 'durationSeconds'],
  },
  notices: {
    sections: ['files', 'expiresOn', ...readers],
    hidden: [...NOT_ON_A_PAGE, 'pinnedUntil'],
  },
}
