'use client'
import '../versions/versions.css'
import { Button } from '@payloadcms/ui'
import { useId } from 'react'
import { inNewTabs } from '../../../publications/client.ts'
import type { Changes, DocumentRef } from '../api.ts'
import { goToField } from '../goToField.ts'
import { useChanges } from './useChanges.ts'
import { useReviewTexts } from './useReviewTexts.ts'

type Field = Changes['fields'][number]

/** Whether the two texts of a field stand side by side instead of in one line. */
const hasSides = ({ html, before, after }: Field) =>
  html.startsWith('<div class="before">') && before !== null && after !== null

const Change = ({ field, locale }: { field: Field; locale: string }) => {
  const says = useReviewTexts().changes
  return (
    <section className="review__change">
      <h3>
        <button type="button" className="approval__link" onClick={() => void goToField(field.path)}>
          {field.label} <span className="approval__hidden">({says.to})</span>
        </button>{' '}
        <span className="saved__change">{says.kinds[field.change]}</span>
      </h3>
      {field.by.length ? <p className="approval__quiet">{says.by(field.by.join(', '))}</p> : null}
      {hasSides(field) ? (
        <p className="review__sides-names" aria-hidden="true">
          <span>{says.before}</span>
          <span>{says.after}</span>
        </p>
      ) : null}
      <div
        lang={locale}
        className={`saved__text${hasSides(field) ? ' review__sides' : ''}`}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the server escaped and sanitised it for every exit
        dangerouslySetInnerHTML={{ __html: inNewTabs(field.html) }}
      />
    </section>
  )
}

/** What changed against the edition in force, field by field, and by whom. */
export const ChangesPart = (props: { document: DocumentRef; locale: string; seq: number }) => {
  const { document: ref, locale, seq } = props
  const texts = useReviewTexts()
  const says = texts.changes
  const heading = useId()
  const { value: changes, failure, busy, reload } = useChanges(ref, { locale, seq })
  const failed = failure !== null && !busy
  const edition = changes?.from?.edition ?? 0
  const since = () => {
    if (!changes?.from) return says.first
    return changes.to?.kind === 'working' ? says.working(edition) : says.since(edition)
  }
  return (
    <section className="review__part" aria-labelledby={heading}>
      <h2 id={heading}>{says.title}</h2>
      <div role="status">
        {failed ? <p>{says.failed}</p> : null}
        {!changes && !failed ? <p className="approval__quiet">{says.loading}</p> : null}
        {changes ? <p className="approval__quiet">{since()}</p> : null}
        {changes?.from && !changes.fields.length ? <p>{says.none}</p> : null}
      </div>
      {failed ? (
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void reload()}>
          {texts.retry}
        </Button>
      ) : null}
      {changes?.from
        ? changes.fields.map((field) => <Change key={field.path} field={field} locale={changes.locale} />)
        : null}
    </section>
  )
}
