import type { Content, Fault } from '../../lib/faults/fault.ts'
import { checkBulletin } from './bulletin.ts'
import { checkDirective } from './directive.ts'
import { checkNotice } from './notice.ts'
import { checkVideo } from './video.ts'

export { inLocale } from './inLocale.ts'

/** What each governed collection needs before submission, by slug; run for every language a document has. */
export const checks: Record<string, (content: Content, locale: string, today: string) => Fault[]> = {
  directives: checkDirective,
  bulletins: checkBulletin,
  videos: checkVideo,
  notices: checkNotice,
}
