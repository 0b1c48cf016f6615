import type { ReactNode } from 'react'
import type { EditionFactsFragment, FileFactsFragment, ProvenanceFactsFragment } from '../queries/generated.ts'
import { isLanguage, LANGUAGES, nameOfLanguage, type Section } from '../words/index.ts'
import { shownSize } from './days.ts'
import { langOf } from './language.ts'
import { PATHS } from './paths.ts'
import { Day, Facts, Label, Part } from './Small.tsx'
import { subscribeUrl } from './subscribe.ts'
import { inLanguage, type View } from './view.ts'

/** What all documents have. */
export interface Common {
  url: string
  locale: string
  title: string | null
  fallbackFields: string[]
  availableLocales: string[]
  publishedAt: string
  updatedAt: string
  edition: number
  changeNote: string | null
  contentHash: string
  topics: { key: string; title: string | null }[]
  audiences: { key: string; title: string | null }[]
  territories: { key: string; name: string | null }[]
  editions: EditionFactsFragment[]
  provenance: ProvenanceFactsFragment
}

/**
 * Tells the language of each field of a document: the one it was answered in, or its first one where that has no text.
 *
 * @returns a value for `lang`, `undefined` where it is the language of the page
 */
export const langOfField = (document: Common, view: View): ((field: string) => string | undefined) => {
  const first = document.availableLocales[0] ?? document.locale
  return (field) => langOf(document.fallbackFields.includes(field) ? first : document.locale, view.language)
}

const Tongues = ({ document, view }: { document: Common; view: View }) => {
  const { words, language } = view
  const others = LANGUAGES.filter((each) => each !== document.locale && document.availableLocales.includes(each))
  const isOther = document.locale !== language
  const first = document.availableLocales[0] ?? document.locale
  return (
    <>
      {isOther && <p className="note">{words.fallback(nameOfLanguage(document.locale, language))}</p>}
      {!isOther && document.fallbackFields.length > 0 && (
        <p className="note">{words.partly(nameOfLanguage(first, language))}</p>
      )}
      {others.length > 0 && (
        <p className="tongues">
          {words.inLanguages}:{' '}
          {others.map((each) => (
            <a key={each} href={inLanguage(document.url, each)} hrefLang={each}>
              {nameOfLanguage(each, language)}
            </a>
          ))}
        </p>
      )}
    </>
  )
}

/** A document's page: where one is, its title, what is to be known first, its content, and what is known about it. */
export const DocumentPage = (props: {
  section?: Section
  document: Common
  kicker?: ReactNode
  lead?: string | null
  view: View
  aside: ReactNode
  children: ReactNode
}) => {
  const { section, document, kicker, lead, view, aside, children } = props
  const lang = langOfField(document, view)
  return (
    <article className={section ? `document document-${section}` : 'document'}>
      <nav className="crumbs" aria-label={view.words.trail}>
        <a href={view.href('/')}>{view.words.home}</a>
        {section && <a href={view.href(PATHS[section])}>{view.words.sections[section]}</a>}
      </nav>
      <header className="document-head">
        {kicker && <p className="kicker">{kicker}</p>}
        <h1 lang={lang('title')}>{document.title}</h1>
        {lead && (
          <p className="lead" lang={lang('summary')}>
            {lead}
          </p>
        )}
        {!document.provenance.ratified && <p className="note note-waits">{view.words.unratified}</p>}
        <Tongues document={document} view={view} />
      </header>
      <div className="document-body">
        <div className="document-text">{children}</div>
        <aside className="document-facts" aria-label={view.words.facts}>
          {aside}
          {section && <Tags section={section} document={document} view={view} />}
        </aside>
      </div>
      <Editions document={document} view={view} />
      <Provenance document={document} view={view} />
    </article>
  )
}

const Tags = ({ section, document, view }: { section: Section; document: Common; view: View }) => {
  const { words } = view
  const list = (rows: { key: string; href: string; name: string | null }[]) =>
    rows.length > 0 && (
      <ul className="tags">
        {rows.map(({ key, href, name }) => (
          <li key={key}>
            <a href={view.href(href)}>
              <Label text={name ?? key} view={view} />
            </a>
          </li>
        ))}
      </ul>
    )
  const narrowed = (name: string, key: string) => `${PATHS[section]}?${new URLSearchParams({ [name]: key })}`
  return (
    <>
      <Facts
        rows={[
          [
            words.topics,
            list(
              document.topics.map(({ key, title }) => ({
                key,
                name: title,
                href: `/chu-de/${encodeURIComponent(key)}`,
              })),
            ),
          ],
          [
            words.audiences,
            list(document.audiences.map(({ key, title }) => ({ key, name: title, href: narrowed('audience', key) }))),
          ],
          [
            words.territories,
            list(document.territories.map(({ key, name }) => ({ key, name, href: narrowed('territory', key) }))),
          ],
        ]}
      />
      <p className="screen">
        <a
          className="subscribe"
          href={subscribeUrl({ section, query: document.topics[0] ? { topic: document.topics[0].key } : {}, view })}
        >
          {words.subscribeHere}
        </a>
      </p>
    </>
  )
}

/** The first page of a PDF as a picture that opens it. */
const FirstPage = ({ file, className, view }: { file: FileFactsFragment; className?: string; view: View }) =>
  file.preview && (
    <a className={className} href={file.url}>
      <img
        src={file.preview.url}
        alt={`${view.words.openFile}: ${file.filename}`}
        width={file.preview.width}
        height={file.preview.height}
        loading="lazy"
      />
    </a>
  )

/** Files to open, the first PDF shown in place; where a browser cannot, its first page is. */
export const Files = ({ files, view }: { files: FileFactsFragment[]; view: View }) => {
  const { words } = view
  const shown = files.find(({ mimeType }) => mimeType === 'application/pdf')
  if (!files.length) return null
  return (
    <Part id="files" heading={words.files}>
      <ul className="files">
        {files.map((file) => (
          <li key={file.url}>
            <a href={file.url} type={file.mimeType}>
              {file.filename}
            </a>{' '}
            <span className="quiet">
              {file.mimeType.split('/').at(-1)?.slice(0, 12).toUpperCase()}, {shownSize(file.size, view.language)}
            </span>
          </li>
        ))}
      </ul>
      {shown && (
        <div className="screen">
          <FirstPage file={shown} className="preview" view={view} />
          <object className="pdf" data={shown.url} type="application/pdf" title={shown.filename}>
            <FirstPage file={shown} view={view} />
            <p>
              {words.noPreview} <a href={shown.url}>{words.openFile}</a>
            </p>
          </object>
        </div>
      )}
    </Part>
  )
}

const Editions = ({ document, view }: { document: Common; view: View }) => {
  const { words } = view
  return (
    <Part id="editions" heading={words.editions}>
      <ol className="editions">
        {document.editions.map(({ edition, publishedAt, changeNote, purgedAt, contentHash }) => (
          <li key={edition}>
            <p>
              <strong>{words.edition(edition)}</strong> <Day of={publishedAt} view={view} />
              {edition === document.edition && <span className="mark mark-good">{words.current}</span>}
            </p>
            {changeNote ? (
              <p>
                <Label text={changeNote} view={view} />
              </p>
            ) : (
              edition === 1 && <p>{words.firstEdition}</p>
            )}
            {purgedAt && <p className="quiet">{words.purged}</p>}
            <p className="hash quiet" title={words.contentHash}>
              {contentHash}
            </p>
          </li>
        ))}
      </ol>
    </Part>
  )
}

const Provenance = ({ document, view }: { document: Common; view: View }) => {
  const { words } = view
  const { provenance } = document
  return (
    <Part id="provenance" heading={words.provenance}>
      {provenance.steps.length > 0 && (
        <ol className="steps">
          {provenance.steps.map(({ name, capacity, at }) => (
            <li key={`${name} ${at}`}>
              <strong>
                <Label text={name} view={view} />
              </strong>
              <span>
                <Label text={capacity} view={view} />
              </span>
              {at && <Day of={at} view={view} />}
            </li>
          ))}
          <li>
            <strong>{words.publishedAt}</strong>
            <Day of={provenance.publishedAt} view={view} />
          </li>
        </ol>
      )}
      <p>
        <a href={`${view.cms}/verify/${document.contentHash}?lang=${view.language}`}>{words.checkProvenance}</a>
      </p>
    </Part>
  )
}

/** Languages in which a document has a page of its own. */
export const languagesOf = (document: Common) => document.availableLocales.filter(isLanguage)
