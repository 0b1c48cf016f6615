import './copy.css'
import type { PayloadRequest, ServerProps } from 'payload'
import { ownLanguage } from '../../../lib/text/languages.ts'
import { optionsOf } from '../options.ts'
import { sendingAllowed } from '../useCases/look.ts'
import { ConfirmCopy } from './ConfirmCopy.tsx'
import { copyTexts } from './texts.ts'

/**
 * Says at the top of the home page that this system may be a copy and sends nothing, to those who may confirm that it is
 * the real one.
 */
export const CopyNotice = async ({ payload, user, i18n }: ServerProps) => {
  // The page is given no request; access rules look at the person.
  const req = { payload, user, i18n } as PayloadRequest
  if (!user || !(await optionsOf(payload.config).access({ req }))) return null
  const sending = await sendingAllowed(payload)
  if (sending.allowed) return null
  const language = ownLanguage(i18n.language)
  const { heading } = copyTexts[language]
  return (
    <section className="copy-notice" aria-label={heading}>
      <h2>{heading}</h2>
      <p>{sending.because[language]}</p>
      <ConfirmCopy />
    </section>
  )
}
