'use client'
import './faults.css'
import { useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import Link from 'next/link.js'
import { useEffect, useId, useState } from 'react'
import type { ShownFault } from '../endpoints/faults.ts'
import { textsIn } from './texts.ts'

/** Warning about integrity faults in published data, at the top of the home page of people who may read the logs. */
export const Faults = () => {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const { permissions } = useAuth()
  const heading = useId()
  const [faults, setFaults] = useState<ShownFault[]>([])
  const mayRead = Boolean(permissions?.collections?.publications?.read)

  useEffect(() => {
    if (!mayRead) return
    fetch(`${config.routes.api}/publications/faults`, { credentials: 'same-origin', cache: 'no-store' })
      .then(async (response) => {
        if (response.ok) setFaults(((await response.json()) as { faults: ShownFault[] }).faults)
      })
      // Without a network, the other lists of the page show the error.
      .catch(() => undefined)
  }, [mayRead, config.routes.api])

  if (!faults.length) return null
  const texts = textsIn(i18n.language)
  return (
    <section className="faults" role="alert" aria-labelledby={heading}>
      <h2 id={heading}>
        {texts.heading} ({faults.length})
      </h2>
      <p>{texts.explained}</p>
      <ul className="faults__list">
        {faults.map(({ store, place, what, documents }) => (
          <li key={`${store} ${place}`}>
            {texts.places[store](place)}: {texts.what[what]}
            {documents.map(({ collection, id, title }) => (
              <span key={`${collection}/${id}`}>
                {' · '}
                <Link href={`${config.routes.admin}/collections/${collection}/${id}`}>{title}</Link>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
