import type { ReactNode } from 'react'
import { shownDay } from '../parts/days.ts'
import { BulletinRow, DirectiveRow, NoticeRow, TitleLink, VideoCard } from '../parts/Entries.tsx'
import { langOf } from '../parts/language.ts'
import { Picture } from '../parts/Picture.tsx'
import { Player } from '../parts/Player.tsx'
import { PATHS } from '../parts/paths.ts'
import { SearchForm } from '../parts/SearchForm.tsx'
import { Label, Part } from '../parts/Small.tsx'
import { subscribeUrl } from '../parts/subscribe.ts'
import type { View } from '../parts/view.ts'
import { FrameDocument, type FrameQuery, HomeDocument, type HomeQuery } from '../queries/generated.ts'
import type { Section } from '../words/index.ts'
import type { Route } from './page.ts'

interface Made {
  found: HomeQuery
  /** How many entries of a part editors want. */
  counts: (part: string) => number
  view: View
}

const All = ({ section, view }: { section: Section; view: View }) => (
  <a className="all" href={view.href(PATHS[section])}>
    {view.words.all(view.words.sections[section])}
  </a>
)

const Banner = ({ site, view }: { site: FrameQuery['site']; view: View }) => {
  const { words } = view
  const { name, agency, banner, lastPublishedAt } = site
  return (
    <div className="banner">
      <div className="inner">
        <div className="banner-text">
          <h1>{name}</h1>
          {agency && (
            <p className="banner-agency">
              <Label text={agency} view={view} />
            </p>
          )}
          <SearchForm id="banner-q" view={view} />
          <p className="banner-foot">
            <a href={subscribeUrl({ view })}>{words.subscribe}</a>
            {lastPublishedAt && (
              <span>
                {words.lastPublished}: {shownDay(lastPublishedAt, view.language)}
              </span>
            )}
          </p>
        </div>
        {banner && (
          <Picture className="banner-picture" picture={banner} sizes="(min-width: 60rem) 28rem, 100vw" first />
        )}
      </div>
    </div>
  )
}

const Pinned = ({ found, view }: Made) => {
  const notices = found.notices.docs.filter(({ pinned }) => pinned)
  if (!notices.length) return null
  return (
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
}

const Directives = ({ found, view }: Made) => (
  <Part id="directives" heading={view.words.newestDirectives} lead={<All section="directives" view={view} />}>
    <ul className="entries">
      {found.directives.docs.map((entry) => (
        <li key={entry.id}>
          <DirectiveRow entry={entry} view={view} level="h3" />
        </li>
      ))}
    </ul>
  </Part>
)

const Notices = ({ found, view }: Made) => (
  <Part id="notices" heading={view.words.notices} lead={<All section="notices" view={view} />}>
    <ul className="entries">
      {found.notices.docs
        .filter(({ pinned }) => !pinned)
        .map((entry) => (
          <li key={entry.id}>
            <NoticeRow entry={entry} view={view} level="h3" />
          </li>
        ))}
    </ul>
  </Part>
)

const Bulletins = ({ found, view }: Made) => (
  <Part id="bulletins" heading={view.words.bulletins} lead={<All section="bulletins" view={view} />}>
    <ul className="entries">
      {found.bulletins.docs.map((entry) => (
        <li key={entry.id}>
          <BulletinRow entry={entry} view={view} level="h3" />
        </li>
      ))}
    </ul>
  </Part>
)

const Topics = ({ found, view }: Made) => (
  <Part id="topics" heading={view.words.topics}>
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
)

/** Videos to choose the featured one from: one with a picture makes the better start. */
const VIDEOS_SEEN = 4

const Videos = ({ found, counts, view }: Made) => {
  const [featured, ...others] = found.videos.docs
    .toSorted((a, b) => Number(b.poster !== null) - Number(a.poster !== null))
    .slice(0, counts('videos'))
  if (!featured) return null
  return (
    <section className="videos-band" aria-labelledby="videos">
      <div className="inner">
        <div className="part-head">
          <h2 id="videos">{view.words.featuredVideo}</h2>
          <All section="videos" view={view} />
        </div>
        <div className="videos-grid">
          <div className="featured">
            <Player video={featured} view={view} />
          </div>
          <div className="featured">
            <TitleLink entry={featured} view={view} level="h3" />
            {featured.summary && <p lang={langOf(featured.locale, view.language)}>{featured.summary}</p>}
            {others.length > 0 && (
              <ul className="entries">
                {others.map((entry) => (
                  <li key={entry.id}>
                    <VideoCard entry={entry} view={view} level="h3" />
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
      </div>
    </section>
  )
}

/** What a part of the home page looks like, and whether it stands in the wide column or the narrow one. */
const PARTS: Record<string, { make: (made: Made) => ReactNode; narrow?: boolean; band?: boolean }> = {
  directives: { make: Directives },
  bulletins: { make: Bulletins },
  notices: { make: Notices, narrow: true },
  topics: { make: Topics, narrow: true },
  videos: { make: Videos, band: true },
}

/**
 * Puts parts side by side as far as they stand between bands, which go across the page.
 *
 * @param names in the order that editors chose
 */
export const groupsOf = (names: readonly string[]): string[][] => {
  const groups: string[][] = []
  let isOpen = false
  for (const name of names.filter((each) => Object.hasOwn(PARTS, each))) {
    const isBand = PARTS[name]!.band === true
    if (isOpen && !isBand) groups.at(-1)!.push(name)
    else groups.push([name])
    isOpen = !isBand
  }
  return groups
}

const Group = ({ names, made }: { names: string[]; made: Made }) => {
  if (names.length === 1 && PARTS[names[0]!]!.band) return PARTS[names[0]!]!.make(made)
  const column = (narrow: boolean) => {
    const own = names.filter((name) => Boolean(PARTS[name]!.narrow) === narrow)
    return (
      own.length > 0 && (
        <div>
          {own.map((name) => (
            <div key={name}>{PARTS[name]!.make(made)}</div>
          ))}
        </div>
      )
    )
  }
  const sides = new Set(names.map((name) => PARTS[name]!.narrow === true))
  return (
    <div className={sides.size > 1 ? 'inner home-grid' : 'inner'}>
      {column(false)}
      {column(true)}
    </div>
  )
}

/** The home page. */
export const home: Route = {
  path: '/',
  parameters: [],
  load: async ({ view, ask }) => {
    const { words, language } = view
    const { site } = await ask(FrameDocument, { locale: language })
    const { parts } = site.home
    const count = (part: string) => parts.find(({ name }) => name === part)?.count ?? 1
    const found = await ask(HomeDocument, {
      notices: count('notices') + 1,
      directives: count('directives'),
      bulletins: count('bulletins'),
      videos: Math.max(count('videos'), VIDEOS_SEEN),
      locale: language,
    })
    const made = { found, counts: count, view }
    return {
      kind: 'page',
      status: 200,
      description: words.intros.directives,
      listed: true,
      feed: site.feed,
      picture: site.banner?.url,
      body: (
        <>
          <Banner site={site} view={view} />
          <div className="inner">
            <Pinned {...made} />
          </div>
          {groupsOf(parts.map(({ name }) => name)).map((names) => (
            <Group key={names.join(' ')} names={names} made={made} />
          ))}
        </>
      ),
    }
  },
}
