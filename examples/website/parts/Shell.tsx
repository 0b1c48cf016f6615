import type { ReactNode } from 'react'
import type { FrameQuery } from '../queries/generated.ts'
import { LANGUAGES, type Language, SECTIONS, type Section } from '../words/index.ts'
import { Mark } from './Mark.tsx'
import { Picture } from './Picture.tsx'
import { PATHS } from './paths.ts'
import { SearchForm } from './SearchForm.tsx'
import { Facts, Label } from './Small.tsx'
import { subscribeUrl } from './subscribe.ts'
import { inLanguage, type View } from './view.ts'

/** What each language calls itself, in the order of the switch. */
const OWN_NAMES: Record<Language, string> = { vi: 'Tiếng Việt', km: 'ភាសាខ្មែរ', zh: '中文', en: 'English' }

export interface ShellProps {
  view: View
  /** Site and visits; `undefined` while the API cannot be reached and nothing is stored. */
  frame: FrameQuery | undefined
  /** Path of this page without prefix and its parameters, for the links to the other languages. */
  address: string
  /** Origin of the website, without a trailing slash. */
  siteUrl: string
  /** Path of the style sheet. */
  sheet: string
  /** Whether the page is made of what was stored before. */
  stale: boolean
  title?: string
  description?: string
  section?: Section
  listed: boolean
  languages?: readonly Language[]
  jsonLd?: string
  feed?: string
  picture?: string
  home: boolean
  body: ReactNode
}

const Head = (props: ShellProps & { name: string }) => {
  const {
    view,
    address,
    siteUrl,
    sheet,
    name,
    title,
    description,
    listed,
    languages = LANGUAGES,
    jsonLd,
    feed,
    picture,
  } = props
  // A document that lacks this language is the one of its own language.
  const own = languages.includes(view.language) ? view.language : (languages[0] ?? view.language)
  const urlIn = (language: Language) => siteUrl + inLanguage(address, language)
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title ? `${title} – ${name}` : name}</title>
      {description && <meta name="description" content={description.slice(0, 300)} />}
      {!listed && <meta name="robots" content="noindex" />}
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={sheet} />
      <link rel="icon" href="/look/icon.svg" type="image/svg+xml" />
      {listed && <link rel="canonical" href={urlIn(own)} />}
      {listed &&
        languages.map((language) => <link key={language} rel="alternate" hrefLang={language} href={urlIn(language)} />)}
      {feed && <link rel="alternate" type="application/atom+xml" href={feed} title={name} />}
      <meta property="og:title" content={title ?? name} />
      <meta property="og:site_name" content={name} />
      {picture && <meta property="og:image" content={picture} />}
      {jsonLd && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: `jsonLd` may stand in a script as it is, which the API promises and tests
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd }} />
      )}
    </head>
  )
}

const Tongues = ({ view, address }: { view: View; address: string }) => (
  <nav className="languages" aria-label={view.words.languages}>
    <ul>
      {LANGUAGES.map((language) => (
        <li key={language}>
          <a
            href={inLanguage(address, language)}
            lang={language}
            hrefLang={language}
            aria-current={language === view.language ? 'true' : undefined}
          >
            {OWN_NAMES[language]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

type Entry = FrameQuery['site']['menu'][number]

/** The menu that editors made; the sections while the API cannot be reached. */
const menuOf = (frame: FrameQuery | undefined, view: View): Entry[] =>
  frame?.site.menu ??
  SECTIONS.map((section) => ({ label: view.words.sections[section], url: PATHS[section], children: [] }))

/** An entry of the menu; those below it unfold without script. */
const MenuEntry = ({ entry, section, view }: { entry: Entry; section?: Section; view: View }) => {
  const link = ({ label, url }: { label: string; url: string }) => (
    <a
      href={url.startsWith('/') ? view.href(url) : url}
      aria-current={section && url === PATHS[section] ? 'true' : undefined}
    >
      <Label text={label} view={view} />
    </a>
  )
  if (!entry.children.length) return link(entry)
  return (
    <details name="menu">
      <summary>
        <Label text={entry.label} view={view} />
      </summary>
      <ul>
        {[entry, ...entry.children].map((each) => (
          <li key={`${each.url} ${each.label}`}>{link(each)}</li>
        ))}
      </ul>
    </details>
  )
}

const Header = ({ view, address, name, frame, section, home }: ShellProps & { name: string }) => {
  const { words } = view
  const { agency, logo } = frame?.site ?? {}
  return (
    <header className="top">
      <div className="bar">
        <div className="inner">
          <p>{agency && <Label text={agency} view={view} />}</p>
          <Tongues view={view} address={address} />
        </div>
      </div>
      <div className="inner masthead">
        <a className="brand" href={view.href('/')} aria-current={home ? 'page' : undefined}>
          {logo ? <Picture className="logo" picture={logo} alt="" sizes="8rem" first /> : <Mark />}
          <span>{name}</span>
        </a>
        {!home && <SearchForm id="top-q" view={view} hint={false} />}
      </div>
      <nav className="menu" aria-label={words.menu}>
        <ul className="inner">
          <li>
            <a href={view.href('/')} aria-current={home ? 'page' : undefined}>
              {words.home}
            </a>
          </li>
          {menuOf(frame, view).map((entry) => (
            <li key={entry.url}>
              <MenuEntry entry={entry} section={section} view={view} />
            </li>
          ))}
          <li className="apart">
            <a href={subscribeUrl({ view })}>{words.subscribe}</a>
          </li>
        </ul>
      </nav>
    </header>
  )
}

const Footer = ({ view, frame, name }: ShellProps & { name: string }) => {
  const { words } = view
  const number = (value: number) => value.toLocaleString(view.language === 'km' ? 'en' : view.language)
  const site = frame?.site
  return (
    <footer className="foot">
      <div className="inner">
        <div>
          <p className="foot-name">{name}</p>
          {site && (
            <Facts
              className="imprint"
              rows={[
                [words.agency, site.agency && <Label text={site.agency} view={view} />],
                [words.address, site.address && <Label text={site.address} view={view} />],
                [
                  words.telephone,
                  site.telephone && <a href={`tel:${site.telephone.replace(/[^\d+]/g, '')}`}>{site.telephone}</a>,
                ],
                [words.email, site.email && <a href={`mailto:${site.email}`}>{site.email}</a>],
              ]}
            />
          )}
        </div>
        <ul className="plain">
          {SECTIONS.map((section) => (
            <li key={section}>
              <a href={view.href(PATHS[section])}>{words.sections[section]}</a>
            </li>
          ))}
        </ul>
        <ul className="plain">
          <li>
            <a href={view.href('/tim-kiem')}>{words.search}</a>
          </li>
          <li>
            <a href={subscribeUrl({ view })}>{words.subscribe}</a>
          </li>
          {site && (
            <li>
              <a href={site.feed}>{words.feed}</a>
            </li>
          )}
          <li>
            <a href={view.href('/so-do-trang')}>{words.overview}</a>
          </li>
        </ul>
        {frame?.site.home.parts.some(({ name }) => name === 'visits') && (
          <p className="visits">{words.visits(number(frame.visitStats.total), number(frame.visitStats.today))}</p>
        )}
      </div>
    </footer>
  )
}

/** The whole page: head, header with the sections and languages, content, footer. */
export const Shell = (props: ShellProps) => {
  const { view, frame, stale, home, body } = props
  const name = frame?.site.name ?? view.words.home
  return (
    <html lang={view.language}>
      <Head {...props} name={name} />
      <body>
        <a className="skip" href="#main">
          {view.words.skip}
        </a>
        <Header {...props} name={name} />
        {stale && (
          <p className="stale" role="status">
            {view.words.stale}
          </p>
        )}
        <main id="main" tabIndex={-1} className={home ? 'is-home' : undefined}>
          {body}
        </main>
        <Footer {...props} name={name} />
      </body>
    </html>
  )
}
