export { type DemoDocument, demoDocuments } from './documents/index.ts'
export { seedReferences } from './seedReferences.ts'
export { seedUsers } from './seedUsers.ts'
export { writeDemoDocument } from './writeDemoDocument.ts'
