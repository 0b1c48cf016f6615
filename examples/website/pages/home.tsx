import { shownDay } from '../parts/days.ts'
import { BulletinRow, DirectiveRow, NoticeRow, TitleLink, VideoCard } from '../parts/Entries.tsx'
import { langOf } from '../parts/language.ts'
import { Player } from '../parts/Player.tsx'
import { PATHS } from '../parts/paths.ts'
import { SearchForm } from '../parts/SearchForm.tsx'
import { Label, Part } from '../parts/Small.tsx'
import { subscribeUrl } from '../parts/subscribe.ts'
import type { View } from '../parts/view.ts'
import { FrameDocument, HomeDocument, type HomeQuery } from '../queries/generated.ts'
import type { Section } from '../words/index.ts'
import type { Route } from './page.ts'

const All = ({ section, view }: { section: Section; view: View }) => (
  <a className="all" href={view.href(PATHS[section])}>
    {view.words.all(view.words.sections[section])}
  </a>
)

const Banner = (props: { name: string; agency: string | null; lastPublishedAt: string | null; view: View }) => {
  const { words } = props.view
  return (
    <div className="banner">
      <div className="inner">
        <h1>{props.name}</h1>
        {props.agency && (
          <p className="banner-agency">
            <Label text={props.agency} view={props.view} />
          </p>
        )}
        <SearchForm id="banner-q" view={props.view} />
        <p className="banner-foot">
          <a href={subscribeUrl({ view: props.view })}>{words.subscribe}</a>
          {props.lastPublishedAt && (
            <span>
              {words.lastPublished}: {shownDay(props.lastPublishedAt, props.view.language)}
            </span>
          )}
        </p>
      </div>
    </div>
  )
}

const Pinned = ({ notices, view }: { notices: HomeQuery['notices']['docs']; view: View }) =>
  notices.length > 0 && (
    <section className="pinned-strip" aria-label={view.words.pinned}>
      <ul>
        {notices.map((entry) => (
          <li key={entry.id}>
            <p className="kicker">{view.words.pinned}</p>
            <TitleLink entry={entry} view={view} level="h2" />
            {entry.summary && <p lang={langOf(entry.locale, view.language)}>{entry.summary}</p>}
          </li>
        ))}
      </ul>
    </section>
  )

const Videos = ({ videos, view }: { videos: HomeQuery['videos']['docs']; view: View }) => {
  const [featured, ...others] = videos.toSorted((a, b) => Number(b.poster !== null) - Number(a.poster !== null))
  if (!featured) return null
  const { words } = view
  return (
    <section className="videos-band" aria-labelledby="video">
      <div className="inner">
        <div className="part-head">
          <h2 id="video">{words.featuredVideo}</h2>
          <All section="videos" view={view} />
        </div>
        <div className="videos-grid">
          <div className="featured">
            <Player video={featured} view={view} />
            <TitleLink entry={featured} view={view} level="h3" />
            {featured.summary && <p lang={langOf(featured.locale, view.language)}>{featured.summary}</p>}
          </div>
          <ul className="entries">
            {others.map((entry) => (
              <li key={entry.id}>
                <VideoCard entry={entry} view={view} level="h3" />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}

/** The home page. */
export const home: Route = {
  path: '/',
  parameters: [],
  load: async ({ view, ask }) => {
    const { words, language } = view
    const [{ site }, found] = await Promise.all([
      ask(FrameDocument, { locale: language }),
      ask(HomeDocument, { locale: language }),
    ])
    const pinned = found.notices.docs.filter((notice) => notice.pinned)
    const unpinned = found.notices.docs.filter((notice) => !notice.pinned)
    return {
      kind: 'page',
      status: 200,
      description: words.intros.directives,
      listed: true,
      feed: site.feed,
      body: (
        <div>
          <Banner name={site.name} agency={site.agency} lastPublishedAt={site.lastPublishedAt} view={view} />
          <div className="inner">
            <Pinned notices={pinned} view={view} />
            <div className="home-grid">
              <Part id="directives" heading={words.newestDirectives} lead={<All section="directives" view={view} />}>
                <ul className="entries">
                  {found.directives.docs.map((entry) => (
                    <li key={entry.id}>
                      <DirectiveRow entry={entry} view={view} level="h3" />
                    </li>
                  ))}
                </ul>
              </Part>
              <Part id="notices" heading={words.notices} lead={<All section="notices" view={view} />}>
                <ul className="entries">
                  {unpinned.map((entry) => (
                    <li key={entry.id}>
                      <NoticeRow entry={entry} view={view} level="h3" />
                    </li>
                  ))}
                </ul>
              </Part>
            </div>
          </div>
          <Videos videos={found.videos.docs} view={view} />
          <div className="inner home-grid">
            <Part id="bulletins" heading={words.bulletins} lead={<All section="bulletins" view={view} />}>
              <ul className="entries">
                {found.bulletins.docs.map((entry) => (
                  <li key={entry.id}>
                    <BulletinRow entry={entry} view={view} level="h3" />
                  </li>
                ))}
              </ul>
            </Part>
            <Part id="topics" heading={words.topics}>
              <ul className="topics">
                {found.topics
                  .filter(({ documents }) => documents > 0)
                  .map(({ key, title, documents }) => (
                    <li key={key}>
                      <a href={view.href(`/chu-de/${encodeURIComponent(key)}`)}>
                        <Label text={title ?? key} view={view} />
                      </a>{' '}
                      <span className="quiet">{documents}</span>
                    </li>
                  ))}
              </ul>
            </Part>
          </div>
        </div>
      ),
    }
  },
}
