'use client'
import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { useId } from 'react'
import { reviewAddress } from '../../reviewAddress.ts'
import type { OfficeTexts } from '../../translations/office.ts'
import type { DefinitionLine } from '../api.ts'
import { useOfficeTexts } from './useOffice.ts'

type StepLine = DefinitionLine['steps'][number]

/** Collections that follow the same definition under the same conditions are drawn once. */
const drawn = (definitions: readonly DefinitionLine[]): { line: DefinitionLine; collections: string[] }[] => {
  const found = new Map<string, { line: DefinitionLine; collections: string[] }>()
  for (const line of definitions) {
    const key = JSON.stringify([line.name, line.title, line.when, line.steps.map(({ waiting: _, ...step }) => step)])
    const there = found.get(key)
    if (!there) {
      found.set(key, { line, collections: [line.collection] })
      continue
    }
    there.collections.push(line.collection)
    const steps = there.line.steps.map((step, at) => ({ ...step, waiting: step.waiting + line.steps[at]!.waiting }))
    there.line = { ...there.line, steps, outdated: [...there.line.outdated, ...line.outdated] }
  }
  return [...found.values()]
}

const conditionOf = ({ when }: DefinitionLine, says: OfficeTexts): string =>
  when
    ? [
        ...(when.translationOnly ? [says.when.translationOnly] : []),
        ...(when.correction ? [says.when.correction] : []),
        ...Object.entries(when.fields ?? {}).map(([name, values]) => says.when.field(name, values.join(', '))),
      ].join(', ')
    : ''

const quorumOf = (quorum: number | 'all', says: OfficeTexts): string =>
  quorum === 'all' ? ` (${says.all})` : quorum > 1 ? ` (${says.quorum(quorum)})` : ''

const StepBox = ({ step, titleOf }: { step: StepLine; titleOf: (name: string) => string }) => {
  const says = useOfficeTexts()
  return (
    <li className={`office__step office__step--${step.kind}`}>
      <p className="office__step-title">{step.title}</p>
      <p>
        {step.by.name}
        {quorumOf(step.quorum, says)}
      </p>
      {step.parallel.map(({ name, by, quorum }) => (
        <p key={name}>
          {says.beside}: {by.name}
          {quorumOf(quorum, says)}
        </p>
      ))}
      <p className="approval__quiet">{step.kind === 'edit' ? says.edit : says.approve}</p>
      {step.due ? <p className="approval__quiet">{says.due(step.due.within)}</p> : null}
      {step.returnTo === 'author' ? null : <p className="approval__quiet">{says.returnTo(titleOf(step.returnTo))}</p>}
      {step.checklist.length ? (
        <>
          <p className="approval__quiet">{says.checklist}</p>
          <ul>
            {step.checklist.map(({ name, title }) => (
              <li key={name}>{title}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p className={step.waiting ? 'office__waiting' : 'approval__quiet'}>{says.waiting(step.waiting)}</p>
    </li>
  )
}

const Diagram = ({ line, collections }: { line: DefinitionLine; collections: string[] }) => {
  const says = useOfficeTexts()
  const { i18n } = useTranslation()
  const { config, getEntityConfig } = useConfig()
  const heading = useId()
  const called = (slug: string) => {
    const label = getEntityConfig({ collectionSlug: slug })?.labels?.plural
    return label ? getTranslation(label, i18n) : slug
  }
  const condition = conditionOf(line, says)
  const titleOf = (name: string) => line.steps.find((step) => step.name === name)?.title ?? name
  return (
    <section className="office__workflow" aria-labelledby={heading}>
      <h3 id={heading}>{line.title}</h3>
      <p>
        {says.for(collections.map(called).join(', '))}
        {condition ? `, ${condition}` : ''}
      </p>
      <ol className="office__steps">
        <li className="office__step office__step--end">
          <p className="office__step-title">{says.author}</p>
          <p>{line.authors.map(({ name }) => name).join(', ')}</p>
        </li>
        {line.steps.map((step) => (
          <StepBox key={step.name} step={step} titleOf={titleOf} />
        ))}
        <li className="office__step office__step--end">
          <p className="office__step-title">{line.onApproved === 'publish' ? says.published : says.held}</p>
        </li>
      </ol>
      {line.outdated.length ? (
        <>
          <p className="office__outdated">{says.outdated(line.outdated.length)}</p>
          <ul>
            {line.outdated.map(({ collection, id, title }) => (
              <li key={`${collection} ${id}`}>
                <a href={reviewAddress(config.routes.admin, { collection, id })}>{title || says.untitled}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {line.ratification ? <p className="approval__quiet">{says.ratification(line.ratification.within)}</p> : null}
    </section>
  )
}

/** Every workflow as a row of steps one can read. */
export const Workflows = ({ definitions }: { definitions: DefinitionLine[] }) => (
  <>
    {drawn(definitions).map(({ line, collections }) => (
      <Diagram key={`${line.name}:${collections.join()}`} line={line} collections={collections} />
    ))}
  </>
)
