'use client'
import './headerTimes.css'
import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { shownInstant } from '../../../lib/time/shownInstant.ts'

/**
 * When a row was saved and created, above its form, in Vietnam's time. Payload's only place for this shows the
 * browser's time. Those lines are hidden (see headerTimes.css) and these are rendered beside them.
 */
export const HeaderTimes = () => {
  const { data } = useDocumentInfo()
  const { t } = useTranslation()
  const here = useRef<HTMLSpanElement>(null)
  const [list, setList] = useState<Element | null>(null)
  useEffect(() => setList(here.current?.closest('.doc-controls')?.querySelector('.doc-controls__meta') ?? null), [])

  const lines = [
    [t('general:lastModified'), data?.updatedAt],
    [t('general:created'), data?.createdAt],
  ].flatMap(([label, at]) => (typeof at === 'string' ? [{ label, at }] : []))

  return (
    <span ref={here} hidden>
      {list
        ? createPortal(
            lines.map(({ label, at }) => (
              <li key={label} className="doc-controls__list-item doc-controls__value-wrap header-time">
                <p className="doc-controls__label">{label}:&nbsp;</p>
                <p className="doc-controls__value">
                  <time dateTime={at}>{shownInstant(new Date(at))}</time>
                </p>
              </li>
            )),
            list,
          )
        : null}
    </span>
  )
}
