import type { ServerProps } from 'payload'
import { ownLanguage } from '../../../lib/text/languages.ts'
import { VIEWER_PATH, VIEWER_WORDS } from '../mailViewer/words.ts'

/** Link for demo staff to mails that were written to files instead of being sent. */
export const MailLink = ({ i18n }: ServerProps) => (
  <p>
    <a className="nav__link" href={VIEWER_PATH}>
      {VIEWER_WORDS[ownLanguage(i18n.language)].title}
    </a>
  </p>
)
