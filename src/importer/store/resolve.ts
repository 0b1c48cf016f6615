import type { DocumentNumber } from '../../../lib/text/documentNumber.ts'
import { fold } from '../../../lib/text/fold.ts'
import type { DocumentType, Named, Organisation } from './references.ts'

const SPELLED: [RegExp, string][] = [
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\bhdnd\b/g, 'hoi dong nhan dan'],
  [/\bstp\b/g, 'so tu phap'],
  [/\bpbgdpl\b/g, 'pho bien giao duc phap luat'],
  [/\btp\.?\s/g, 'thanh pho '],
  [/^(?:dong chi |ong |ba )?(?:pho )?(?:chu tich|giam doc)(?: thuong truc)? /, ''],
]

/** A body's name as two spellings of it agree: folded, abbreviations written out, no punctuation. */
export const bodyName = (name: string): string =>
  SPELLED.reduce((text, [pattern, by]) => text.replace(pattern, by), fold(name))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/**
 * A body's name made whole by the place that the page speaks of: `UBND tỉnh` is that of the province, `Sở Tư pháp` its
 * department.
 */
export const wholeBodyName = (name: string, place: string | undefined): string => {
  const own = bodyName(name)
  const where = place && bodyName(place)
  if (!where || own.includes(where)) return own
  const kind = where.startsWith('thanh pho') ? 'thanh pho' : 'tinh'
  return `${own.replace(new RegExp(` ${kind}$`), '')} ${where}`
}

const wasThere = (body: Organisation, day: string | undefined): boolean =>
  !day || ((!body.validFrom || body.validFrom <= day) && (!body.validTo || body.validTo >= day))

/** The body that a page means, which must have existed on the day; with the page's place before without it. */
export const findBody = (
  bodies: Organisation[],
  args: { name: string; place?: string; day?: string },
): Organisation | undefined => {
  const called = (name: string) =>
    bodies.filter((body) => [body.name, body.shortName].some((own) => own && bodyName(own) === name))
  const found = [...called(wholeBodyName(args.name, args.place)), ...called(bodyName(args.name))]
  return found.find((body) => wasThere(body, args.day)) ?? (args.day ? undefined : found[0])
}

/** The type of a directive: by the code of its symbol within its family, else by the name the page gives it. */
export const findDocumentType = (
  types: DocumentType[],
  args: { number: DocumentNumber; typeName?: string },
): DocumentType | undefined => {
  const { style, typeCode } = args.number
  const family = style === 'letter' ? 'administrative' : style === 'old' ? 'statutory' : style
  const named = args.typeName && fold(args.typeName)
  const ofFamily = types.filter((type) => type.family === family)
  const byCode = (list: DocumentType[]) => list.find((type) => typeCode && type.abbreviation === typeCode)
  const byName = (list: DocumentType[]) =>
    list.find((type) => named && fold(type.name).replace(/ \(.*\)$/, '') === named)
  const found = byCode(ofFamily) ?? byName(ofFamily) ?? byCode(types) ?? byName(types)
  return found ?? (style === 'letter' ? types.find((type) => type.code === 'CV') : undefined)
}

/** Those whose names the text contains. */
export const namedIn = (list: Named[], text: string): (string | number)[] => {
  const words = ` ${bodyName(text)} `
  return list.filter(({ name }) => words.includes(` ${bodyName(name)} `)).map(({ id }) => id)
}
