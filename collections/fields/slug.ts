import { randomUUID } from 'node:crypto'
import type { PayloadRequest, TextField } from 'payload'
import { type Fault, fault, isBlank } from '../../lib/faults/fault.ts'
import { asValidationError } from '../../lib/faults/say.ts'
import { slugOf } from '../../lib/text/slug.ts'
import { hasAddress, publicField, slugsOfOthers } from '../../plugins/publications/index.ts'
import { SLUG } from '../../src/portal/addresses.ts'

const MOST_NAMESAKES = 50

interface Asking {
  collection: string
  id: string | number | undefined
  key: string | undefined
  req: PayloadRequest
}

/** Which of the given slugs belong to other documents: now, or as an address that was public once. */
const takenAmong = async ({ collection, id, key, req }: Asking, slugs: string[]): Promise<Set<string>> => {
  const { docs } = await req.payload.db.find<{ id: string | number; slug: string }>({
    collection,
    where: { slug: { in: slugs } },
    pagination: false,
    req,
  })
  const former = await slugsOfOthers({ payload: req.payload, collection, slugs, key })
  return new Set([...former, ...docs.filter((row) => row.id !== id).map((row) => row.slug)])
}

/** Whether a slug was made from this text; a number is appended where namesakes exist. */
const isMadeFrom = (slug: string, base: string): boolean =>
  base !== '' && slug.startsWith(base) && /^(?:-\d+)?$/.test(slug.slice(base.length))

const taken = fault(
  'slug',
  'Địa chỉ này đã thuộc về một văn bản khác; xin ghi địa chỉ khác hoặc để trống.',
  'Another document has this address; enter another one or leave it empty.',
)
const unreadable = fault(
  'slug',
  'Tiêu đề không có chữ Latinh nên không đặt được địa chỉ trang; xin ghi địa chỉ, ví dụ tro-giup-phap-ly.',
  'The title has no Latin letters to make an address from; enter one, such as tro-giup-phap-ly.',
)

/**
 * Last segment of a document's public address. If empty, it is generated from the Vietnamese title (or from `from`),
 * with a number appended if it is taken, and follows the title until the first publication. Typed input is converted to the
 * allowed characters and stays.
 *
 * @param from returns the source text of the slug for a row
 */
export const slug = (from: (row: Record<string, unknown>) => string = (row) => String(row.title ?? '')): TextField =>
  publicField({
    name: 'slug',
    type: 'text',
    label: { vi: 'Địa chỉ trang (slug)', en: 'Address (slug)' },
    unique: true,
    index: true,
    maxLength: SLUG.typed,
    admin: {
      position: 'sidebar',
      description: {
        vi: 'Phần cuối của địa chỉ trên cổng. Để trống, hệ thống tự đặt theo số hiệu hoặc tiêu đề.',
        en: 'Last part of the public address. Left empty, it is made from the number or the title.',
      },
    },
    hooks: {
      beforeDuplicate: [() => null],
      beforeValidate: [
        async ({ value, data, originalDoc, req, operation, collection }) => {
          const key = (originalDoc as { key?: string } | undefined)?.key
          const asking = {
            collection: collection!.slug,
            id: operation === 'update' ? originalDoc?.id : undefined,
            key,
            req,
          }
          const refuse = (found: Fault) => asValidationError({ faults: [found], collection: collection?.slug, req })
          const typed = typeof value === 'string' ? slugOf(value, SLUG.typed) : ''
          const before = operation === 'update' ? (originalDoc?.slug as string | undefined) : undefined
          if (typed && typed !== before) {
            if ((await takenAmong(asking, [typed])).size) throw refuse(taken)
            return typed
          }
          // Slugs are not localised: a Khmer title must not rename a page that has a Vietnamese one.
          const vietnamese = !req.locale || req.locale === 'vi' || req.locale === 'all'
          const row = { ...originalDoc, ...data }
          const base = slugOf(from(row), SLUG.generated)
          const isLeft = value === undefined || typed !== ''
          if (before && isLeft) {
            // A slug that nobody typed follows the title until readers know it.
            const follows =
              vietnamese &&
              base &&
              !isMadeFrom(before, base) &&
              isMadeFrom(before, slugOf(from(originalDoc), SLUG.generated))
            if (!follows || !key || (await hasAddress({ payload: req.payload, collection: asking.collection, key })))
              return before
          }
          if (before && !vietnamese) return before
          if (!base) {
            if (isBlank(row.title)) return undefined
            throw refuse(unreadable)
          }
          const slugs = [base, ...Array.from({ length: MOST_NAMESAKES }, (_, index) => `${base}-${index + 2}`)]
          const others = await takenAmong(asking, slugs)
          return slugs.find((candidate) => !others.has(candidate)) ?? `${slugOf(base, SLUG.beforeId)}-${randomUUID()}`
        },
      ],
    },
  })
