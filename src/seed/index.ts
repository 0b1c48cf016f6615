export { seedReferences } from './seedReferences.ts'
export { seedUsers } from './seedUsers.ts'
