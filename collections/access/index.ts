export { documents } from './documents.ts'
export {
  administers,
  answersForMails,
  managesDesk,
  readsAddresses,
  readsDesk,
  readsRecords,
  readsTrail,
} from './records.ts'
export { reference } from './reference.ts'
export { allow, allowField, anyone, nobody, roleOf } from './roles.ts'
