import { type CollectionBeforeChangeHook, isolateObjectProperty, type Payload, type PayloadRequest } from 'payload'
import { fault } from '../../lib/faults/fault.ts'
import { asValidationError } from '../../lib/faults/say.ts'

/** The document that holds an address of the old portal. */
export interface Owner {
  address: string
  collection: string
  id: string | number
  title: string
  /** Key by which an import recognises it. */
  importKey?: string
}

const addressesOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((address): address is string => typeof address === 'string') : []

/**
 * Working copies that hold any of these addresses of the old portal, one entry per address.
 *
 * @param args.addresses paths as returned by `legacyPath`
 */
export const ownersOfAddresses = async (args: {
  payload: Payload
  addresses: string[]
  req?: PayloadRequest
}): Promise<Owner[]> => {
  const { payload, addresses, req } = args
  if (!addresses.length) return []
  const holding = payload.config.collections.filter(({ flattenedFields }) =>
    flattenedFields.some((field) => field.name === 'legacyUrls'),
  )
  const owners: Owner[] = []
  for (const { slug } of holding) {
    const { docs } = await payload.find({
      collection: slug,
      where: { legacyUrls: { in: addresses } },
      depth: 0,
      locale: 'vi',
      pagination: false,
      overrideAccess: true,
      // Payload writes the locale of a read to its request; the current save must keep its own.
      ...(req ? { req: isolateObjectProperty(req, ['locale', 'fallbackLocale']) } : {}),
    })
    for (const row of docs as unknown as (Pick<Owner, 'id' | 'importKey'> & { title?: string; legacyUrls?: unknown })[])
      for (const address of addressesOf(row.legacyUrls).filter((held) => addresses.includes(held)))
        owners.push({ address, collection: slug, id: row.id, title: row.title ?? '', importKey: row.importKey })
  }
  return owners
}

/** Guarantees that an old address belongs to one document only: an added address must not be held by another. */
export const oneOwnerOfAddress: CollectionBeforeChangeHook = async ({ data, originalDoc, req, collection }) => {
  const before = addressesOf(originalDoc?.legacyUrls)
  const added = addressesOf(data.legacyUrls).filter((address) => !before.includes(address))
  const owners = await ownersOfAddresses({ payload: req.payload, addresses: added, req })
  const other = owners.find(({ collection: slug, id }) => slug !== collection.slug || id !== originalDoc?.id)
  if (!other) return data
  throw asValidationError({
    faults: [
      fault(
        'legacyUrls',
        `Địa chỉ cũ ${other.address} đã dẫn về “${other.title}”; xin bỏ địa chỉ này ở một trong hai văn bản.`,
        `The old address ${other.address} leads to “${other.title}” already; take it out of one of the two.`,
      ),
    ],
    collection: collection.slug,
    req,
  })
}
