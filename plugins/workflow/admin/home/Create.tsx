import { ownLanguage } from '../../../../lib/text/languages.ts'
import './home.css'
import { getTranslation } from '@payloadcms/translations'
import type { AdminViewServerProps } from 'payload'
import { workflowOptions } from '../../options.ts'
import { reportTexts } from '../../translations/report.ts'

interface Link {
  href: string
  label: string
}

const Links = ({ links, className }: { links: Link[]; className: string }) => (
  <ul className={className}>
    {links.map(({ href, label }) => (
      <li key={href}>
        <a href={href}>
          <span aria-hidden="true">+ </span>
          {label}
        </a>
      </li>
    ))}
  </ul>
)

/** What the person may create: what is published first, everything else that stands in their navigation below. */
export const Create = ({ initPageResult }: Pick<AdminViewServerProps, 'initPageResult'>) => {
  const { req, permissions, visibleEntities } = initPageResult
  const { config } = req.payload
  const governed = workflowOptions(config).definitions
  const texts = reportTexts[ownLanguage(req.i18n.language)].create
  const links = (wanted: boolean): Link[] =>
    config.collections
      .filter(({ slug }) => slug in governed === wanted && visibleEntities.collections.includes(slug))
      .filter(({ slug }) => permissions.collections?.[slug]?.create)
      .map(({ slug, labels }) => ({
        href: `${config.routes.admin}/collections/${slug}/create`,
        label: getTranslation(labels.singular, req.i18n),
      }))
  const [published, others] = [links(true), links(false)]
  if (!published.length && !others.length) return null
  return (
    <section className="create" aria-labelledby="create-title">
      <h2 id="create-title">{texts.title}</h2>
      {published.length ? <Links links={published} className="create__published" /> : null}
      {others.length ? (
        <>
          {published.length ? <h3>{texts.others}</h3> : null}
          <Links links={others} className="create__others" />
        </>
      ) : null}
    </section>
  )
}
