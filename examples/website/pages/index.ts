import { body } from './body.tsx'
import { bulletin } from './bulletin.tsx'
import { directive } from './directive.tsx'
import { home } from './home.tsx'
import { bulletins, directives, notices, videos } from './lists.tsx'
import { notice } from './notice.tsx'
import { overview } from './overview.tsx'
import type { Route } from './page.ts'
import { search } from './search.tsx'
import { staticPage } from './static.tsx'
import { topic } from './topic.tsx'
import { video } from './video.tsx'

export { faultPage, notFoundPage } from './faults.tsx'
export type { Ask, Outcome, Page, Route } from './page.ts'
export { PARAMETERS } from './parameters.ts'
export { removedPage } from './removed.tsx'

/** Every page of the website by its address. What is at none of them may be an address of the old portal. */
export const ROUTES: readonly Route[] = [
  home,
  directives,
  directive,
  bulletins,
  bulletin,
  videos,
  video,
  notices,
  notice,
  search,
  topic,
  body,
  staticPage,
  overview,
]
