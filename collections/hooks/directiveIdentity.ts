import { randomUUID } from 'node:crypto'
import { type CollectionBeforeChangeHook, isolateObjectProperty, type PayloadRequest } from 'payload'
import { fault, idOf } from '../../lib/faults/fault.ts'
import { asValidationError } from '../../lib/faults/say.ts'
import { formatDocumentNumber, naturalKey } from '../../lib/text/documentNumber.ts'
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
 * printed number alone repeats every year and in every province. Also sets the work URI, which follows these values
 * while the document is a draft and never changes afterwards.
 */
export const directiveIdentity: CollectionBeforeChangeHook = async ({ data, originalDoc, req, collection }) => {
  const row = { ...originalDoc, ...data } as Record<string, unknown>
  const { number, symbol } = row
  const suffix = typeof row.numberSuffix === 'string' ? row.numberSuffix : undefined
  const printed =
    typeof symbol === 'string' && symbol && typeof number === 'number'
      ? formatDocumentNumber({ number, suffix, symbol, year: row.printsYear ? yearOf(row.issuedOn) : undefined })
      : undefined
  const issuer = idOf(row.issuer)
  const year = yearOf(row.issuedOn)
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
  const workUri = wasSubmitted
    ? originalDoc.workUri
    : printed && issuerCode
      ? `/akn/vn/doc/${slugOf(typeRow?.name ?? 'van-ban')}/${slugOf(issuerCode)}/${row.issuedOn}/${slugOf(printed)}`
      : unfinished(originalDoc?.workUri)
  await refuseTaken({ naturalKey: key, workUri, id: originalDoc?.id, req, collection: collection.slug })
  const issuerNameAtIssue = nameAtIssue({ row, before: originalDoc, issuer, name: issuerRow?.name })
  return { ...data, issuerNameAtIssue, numberAndSymbol: printed ?? null, naturalKey: key, workUri }
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

const refuseTaken = async (args: {
  naturalKey: string
  workUri: string
  id: string | number | undefined
  req: PayloadRequest
  collection: string
}): Promise<void> => {
  const { naturalKey, workUri, id, req, collection } = args
  const { docs } = await req.payload.db.find<{ id: string | number }>({
    collection,
    where: { or: [{ naturalKey: { equals: naturalKey } }, { workUri: { equals: workUri } }] },
    limit: 2,
    req,
  })
  if (docs.every((taken) => taken.id === id)) return
  throw asValidationError({
    faults: [
      fault(
        'number',
        'Đã có văn bản mang số, ký hiệu, năm và cơ quan ban hành này; xin mở văn bản đó hoặc kiểm tra lại số.',
        'A directive with this number, symbol, year and issuer exists; open that one or check the number.',
      ),
    ],
    collection,
    req,
  })
}
