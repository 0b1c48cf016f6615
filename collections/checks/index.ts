import type { Content, Fault } from '../../lib/faults/fault.ts'
import { checkBulletin } from './bulletin.ts'
import { checkDirective } from './directive.ts'
import { checkNotice } from './notice.ts'
import { checkPage } from './page.ts'
import { checkVideo } from './video.ts'

/** Validation before submission for each governed collection, by slug; run for every locale of a document. */
export const checks: Record<string, (content: Content, locale: string, today: string) => Fault[]> = {
  directives: checkDirective,
  bulletins: checkBulletin,
  videos: checkVideo,
  notices: checkNotice,
  pages: checkPage,
}
