import { bulletin } from './bulletin.ts'
import type { DemoDocument } from './demoDocument.ts'
import { draftPlan } from './draftPlan.ts'
import { notices } from './notices.ts'
import { plan84 } from './plan84.ts'
import { videos } from './videos.ts'

export type { DemoDocument } from './demoDocument.ts'

/** What the demonstration publishes, and one draft; each document after those it points to. */
export const demoDocuments: DemoDocument[] = [plan84, bulletin, ...videos, ...notices, draftPlan]
