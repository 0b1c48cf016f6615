export { Audiences } from './Audiences.ts'
export {
  administers,
  answersForMails,
  managesDesk,
  readsAddresses,
  readsDesk,
  readsRecords,
  readsTrail,
} from './access/index.ts'
export { Bulletins } from './Bulletins.ts'
export { CalendarDays, readCalendar } from './CalendarDays.ts'
export { Directives } from './Directives.ts'
export { DocumentTypes } from './DocumentTypes.ts'
export { editor } from './fields/richText.ts'
export { backfillFoundBy } from './finding/backfill.ts'
export { findingEndpoint } from './finding/endpoint.ts'
export { media } from './Media.ts'
export { Notices } from './Notices.ts'
export { Organisations } from './Organisations.ts'
export { administrators, digestOfficers } from './officers.ts'
export { Pages } from './Pages.ts'
export { SearchWords } from './SearchWords.ts'
export { Site } from './Site.ts'
export { Territories } from './Territories.ts'
export { Topics } from './Topics.ts'
export { Users } from './Users.ts'
export { PREVIEW_SIZE } from './uploads/finding.ts'
export { type UploadStore, uploadStore, uploadsOf } from './uploads/uploadStore.ts'
export { Videos } from './Videos.ts'
