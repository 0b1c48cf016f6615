import type { PreviewLayout } from '../../plugins/workflow/index.ts'
import { relationVerbs } from './relationVerbs.ts'

const NOT_ON_A_PAGE = ['slug', 'legacyUrls']
const readers = ['topics', 'audiences', 'territories']

/** Preview layouts by collection, following the website's pages. */
export const previews: Record<string, PreviewLayout> = {
  directives: {
    line: [
      { fields: ['docType'] },
      { fields: ['numberAndSymbol'], label: { vi: 'Số', en: 'No.' } },
      { fields: ['issuedOn'], label: { vi: 'Ngày ban hành', en: 'Issued on' } },
      { fields: ['issuerNameAtIssue', 'issuer'] },
    ],
    text: ['abstract', 'summary', 'body'],
    sections: ['objectives', 'implementers', 'taskGroups', 'files', 'relations'],
    facts: ['signers', 'effectiveFrom', 'effectiveTo', 'implementationPeriod', 'statusOverride', ...readers],
    hidden: [...NOT_ON_A_PAGE, 'number', 'numberSuffix', 'symbol', 'workUri'],
    chapters: { taskGroups: { number: 'ordinal', heading: 'heading', text: 'body' } },
    relations: {
      field: 'relations',
      type: 'type',
      target: 'target',
      citedAs: 'citedAs',
      scope: 'scope',
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
    facts: ['issueNo', 'year', ...readers],
    sections: ['files', 'about'],
    hidden: NOT_ON_A_PAGE,
  },
  videos: {
    line: [
      { fields: ['recordedOn'], label: { vi: 'Ghi hình ngày', en: 'Recorded on' } },
      { fields: ['source'], label: { vi: 'Nguồn', en: 'Source' } },
    ],
    text: ['file', 'embedUrl', 'summary', 'body'],
    facts: readers,
    sections: ['captions', 'transcript'],
    hidden: [...NOT_ON_A_PAGE, 'poster', 'durationSeconds'],
  },
  notices: {
    facts: ['expiresOn', ...readers],
    sections: ['files'],
    hidden: [...NOT_ON_A_PAGE, 'pinnedUntil'],
  },
  pages: {
    facts: ['inMenu', 'menuUnder', 'menuOrder', ...readers],
    sections: ['files'],
    hidden: NOT_ON_A_PAGE,
  },
}
