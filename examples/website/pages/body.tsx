import { shownDay } from '../parts/days.ts'
import { DirectiveRow } from '../parts/Entries.tsx'
import { otherLanguage } from '../parts/language.ts'
import { Pager } from '../parts/Pager.tsx'
import { Facts, Label, Part } from '../parts/Small.tsx'
import type { View } from '../parts/view.ts'
import { BodyDocument } from '../queries/generated.ts'
import { MISSING, type Route } from './page.ts'

const Bodies = ({ bodies, view }: { bodies: { key: string; name: string | null }[]; view: View }) => (
  <ul className="plain">
    {bodies.map(({ key, name }) => (
      <li key={key}>
        <a href={view.href(`/co-quan/${encodeURIComponent(key)}`)}>
          <Label text={name ?? key} view={view} />
        </a>
      </li>
    ))}
  </ul>
)

/** A body: what it is today, and what it and those it took over from have issued. */
export const body: Route = {
  path: '/co-quan/:key',
  parameters: ['page'],
  load: async ({ view, params, query, path, ask }) => {
    const key = params.key!
    const page = Number(query.page ?? 1)
    const { organisations, list } = await ask(BodyDocument, { keys: [key], issuer: key, page, locale: view.language })
    const [organisation] = organisations
    if (!organisation || (page > 1 && !list.docs.length)) return MISSING
    const { words, language } = view
    const { defunct, validFrom, validTo, parent } = organisation
    const name = organisation.name ?? key
    const children = organisation.children.filter((each) => !each.defunct)
    return {
      kind: 'page',
      status: 200,
      title: name,
      titleLang: otherLanguage(name, language),
      listed: list.totalDocs > 0,
      body: (
        <div className="inner">
          <header className="page-head">
            <p className="kicker">{words.bodies}</p>
            <h1 lang={otherLanguage(name, language)}>{name}</h1>
            {defunct && (
              <div className="note note-waits">
                <p>
                  <strong>{words.defunct}.</strong> {validTo && words.validTo(shownDay(validTo, language))}
                </p>
                {organisation.successors.length > 0 && <p>{words.successors}:</p>}
                <Bodies bodies={organisation.successors} view={view} />
              </div>
            )}
            <Facts
              rows={[
                [words.date, !defunct && validFrom && words.validFrom(shownDay(validFrom, language))],
                [words.parent, parent && <Bodies bodies={[parent]} view={view} />],
                [
                  words.predecessors,
                  organisation.predecessors.length > 0 && <Bodies bodies={organisation.predecessors} view={view} />,
                ],
                [words.children, children.length > 0 && <Bodies bodies={children} view={view} />],
              ]}
            />
          </header>
          <Part
            id="directives"
            heading={words.sections.directives}
            lead={<span>{words.documents(list.totalDocs)}</span>}
          >
            {list.docs.length > 0 ? (
              <ul className="entries">
                {list.docs.map((entry) => (
                  <li key={entry.id}>
                    <DirectiveRow entry={entry} view={view} level="h3" />
                  </li>
                ))}
              </ul>
            ) : (
              <p>{words.nothing}.</p>
            )}
            <Pager page={page} totalPages={list.totalPages} path={path} query={query} view={view} />
          </Part>
        </div>
      ),
    }
  },
}
