'use client'
import './accessible.css'
import { useTranslation } from '@payloadcms/ui'
import { type ReactNode, useEffect } from 'react'
import { CONTROL_NAMES, type ControlNames } from './controlNames.ts'
import { NAMED_CONTROLS } from './namedControls.ts'
import { TRANSLATED_WORDS } from './translatedWords.ts'

const MENDS = [...NAMED_CONTROLS, ...TRANSLATED_WORDS]

/** Applies all repairs to the current page. Idempotent. */
const mendPage = (names: ControlNames) => {
  for (const [selector, mend] of MENDS)
    for (const element of document.querySelectorAll<HTMLElement>(selector)) mend(element, names)
}

/**
 * The pages of `@payloadcms/ui` 3.90.2 cannot be used with a screen reader alone, and some texts are English in every
 * language. This repairs both (see `namedControls.ts` and `translatedWords.ts`), again after every change by React.
 */
export const Accessible = ({ children }: { children?: ReactNode }) => {
  const { language } = useTranslation().i18n
  useEffect(() => {
    const names = CONTROL_NAMES[language === 'en' ? 'en' : 'vi']
    let planned = 0
    const plan = () => {
      cancelAnimationFrame(planned)
      planned = requestAnimationFrame(() => mendPage(names))
    }
    // Attributes are not observed: the repairs change them, so the observer would trigger itself.
    const watcher = new MutationObserver(plan)
    watcher.observe(document.body, { childList: true, subtree: true })
    plan()
    return () => {
      watcher.disconnect()
      cancelAnimationFrame(planned)
    }
  }, [language])
  return children
}
