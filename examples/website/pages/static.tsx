import { DocumentPage, Files, langOfField, languagesOf } from '../parts/Document.tsx'
import { Day, Facts, Rich } from '../parts/Small.tsx'
import { StaticPageDocument } from '../queries/generated.ts'
import { MISSING, type Route } from './page.ts'

/** A page that stands for long: about, contact, a guide. */
export const staticPage: Route = {
  path: '/trang/:slug',
  parameters: [],
  load: async ({ view, path, ask }) => {
    const { page } = await ask(StaticPageDocument, { url: path, locale: view.language })
    if (!page) return MISSING
    const { words } = view
    const lang = langOfField(page, view)
    return {
      kind: 'page',
      status: 200,
      title: page.title ?? undefined,
      titleLang: lang('title'),
      description: page.summary ?? undefined,
      listed: true,
      languages: languagesOf(page),
      jsonLd: page.jsonLd ?? undefined,
      body: (
        <DocumentPage
          document={page}
          lead={page.summary}
          view={view}
          aside={<Facts rows={[[words.updatedAt, <Day key="day" of={page.updatedAt} view={view} />]]} />}
        >
          {page.body?.html && <Rich html={page.body.html} lang={lang('body')} />}
          <Files files={page.files} view={view} />
        </DocumentPage>
      ),
    }
  },
}
