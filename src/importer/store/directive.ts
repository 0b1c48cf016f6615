import type { Where } from 'payload'
import { directiveContradictions } from '../../../collections/checks/directive.ts'
import { formatDocumentNumber, naturalKey } from '../../../lib/text/documentNumber.ts'
import type { Note, ReadDirective } from '../core/types.ts'
import type { References } from './references.ts'
import { findBody, findDocumentType, namedIn, wholeBodyName } from './resolve.ts'
import { importKeyOf } from './workingCopies.ts'

/** What a symbol's issuer is called where the page does not say it. */
const CALLED: Record<string, string> = { UBND: 'Ủy ban nhân dân', HĐND: 'Hội đồng nhân dân', STP: 'Sở Tư pháp' }

/** A directive of a page as the fields of a working copy. */
export interface DirectiveCopy {
  printed: string
  importKey: string
  data: Record<string, unknown>
  /** What else is the same document, once issuer and year are known. */
  same?: Where
  notes: Note[]
  refused?: Note[]
}

/**
 * Turns what was read into the fields of a working copy: bodies, types and readers found among the reference data, what
 * is missing there told. Pure.
 *
 * @param args.place the place that the page speaks of
 * @param args.unit the unit whose page it is
 */
export const directiveCopy = (
  read: ReadDirective,
  args: { references: References; place?: string; unit?: string | number },
): DirectiveCopy => {
  const { references, place, unit } = args
  const { number } = read
  const notes: Note[] = []
  const name = read.issuerName ?? CALLED[number.issuer]
  const issuer = name ? findBody(references.organisations, { name, place, day: read.issuedOn }) : undefined
  const docType = findDocumentType(references.documentTypes, read)
  const printed = formatDocumentNumber(number)
  const year = read.issuedOn ? Number(read.issuedOn.slice(0, 4)) : number.year
  if (!issuer)
    notes.push({
      vi: `Chưa có cơ quan ban hành “${name ?? number.issuer}” trong danh mục; xin chọn khi biên tập.`,
      en: `The issuer “${name ?? number.issuer}” is not in the reference data; choose it when editing.`,
    })
  if (!docType)
    notes.push({
      vi: 'Chưa rõ loại văn bản; xin chọn khi biên tập.',
      en: 'The type of document is not known; choose it when editing.',
    })
  const audiences = namedIn(references.audiences, [read.implementers, read.title].join(' '))
  const territories = namedIn(references.territories, [read.title, issuer?.name ?? name, place].join(' '))
  const data = {
    title: read.title,
    docType: docType?.id,
    number: number.number,
    numberSuffix: number.suffix,
    symbol: number.symbol,
    printsYear: number.year !== undefined,
    issuedOn: read.issuedOn,
    issuer: issuer?.id,
    issuerNameAtIssue: issuer?.name ?? name,
    abstract: read.abstract,
    objectives: read.objectives,
    implementers: read.implementers,
    taskGroups: read.taskGroups,
    implementationPeriod: read.period,
    effectiveFrom: read.effectiveFrom,
    effectiveTo: read.effectiveTo,
    relations: read.relations,
    audiences,
    territories,
    unit,
  }
  const faults = directiveContradictions(data).map(({ message }) => message)
  return {
    printed,
    importKey: importKeyOf(
      'directive',
      name && wholeBodyName(name, place),
      number.number,
      number.suffix,
      number.symbol,
      year,
    ),
    data,
    ...(issuer && year
      ? {
          same: {
            naturalKey: {
              equals: naturalKey({
                issuer: issuer.code,
                number: number.number,
                suffix: number.suffix,
                symbol: number.symbol,
                year,
              }),
            },
          },
        }
      : {}),
    notes,
    ...(read.refused ? { refused: [read.refused] } : faults.length ? { refused: faults } : {}),
  }
}
