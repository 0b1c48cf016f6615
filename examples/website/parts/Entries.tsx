import type {
  BulletinEntryFragment,
  DirectiveEntryFragment,
  NoticeEntryFragment,
  VideoEntryFragment,
} from '../queries/generated.ts'
import { nameOfLanguage } from '../words/index.ts'
import { isoLength, shownLength } from './days.ts'
import { langOf } from './language.ts'
import { Picture } from './Picture.tsx'
import { Day, Label, Text } from './Small.tsx'
import { Status } from './Status.tsx'
import type { View } from './view.ts'

type Level = 'h2' | 'h3'

/** The title of an entry as its link, and the language it is in when that is another than the page's. */
export const TitleLink = (props: {
  entry: { url: string; title: string | null; locale: string }
  view: View
  level: Level
}) => {
  const { entry, view, level: Heading } = props
  const lang = langOf(entry.locale, view.language)
  return (
    <Heading className="entry-title">
      <a href={view.href(entry.url)} lang={lang} hrefLang={lang}>
        {entry.title}
      </a>
      {lang && <span className="tongue"> {nameOfLanguage(entry.locale, view.language)}</span>}
    </Heading>
  )
}

const Summary = ({ entry, view }: { entry: { summary: string | null; locale: string }; view: View }) =>
  entry.summary && (
    <p className="entry-summary">
      <Text text={entry.summary} locale={entry.locale} view={view} />
    </p>
  )

export const DirectiveRow = ({ entry, view, level }: { entry: DirectiveEntryFragment; view: View; level: Level }) => (
  <article className="entry">
    <p className="entry-meta">
      {entry.numberAndSymbol && <strong className="number">{entry.numberAndSymbol}</strong>}
      {entry.docType?.name && <Label text={entry.docType.name} view={view} />}
      {entry.issuedOn && <Day of={entry.issuedOn} view={view} />}
    </p>
    <TitleLink entry={entry} view={view} level={level} />
    <p className="entry-foot">
      {entry.issuerNameAtIssue && <Label text={entry.issuerNameAtIssue} view={view} />}
      <Status facts={entry} view={view} />
    </p>
  </article>
)

export const BulletinRow = ({ entry, view, level }: { entry: BulletinEntryFragment; view: View; level: Level }) => {
  const issue = view.words.issue(entry.issueNo, entry.year)
  return (
    <article className="entry bulletin">
      {entry.picture && <Picture className="entry-picture" picture={entry.picture} alt="" sizes="8rem" />}
      <div>
        <p className="entry-meta">
          <Day of={entry.date ?? entry.publishedAt} view={view} />
          {entry.kind === 'issue' && issue && <strong>{issue}</strong>}
        </p>
        <TitleLink entry={entry} view={view} level={level} />
        <Summary entry={entry} view={view} />
      </div>
    </article>
  )
}

export const VideoCard = ({ entry, view, level }: { entry: VideoEntryFragment; view: View; level: Level }) => (
  <article className="entry video">
    <div className="still" aria-hidden="true">
      {entry.poster && (
        <img
          src={entry.poster.url}
          alt=""
          width={entry.poster.width ?? undefined}
          height={entry.poster.height ?? undefined}
          loading="lazy"
        />
      )}
      <span className="play" />
    </div>
    <div>
      <TitleLink entry={entry} view={view} level={level} />
      <p className="entry-meta">
        <Day of={entry.recordedOn ?? entry.publishedAt} view={view} />
        {entry.durationSeconds !== null && (
          <time dateTime={isoLength(entry.durationSeconds)}>{shownLength(entry.durationSeconds)}</time>
        )}
      </p>
      <Summary entry={entry} view={view} />
    </div>
  </article>
)

export const NoticeRow = ({ entry, view, level }: { entry: NoticeEntryFragment; view: View; level: Level }) => (
  <article className={entry.pinned ? 'entry notice pinned' : 'entry notice'}>
    <p className="entry-meta">
      {entry.pinned && <strong className="mark mark-waits">{view.words.pinned}</strong>}
      <Day of={entry.publishedAt} view={view} />
    </p>
    <TitleLink entry={entry} view={view} level={level} />
    <Summary entry={entry} view={view} />
  </article>
)
