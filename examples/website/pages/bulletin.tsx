import { DocumentPage, Files, langOfField, languagesOf } from '../parts/Document.tsx'
import { langOf } from '../parts/language.ts'
import { Picture } from '../parts/Picture.tsx'
import { Day, Facts, Part, Rich } from '../parts/Small.tsx'
import { BulletinDocument } from '../queries/generated.ts'
import { MISSING, type Route } from './page.ts'

/** A piece of news, or an issue of the bulletin. */
export const bulletin: Route = {
  path: '/ban-tin/:slug',
  parameters: [],
  load: async ({ view, path, ask }) => {
    const { bulletin } = await ask(BulletinDocument, { url: path, locale: view.language })
    if (!bulletin) return MISSING
    const { words } = view
    const lang = langOfField(bulletin, view)
    const { picture } = bulletin
    const day = bulletin.date ?? bulletin.publishedAt
    return {
      kind: 'page',
      status: 200,
      section: 'bulletins',
      title: bulletin.title ?? undefined,
      titleLang: lang('title'),
      description: bulletin.summary ?? undefined,
      listed: true,
      languages: languagesOf(bulletin),
      jsonLd: bulletin.jsonLd ?? undefined,
      picture: picture?.url,
      body: (
        <DocumentPage
          section="bulletins"
          document={bulletin}
          kicker={
            <>
              <Day of={day} view={view} />{' '}
              {words.issue(bulletin.issueNo, bulletin.kind === 'issue' ? bulletin.year : null)}
            </>
          }
          lead={bulletin.summary}
          view={view}
          aside={
            <Facts
              rows={[
                [words.date, <Day key="day" of={day} view={view} />],
                [words.byline, bulletin.byline],
                [words.source, bulletin.source],
                [words.updatedAt, bulletin.edition > 1 && <Day of={bulletin.updatedAt} view={view} />],
              ]}
            />
          }
        >
          {picture && (
            <figure className="picture">
              <Picture picture={picture} sizes="(min-width: 60rem) 46rem, 100vw" first />
              {picture.credit && <figcaption>{words.picture(picture.credit)}</figcaption>}
            </figure>
          )}
          {bulletin.body?.html && <Rich html={bulletin.body.html} lang={lang('body')} />}
          <Files files={bulletin.files} view={view} />
          {bulletin.about.length > 0 && (
            <Part id="about" heading={words.about}>
              <ul className="plain">
                {bulletin.about.map((target) => (
                  <li key={target.url}>
                    <a href={view.href(target.url)} lang={langOf(target.locale, view.language)}>
                      {target.numberAndSymbol && <strong>{target.numberAndSymbol}</strong>} {target.title}
                    </a>
                  </li>
                ))}
              </ul>
            </Part>
          )}
        </DocumentPage>
      ),
    }
  },
}
