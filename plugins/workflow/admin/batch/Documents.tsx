'use client'
import { useConfig } from '@payloadcms/ui'
import { useId } from 'react'
import { instant } from '../instant.ts'
import type { BatchPage } from './api.ts'
import { useBatchTexts } from './useBatch.ts'

/** The texts of a page, each with a box to choose it, or the reason why it cannot be chosen. */
export const Documents = (props: {
  documents: BatchPage['documents']
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}) => {
  const { documents, chosen, onChoose } = props
  const says = useBatchTexts()
  const { config } = useConfig()
  const id = useId()
  const able = documents.filter(({ ok }) => ok)
  const toggle = (one: string, on: boolean) =>
    onChoose(new Set([...chosen].filter((other) => other !== one).concat(on ? [one] : [])))
  return (
    <>
      <p>
        <input
          type="checkbox"
          id={`${id}-all`}
          checked={able.length > 0 && chosen.size === able.length}
          disabled={!able.length}
          onChange={({ target }) => onChoose(new Set(target.checked ? able.map((one) => one.id) : []))}
        />{' '}
        <label htmlFor={`${id}-all`}>{says.all}</label>
      </p>
      <ul className="batch__list">
        {documents.map((one) => (
          <li key={one.id} className="batch__item">
            <input
              type="checkbox"
              id={`${id}-${one.id}`}
              checked={chosen.has(one.id)}
              disabled={!one.ok}
              aria-describedby={`${id}-${one.id}-about`}
              onChange={({ target }) => toggle(one.id, target.checked)}
            />
            <div>
              <label htmlFor={`${id}-${one.id}`}>{one.title || says.untitled}</label>
              <p id={`${id}-${one.id}-about`} className="approval__quiet">
                {one.because ??
                  (one.publicSince ? says.since(instant(one.publicSince).slice(0, 10)) : says.sinceUnknown)}
              </p>
              <p>
                <a
                  href={`${config.routes.api}/workflow/${one.collection}/${one.id}/preview?locale=vi`}
                  target="_blank"
                  rel="noopener"
                  aria-label={`${says.read}: ${one.title || says.untitled} ${says.newTab}`}
                >
                  {says.read}
                </a>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
