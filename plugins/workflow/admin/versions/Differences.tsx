'use client'
import { inNewTabs } from '../../../publications/client.ts'
import type { VersionDifference } from '../api.ts'
import { useTexts } from '../useTexts.ts'

type One = VersionDifference['fields'][number]

const Half = (props: { label: string; html: string; locale: string }) => {
  const says = useTexts().versions
  return (
    <div className="saved__half">
      <p className="saved__half-label">{props.label}</p>
      {props.html ? (
        <div
          lang={props.locale}
          className="saved__text"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the server escaped and sanitised it for every exit
          dangerouslySetInnerHTML={{ __html: inNewTabs(props.html) }}
        />
      ) : (
        <p className="saved__quiet">{says.empty}</p>
      )}
    </div>
  )
}

const Field = ({ difference, locale }: { difference: One; locale: string }) => {
  const says = useTexts().versions
  const { label, change, before, after } = difference
  return (
    <section className="saved__field">
      <h3>
        {label} <span className="saved__change">{says.changes[change]}</span>
      </h3>
      <div className="saved__halves">
        <Half label={says.before} html={before} locale={locale} />
        <Half label={says.after} html={after} locale={locale} />
      </div>
    </section>
  )
}

/** The differing fields, each side by side. */
export const Differences = ({ found }: { found: VersionDifference }) => {
  const says = useTexts().versions
  if (found.fields.length)
    return found.fields.map((one) => <Field key={one.path} difference={one} locale={found.locale} />)
  return <p role="status">{found.changedLocales.length ? says.sameHere : says.same}</p>
}
