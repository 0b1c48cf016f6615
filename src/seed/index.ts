export { isFirstRun, seedDemo } from './demo.ts'
export { seedReferences } from './seedReferences.ts'
export { seedUsers } from './seedUsers.ts'
