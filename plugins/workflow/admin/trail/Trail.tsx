'use client'
import '../approval.css'
import './trail.css'
import { Button, Gutter, useStepNav } from '@payloadcms/ui'
import { useEffect, useId } from 'react'
import type { TrailPage } from '../../trail/page.ts'
import { useConnection } from '../useApproval.ts'
import { trailExportAddress } from './api.ts'
import { Entries } from './Entries.tsx'
import { Filters, isChosen } from './Filters.tsx'
import { useTrail, useTrailQuery } from './useTrail.ts'
import { useTrailTexts } from './useTrailTexts.ts'
import { Verification } from './Verification.tsx'

const Pages = ({ found, onPage }: { found: TrailPage; onPage: (page: number) => void }) => {
  const says = useTrailTexts()
  const { page, pages } = found
  const button = (label: string, to: number) => (
    <Button
      buttonStyle="secondary"
      size="medium"
      margin={false}
      disabled={to < 1 || to > pages}
      onClick={() => onPage(to)}
    >
      {label}
    </Button>
  )
  return pages > 1 ? (
    <nav className="trail__pages" aria-label={says.pages}>
      {button(says.newer, page - 1)}
      <span>{says.page(page, pages)}</span>
      {button(says.older, page + 1)}
    </nav>
  ) : null
}

/** Everything that was done with any document, to be looked through, exported and verified. */
export const Trail = () => {
  const says = useTrailTexts()
  const { base, language } = useConnection()
  const { setStepNav } = useStepNav()
  const heading = useId()
  const { query, page, go } = useTrailQuery()
  const { value: found, failure, reload } = useTrail(query, page)
  useEffect(() => setStepNav([{ label: says.title }]), [setStepNav, says])
  return (
    <main className="trail">
      <Gutter>
        <h1>{says.title}</h1>
        <p className="approval__quiet">{says.intro}</p>
        <Verification />
        <Filters query={query} title={found?.entries[0]?.title || says.untitled} onAsk={(asked) => go(asked)} />
        <section aria-labelledby={heading}>
          <h2 id={heading}>{says.entries}</h2>
          <div role="status">
            {found ? <p>{found.total ? says.found(found.total.toLocaleString(language)) : says.none}</p> : null}
            {!found && !failure ? <p>{says.loading}</p> : null}
            {failure ? <p>{failure.message || says.failed}</p> : null}
          </div>
          {failure ? (
            <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => void reload()}>
              {says.retry}
            </Button>
          ) : null}
          {found?.total ? (
            <p>
              <a href={trailExportAddress(base, query)} download>
                {says.export}
              </a>
            </p>
          ) : null}
          {found ? (
            <Entries
              entries={found.entries}
              alone={isChosen(query.document)}
              onAsk={(more) => go({ ...query, ...more })}
            />
          ) : null}
          {found ? <Pages found={found} onPage={(to) => go(query, to)} /> : null}
        </section>
      </Gutter>
    </main>
  )
}
