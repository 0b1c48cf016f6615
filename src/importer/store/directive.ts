import type { Where } from 'payload'
import { directiveContradictions } from '../../../collections/checks/directive.ts'
import { formatDocumentNumber, naturalKey } from '../../../lib/text/documentNumber.ts'
import type { Note, ReadDirective, ReadRelation } from '../core/types.ts'
import type { References } from './references.ts'
import { findBody, findDocumentType, namedIn, wholeBodyName } from './resolve.ts'
import { importKeyOf } from './workingCopies.ts'

/** What a symbol's issuer is called where the page does not say it. */
const CALLED: Record<string, string> = { UBND: 'Ủy ban nhân dân', HĐND: 'Hội đồng nhân dân', STP: 'Sở Tư pháp' }
/** A province, a district and a commune each have one, and a page rarely says whose number it is. */
const AT_ANY_LEVEL = new Set(['UBND', 'HĐND'])

const relationCopy = ({ type, citedAs, scope }: ReadRelation): Record<string, unknown> => ({
  type,
  citedAs,
  ...(scope ? { scope } : {}),
})

/**
 * What the issuer is called: by the page, else by its symbol where only one body of a place can be meant. The key tells
 * documents of one symbol apart, also where the issuer stays empty.
 */
const issuerNamed = ({ issuerName, unsureIssuer, number }: ReadDirective) => {
  const supposed = unsureIssuer || AT_ANY_LEVEL.has(number.issuer) ? undefined : CALLED[number.issuer]
  return {
    name: issuerName ?? supposed,
    key: issuerName ?? CALLED[number.issuer],
    isSupposed: !issuerName && supposed !== undefined,
  }
}

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
  const { name, key, isSupposed } = issuerNamed(read)
  const issuer = name ? findBody(references.organisations, { name, place, day: read.issuedOn }) : undefined
  const docType = findDocumentType(references.documentTypes, read)
  const printed = formatDocumentNumber(number)
  const year = read.issuedOn ? Number(read.issuedOn.slice(0, 4)) : number.year
  if (issuer && isSupposed)
    notes.push({
      vi: `Trang không ghi cơ quan ban hành; ${issuer.name} là suy từ ký hiệu ${number.symbol} và địa bàn của trang, xin kiểm tra lại.`,
      en: `The page names no issuer; ${issuer.name} is supposed from the symbol ${number.symbol} and the page’s place, check it.`,
    })
  if (!name && !read.unsureIssuer)
    notes.push({
      vi: `Trang không ghi cơ quan ban hành, ký hiệu ${number.symbol} chưa cho biết là cơ quan nào; xin chọn khi biên tập.`,
      en: `The page names no issuer, and the symbol ${number.symbol} does not tell which body it is; choose it when editing.`,
    })
  else if (!issuer && name)
    notes.push({
      vi: `Chưa có cơ quan ban hành “${name}” trong danh mục; xin chọn khi biên tập.`,
      en: `The issuer “${name}” is not in the reference data; choose it when editing.`,
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
    relations: read.relations.map(relationCopy),
    audiences,
    territories,
    unit,
  }
  const faults = directiveContradictions(data).map(({ message }) => message)
  return {
    printed,
    importKey: importKeyOf(
      'directive',
      key && wholeBodyName(key, place),
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
