import type { ReactNode } from 'react'
import { shownDay } from './days.ts'
import { langOf, otherLanguage } from './language.ts'
import type { View } from './view.ts'

/** A day for people and programs. */
export const Day = ({ of, view }: { of: string; view: View }) => (
  <time dateTime={of}>{shownDay(of, view.language)}</time>
)

/** A name of reference data: says so when it is not in the language of the page. */
export const Label = ({ text, view }: { text: string; view: View }) => (
  <span lang={otherLanguage(text, view.language)}>{text}</span>
)

/** A text of a document in the language that the document was answered in. */
export const Text = ({ text, locale, view }: { text: string; locale: string; view: View }) => (
  <span lang={langOf(locale, view.language)}>{text}</span>
)

/** Formatted text of a document; the API has made it safe. */
export const Rich = ({ html, lang }: { html: string; lang?: string }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `body { html }` is safe as it is, which the API promises and tests
  <div className="rich" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
)

/** What answered in a result; the API has escaped it and put what answers inside `<mark>`. */
export const Highlight = ({ html, lang }: { html: string; lang?: string }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `highlights { html }` is safe as it is, which the API promises and tests
  <span lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
)

/** A section of a page: nothing at all without content. */
export const Part = (props: { id: string; heading: ReactNode; children: ReactNode; lead?: ReactNode }) => (
  <section className="part" aria-labelledby={props.id}>
    <div className="part-head">
      <h2 id={props.id}>{props.heading}</h2>
      {props.lead}
    </div>
    {props.children}
  </section>
)

/** A list of facts. */
export const Facts = ({ rows, className = 'facts' }: { rows: [string, ReactNode][]; className?: string }) => {
  const shown = rows.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
  if (!shown.length) return null
  return (
    <dl className={className}>
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
