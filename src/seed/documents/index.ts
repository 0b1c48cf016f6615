import { bulletin, issue } from './bulletin.ts'
import { decisions } from './decisions.ts'
import type { DemoDocument } from './demoDocument.ts'
import { draftPlan } from './draftPlan.ts'
import { notices } from './notices.ts'
import { pages } from './pages.ts'
import { plan84 } from './plan84.ts'
import { videos } from './videos.ts'

export type { DemoDocument } from './demoDocument.ts'

/** What the demonstration publishes, and one draft; each document after those it points to. */
export const demoDocuments: DemoDocument[] = [
  plan84,
  ...decisions,
  bulletin,
  issue,
  ...videos,
  ...notices,
  ...pages,
  draftPlan,
]
