import { DocumentPage, Files, langOfField, languagesOf } from '../parts/Document.tsx'
import { langOf } from '../parts/language.ts'
import { Day, Facts, Label, Part, Rich } from '../parts/Small.tsx'
import { Status } from '../parts/Status.tsx'
import type { View } from '../parts/view.ts'
import { DirectiveDocument, type DirectiveQuery } from '../queries/generated.ts'
import { MISSING, type Route } from './page.ts'

type Directive = NonNullable<DirectiveQuery['directive']>

/** A body as it reads today: whether it still exists, and what took over. */
const Issuer = ({ directive, view }: { directive: Directive; view: View }) => {
  const { issuer, issuerNameAtIssue } = directive
  const name = issuerNameAtIssue ?? issuer?.name
  if (!name) return null
  const link = (key: string, label: string) => (
    <a href={view.href(`/co-quan/${encodeURIComponent(key)}`)}>
      <Label text={label} view={view} />
    </a>
  )
  return (
    <>
      {issuer ? link(issuer.key, name) : <Label text={name} view={view} />}
      {issuer?.defunct && (
        <span className="defunct">
          {view.words.defunct}
          {issuer.successors.length > 0 && (
            <>
              ; {view.words.successors.toLowerCase()}:{' '}
              {issuer.successors.map((each) => (
                <span key={each.key}>{link(each.key, each.name ?? each.key)} </span>
              ))}
            </>
          )}
        </span>
      )}
    </>
  )
}

const Signers = ({ directive, view }: { directive: Directive; view: View }) => (
  <ul className="plain">
    {directive.signers.map(({ name, title, capacity }) => (
      <li key={`${name} ${title}`}>
        <Label
          text={[capacity && `${capacity}.`.replace('..', '.'), title, name].filter(Boolean).join(' ')}
          view={view}
        />
      </li>
    ))}
  </ul>
)

const period = ({ implementationPeriod: years }: Directive) =>
  [years?.fromYear, years?.toYear].filter((year) => year != null).join(' – ')

const Tasks = ({ directive, lang, view }: { directive: Directive; lang?: string; view: View }) => {
  const { words } = view
  if (!directive.taskGroups.length) return null
  return (
    <Part id="tasks" heading={words.taskGroups(directive.taskGroups.length)}>
      <ol className="tasks" lang={lang}>
        {directive.taskGroups.map(({ ordinal, heading, body, lead, deadline }, at) => (
          <li key={`${ordinal ?? at} ${heading}`} value={ordinal ?? undefined}>
            <h3>{heading}</h3>
            {body?.split(/\n+/).map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one fixed text
              <p key={place}>{line}</p>
            ))}
            <Facts
              className="task-facts"
              rows={[
                [words.lead, lead],
                [words.deadline, deadline],
              ]}
            />
          </li>
        ))}
      </ol>
    </Part>
  )
}

/** Related documents by the kind of relation, both ways. */
const Relations = ({ directive, view }: { directive: Directive; view: View }) => {
  const { relations } = directive
  const verbs = [...new Set(relations.map(({ verb }) => verb))]
  if (!verbs.length) return null
  return (
    <Part id="relations" heading={view.words.relations}>
      <dl className="relations">
        {verbs.map((verb) => (
          <div key={verb}>
            <dt>
              <Label text={verb} view={view} />
            </dt>
            {relations
              .filter((each) => each.verb === verb)
              .map(({ target, citedAs, scope }) => (
                <dd key={`${target?.url} ${citedAs}`}>
                  {target ? (
                    <a href={view.href(target.url)} lang={langOf(target.locale, view.language)}>
                      {target.numberAndSymbol && <strong>{target.numberAndSymbol}</strong>} {target.title}
                    </a>
                  ) : (
                    <Label text={citedAs ?? ''} view={view} />
                  )}
                  {scope && (
                    <span className="quiet">
                      {view.words.part}: <Label text={scope} view={view} />
                    </span>
                  )}
                </dd>
              ))}
          </div>
        ))}
      </dl>
    </Part>
  )
}

/** Relations that take the force of a document, or a part of it. */
const ENDING = ['replacedBy', 'abrogatedBy', 'suspendedBy', 'amendedBy']

/** The status in words, and by which document and from which day it came about. */
const Standing = ({ directive, view }: { directive: Directive; view: View }) => (
  <>
    <Status facts={directive} view={view} />
    {directive.relations
      .filter(({ type, target }) => ENDING.includes(type) && target)
      .map(({ verb, target }) => (
        <span key={`${verb} ${target!.url}`} className="because">
          <Label text={verb} view={view} />{' '}
          <a href={view.href(target!.url)}>{target!.numberAndSymbol ?? target!.title}</a>
          {target!.effectiveFrom && (
            <>
              , {view.words.effectiveFrom.toLowerCase()} <Day of={target!.effectiveFrom} view={view} />
            </>
          )}
        </span>
      ))}
  </>
)

const Paragraph = ({ id, heading, text, lang }: { id: string; heading: string; text: string | null; lang?: string }) =>
  text && (
    <Part id={id} heading={heading}>
      <p lang={lang}>{text}</p>
    </Part>
  )

const FactsOf = ({ directive, view }: { directive: Directive; view: View }) => {
  const { words } = view
  const day = (of: string | null) => of && <Day of={of} view={view} />
  return (
    <Facts
      rows={[
        [
          words.status,
          directive.legalStatus && directive.legalStatus !== 'none' && <Standing directive={directive} view={view} />,
        ],
        [words.number, directive.numberAndSymbol],
        [words.docType, directive.docType?.name && <Label text={directive.docType.name} view={view} />],
        [words.issuedOn, day(directive.issuedOn)],
        [
          words.issuer,
          (directive.issuer || directive.issuerNameAtIssue) && <Issuer directive={directive} view={view} />,
        ],
        [words.signers, directive.signers.length > 0 && <Signers directive={directive} view={view} />],
        [words.effectiveFrom, day(directive.effectiveFrom)],
        [words.effectiveTo, day(directive.effectiveTo)],
        [words.period, period(directive)],
        [words.publishedAt, day(directive.publishedAt)],
        [words.updatedAt, directive.edition > 1 && day(directive.updatedAt)],
      ]}
    />
  )
}

/** A directive. */
export const directive: Route = {
  path: '/van-ban/:slug',
  parameters: [],
  load: async ({ view, path, ask }) => {
    const { directive } = await ask(DirectiveDocument, { url: path, locale: view.language })
    if (!directive) return MISSING
    const { words } = view
    const lang = langOfField(directive, view)
    return {
      kind: 'page',
      status: 200,
      section: 'directives',
      title: [directive.numberAndSymbol, directive.title].filter(Boolean).join(': '),
      titleLang: lang('title'),
      description: directive.summary ?? directive.abstract ?? undefined,
      listed: true,
      languages: languagesOf(directive),
      jsonLd: directive.jsonLd ?? undefined,
      body: (
        <DocumentPage
          section="directives"
          document={directive}
          kicker={
            <>
              {directive.docType?.name && <Label text={directive.docType.name} view={view} />}{' '}
              {directive.numberAndSymbol && <strong>{directive.numberAndSymbol}</strong>}
            </>
          }
          lead={directive.summary}
          view={view}
          aside={<FactsOf directive={directive} view={view} />}
        >
          <Paragraph id="abstract" heading={words.abstract} text={directive.abstract} lang={lang('abstract')} />
          {directive.body?.html && (
            <Part id="content" heading={words.content}>
              <Rich html={directive.body.html} lang={lang('body')} />
            </Part>
          )}
          <Paragraph id="objectives" heading={words.objectives} text={directive.objectives} lang={lang('objectives')} />
          <Paragraph
            id="implementers"
            heading={words.implementers}
            text={directive.implementers}
            lang={lang('implementers')}
          />
          <Tasks directive={directive} lang={lang('taskGroups.body')} view={view} />
          <Files files={directive.files} view={view} />
          <Relations directive={directive} view={view} />
        </DocumentPage>
      ),
    }
  },
}
