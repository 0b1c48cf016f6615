import { type CollectionBeforeChangeHook, type PayloadRequest, ValidationError } from 'payload'
import { formatDocumentNumber, naturalKey, parseDocumentNumber } from '../../src/text/documentNumber.ts'
import { slugOf } from '../../src/text/slug.ts'
import { idOf } from '../checks/fault.ts'

const say = (req: { i18n?: { language?: string } }, vi: string, en: string) => (req.i18n?.language === 'en' ? en : vi)

/**
 * Guarantees one directive for each printed number: the natural key is issuer, symbol, number and year of issue, for
 * the printed number alone repeats every year and in every province. Also splits a number typed as printed
 * (`84/KH-UBND`), and names the work by an address that never changes once it is complete.
 */
export const directiveIdentity: CollectionBeforeChangeHook = async ({ data, originalDoc, req, collection }) => {
  const row = { ...originalDoc, ...data } as Record<string, unknown>
  const typed = typeof row.number === 'string' ? parseDocumentNumber(row.number) : undefined
  const number = typed ? typed.number : row.number
  const symbol = typed?.symbol ?? row.symbol
  const printed =
    typeof symbol === 'string' && symbol && (typeof number === 'number' || (typeof number === 'string' && number))
      ? formatDocumentNumber({
          number: Number(number),
          symbol,
          year: row.printsYear ? yearOf(row.issuedOn) : undefined,
        })
      : undefined
  const issuer = idOf(row.issuer)
  const year = yearOf(row.issuedOn)
  const complete = printed && issuer !== undefined && year !== undefined
  const [issuerRow, typeRow] = complete
    ? await Promise.all([read(req, 'organisations', issuer), read(req, 'document-types', idOf(row.docType))])
    : []
  const issuerCode = issuerRow?.code
  const key =
    printed && year !== undefined && issuerCode
      ? naturalKey({ issuer: issuerCode, symbol: String(symbol), number: Number(number), year })
      : null
  if (key) await refuseTaken({ key, id: originalDoc?.id, req, collection: collection.slug })
  // Once public, the work keeps its address whatever is corrected in the text.
  const settled = originalDoc?.workUri && originalDoc.workflowState !== 'draft'
  const workUri = settled
    ? originalDoc.workUri
    : key
      ? `/akn/vn/doc/${slugOf(typeRow?.name ?? 'van-ban')}/${slugOf(issuerCode!)}/${row.issuedOn}/${slugOf(printed ?? '')}`
      : null
  return {
    ...data,
    number: number ?? null,
    symbol: symbol ?? null,
    numberAndSymbol: printed ?? null,
    naturalKey: key,
    workUri,
  }
}

const read = async (req: PayloadRequest, collection: string, id: string | number | undefined) =>
  id === undefined
    ? undefined
    : ((await req.payload.findByID({
        collection,
        id,
        depth: 0,
        locale: 'vi',
        req,
        overrideAccess: true,
        disableErrors: true,
      } as never)) as { code?: string; name?: string } | null)

const yearOf = (day: unknown): number | undefined =>
  typeof day === 'string' && /^\d{4}-/.test(day) ? Number(day.slice(0, 4)) : undefined

const refuseTaken = async (args: {
  key: string
  id: string | number | undefined
  req: PayloadRequest
  collection: string
}): Promise<void> => {
  const { key, id, req, collection } = args
  const taken = await req.payload.db.findOne<{ id: string | number }>({
    collection,
    where: { naturalKey: { equals: key } },
    req,
  } as never)
  if (!taken || taken.id === id) return
  throw new ValidationError(
    {
      collection,
      errors: [
        {
          path: 'number',
          message: say(
            req,
            'Đã có văn bản mang số, ký hiệu, năm và cơ quan ban hành này; xin mở văn bản đó hoặc kiểm tra lại số.',
            'A directive with this number, symbol, year and issuer exists; open that one or check the number.',
          ),
        },
      ],
    },
    req.t,
  )
}
