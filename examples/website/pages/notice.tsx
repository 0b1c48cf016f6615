import { DocumentPage, Files, langOfField, languagesOf } from '../parts/Document.tsx'
import { Day, Facts, Rich } from '../parts/Small.tsx'
import { NoticeDocument } from '../queries/generated.ts'
import { MISSING, type Route } from './page.ts'

/** A notice. */
export const notice: Route = {
  path: '/thong-bao/:slug',
  parameters: [],
  load: async ({ view, path, ask }) => {
    const { notice } = await ask(NoticeDocument, { url: path, locale: view.language })
    if (!notice) return MISSING
    const { words } = view
    const lang = langOfField(notice, view)
    const day = (of: string | null) => of && <Day of={of} view={view} />
    return {
      kind: 'page',
      status: 200,
      section: 'notices',
      title: notice.title ?? undefined,
      titleLang: lang('title'),
      description: notice.summary ?? undefined,
      listed: true,
      languages: languagesOf(notice),
      jsonLd: notice.jsonLd ?? undefined,
      body: (
        <DocumentPage
          section="notices"
          document={notice}
          kicker={
            notice.pinned ? (
              <strong className="mark mark-waits">{words.pinned}</strong>
            ) : (
              <Day of={notice.publishedAt} view={view} />
            )
          }
          lead={notice.summary}
          view={view}
          aside={
            <Facts
              rows={[
                [words.publishedAt, day(notice.publishedAt)],
                [words.updatedAt, notice.edition > 1 && day(notice.updatedAt)],
                [words.expiresOn, day(notice.expiresOn)],
              ]}
            />
          }
        >
          {notice.body?.html && <Rich html={notice.body.html} lang={lang('body')} />}
          <Files files={notice.files} view={view} />
        </DocumentPage>
      ),
    }
  },
}
