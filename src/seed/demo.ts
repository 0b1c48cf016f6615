import type { Payload } from 'payload'
import type { Clock } from '../time/clock.ts'
import { seedReferences } from './seedReferences.ts'
import { seedUsers } from './seedUsers.ts'

/** Password of all demo people. */
const DEMO_PASSWORD = 'congbo-demo'

/** Reference data, a person for each duty, and documents that went through their approvals. Running it again changes nothing. */
export const seedDemo = async ({ payload }: { payload: Payload; clock: Clock }): Promise<void> => {
  await seedReferences({ payload })
  await seedUsers({ payload, password: DEMO_PASSWORD })
}

/** Whether nobody can log in yet: the first run. */
export const isFirstRun = async (payload: Payload): Promise<boolean> =>
  (await payload.db.count({ collection: 'users' } as never)).totalDocs === 0
