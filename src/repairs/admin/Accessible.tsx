'use client'
import './repairs.css'
import { useTranslation } from '@payloadcms/ui'
import { type ReactNode, useEffect } from 'react'
import { CONTROL_NAMES } from './controlNames.ts'
import { repair } from './nameControls.ts'

/**
 * Keeps Payload's pages usable with a screen reader and by keyboard while they change: names controls that have none,
 * and the like (see `nameControls.ts`).
 */
export const Accessible = ({ children }: { children?: ReactNode }) => {
  const { language } = useTranslation().i18n
  useEffect(() => {
    const names = CONTROL_NAMES[language === 'en' ? 'en' : 'vi']
    let planned = 0
    const plan = () => {
      cancelAnimationFrame(planned)
      planned = requestAnimationFrame(() => repair(document, names))
    }
    // Attributes are not watched: they are what is mended, and the watcher would wake itself.
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
