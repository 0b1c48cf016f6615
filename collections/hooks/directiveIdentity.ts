import { randomUUID } from 'node:crypto'
import { type CollectionBeforeChangeHook, isolateObjectProperty, type PayloadRequest } from 'payload'
import { fault, idOf } from '../../lib/faults/fault.ts'
import { asValidationError } from '../../lib/faults/say.ts'
import { formatDocumentNumber, naturalKey, parseDocumentNumber } from '../../lib/text/documentNumber.ts'
import { slugOf } from '../../lib/text/slug.ts'

/**
 * Placeholder for the natural key and the work URI while number, symbol, date or issuer are missing. MongoDB treats two
 * empty values of a unique field as duplicates, so a second unfinished draft could not be saved.
 */
const UNFINISHED = 'urn:uuid:'
const unfinished = (value: unknown): string =>
  typeof value === 'string' && value.startsWith(UNFINISHED) ? value : `${UNFINISHED}${randomUUID()}`

/**
 * Guarantees one directive per printed number. The natural key is issuer, symbol, number and year of issue, because the
 * printed number alone repeats every year and in every province. Also sets the year in the number and the work URI, which
 * follows these values while the document is a draft and never changes afterwards.
 */
export const directiveIdentity: CollectionBeforeChangeHook = async ({ data, originalDoc, req, collection }) => {
  const row = { ...originalDoc, ...data } as Record<string, unknown>
  const { number, symbol } = row
  const suffix = typeof row.numberSuffix === 'string' ? row.numberSuffix : undefined
  const year = yearOf(row.issuedOn)
  const printedYear = row.printsYear ? (typeof row.printedYear === 'number' ? row.printedYear : year) : undefined
  const printed =
    typeof symbol === 'string' && symbol && typeof number === 'number'
      ? formatDocumentNumber({ number, suffix, symbol, year: printedYear })
      : undefined
  const issuer = idOf(row.issuer)
  const [issuerRow, typeRow] = await Promise.all([
    read(req, 'organisations', issuer),
    read(req, 'document-types', idOf(row.docType)),
  ])
  const issuerCode = issuerRow?.code
  const key =
    printed && year !== undefined && issuerCode
      ? naturalKey({ issuer: issuerCode, symbol: String(symbol), number: Number(number), suffix, year })
      : unfinished(originalDoc?.naturalKey)
  // Once submitted, the work keeps its URI, whatever is corrected in the text.
  const wasSubmitted = originalDoc?.workUri && originalDoc.workflowState !== 'draft'
  const others = { id: originalDoc?.id, req, collection: collection.slug }
  const workUri = wasSubmitted
    ? originalDoc.workUri
    : printed && issuerCode
      ? await freeWorkUri({
          ...others,
          wanted: `/akn/vn/doc/${slugOf(typeRow?.name ?? 'van-ban')}/${slugOf(issuerCode)}/${row.issuedOn}/${slugOf(printed)}`,
        })
      : unfinished(originalDoc?.workUri)
  await refuseTaken({ ...others, naturalKey: key })
  const issuerNameAtIssue = nameAtIssue({ row, before: originalDoc, issuer, name: issuerRow?.name })
  return {
    ...data,
    issuerNameAtIssue,
    printedYear: printedYear ?? null,
    numberAndSymbol: printed ?? null,
    numberAsPrinted: printOf(row.numberAsPrinted, printed),
    naturalKey: key,
    workUri,
  }
}

/** The print that was typed, while it stands for this number and differs from the canonical form: `9/HĐBT` for `09-HĐBT`. */
const printOf = (typed: unknown, canonical: string | undefined): string | null => {
  const read = typeof typed === 'string' && typed ? parseDocumentNumber(typed) : undefined
  return read && read.printed !== canonical && formatDocumentNumber(read) === canonical ? read.printed : null
}

/**
 * Name of the issuer at the time of issue: the typed name, or else the organisation's name when it is chosen. Kept even
 * if the organisation is renamed later.
 */
const nameAtIssue = (args: {
  row: Record<string, unknown>
  before: Record<string, unknown> | undefined
  issuer: string | number | undefined
  name: string | undefined
}): unknown => {
  const { row, before, issuer, name } = args
  const held = row.issuerNameAtIssue
  const chosenAnew = before && idOf(before.issuer) !== issuer && before.issuerNameAtIssue === held
  return held && !chosenAnew ? held : (name ?? null)
}

const read = async (req: PayloadRequest, collection: string, id: string | number | undefined) =>
  id === undefined
    ? undefined
    : ((await req.payload.findByID({
        collection,
        id,
        depth: 0,
        locale: 'vi',
        // Payload writes the locale of a read to its request; the current save must keep its own.
        req: isolateObjectProperty(req, ['locale', 'fallbackLocale']),
        overrideAccess: true,
        disableErrors: true,
      })) as { code?: string; name?: string } | null)

const yearOf = (day: unknown): number | undefined =>
  typeof day === 'string' && /^\d{4}-/.test(day) ? Number(day.slice(0, 4)) : undefined

interface Others {
  id: string | number | undefined
  req: PayloadRequest
  collection: string
}

/** A document whose number was corrected keeps the URI of its old number, so the true owner of that number gets another. */
const MOST_NAMESAKES = 20

const freeWorkUri = async ({ wanted, id, req, collection }: Others & { wanted: string }): Promise<string> => {
  const candidates = [wanted, ...Array.from({ length: MOST_NAMESAKES }, (_, index) => `${wanted}-${index + 2}`)]
  const { docs } = await req.payload.db.find<{ id: string | number; workUri: string }>({
    collection,
    where: { workUri: { in: candidates } },
    pagination: false,
    req,
  })
  const taken = new Set(docs.filter((row) => row.id !== id).map(({ workUri }) => workUri))
  return candidates.find((candidate) => !taken.has(candidate)) ?? `${UNFINISHED}${randomUUID()}`
}

/** How the other document is called, if the person may see it. */
const nameOfOther = async (args: Others & { naturalKey: string }): Promise<string | undefined> => {
  const { naturalKey, req, collection } = args
  const { docs } = await req.payload.find({
    collection,
    where: { naturalKey: { equals: naturalKey } },
    depth: 0,
    limit: 1,
    locale: 'vi',
    overrideAccess: false,
    user: req.user,
    req: isolateObjectProperty(req, ['locale', 'fallbackLocale']),
  })
  const [row] = docs as { numberAndSymbol?: string | null; title?: string | null }[]
  return row && [row.numberAndSymbol, row.title].filter(Boolean).join(' – ')
}

const refuseTaken = async (args: Others & { naturalKey: string }): Promise<void> => {
  const { naturalKey, id, req, collection } = args
  const { docs } = await req.payload.db.find<{ id: string | number }>({
    collection,
    where: { naturalKey: { equals: naturalKey } },
    limit: 2,
    req,
  })
  if (docs.every((taken) => taken.id === id)) return
  const name = await nameOfOther(args)
  throw asValidationError({
    faults: [
      fault(
        'number',
        name
          ? `Văn bản “${name}” đã mang số này của cùng cơ quan và cùng năm; xin mở văn bản đó hoặc kiểm tra lại số.`
          : 'Đã có văn bản khác mang số này của cùng cơ quan và cùng năm; xin kiểm tra lại số.',
        name
          ? `“${name}” has this number of the same issuer and year already; open that one or check the number.`
          : 'Another document has this number of the same issuer and year already; check the number.',
      ),
    ],
    collection,
    req,
  })
}
