import { type CollectionBeforeChangeHook, isolateObjectProperty, type Payload, type PayloadRequest } from 'payload'
import { fault } from '../../lib/faults/fault.ts'
import { asValidationError } from '../../lib/faults/say.ts'

/** A document that an address of the old portal leads to. */
export interface Owner {
  address: string
  collection: string
  id: string | number
  title: string
  /** What an import knows it by. */
  importKey?: string
}

const addressesOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((address): address is string => typeof address === 'string') : []

/**
 * The working copies that hold one of these addresses of the old portal, an entry an address.
 *
 * @param args.addresses paths as `legacyPath` makes them
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
      // Payload writes the language of a read onto its request; the save that goes on must keep its own.
      ...(req ? { req: isolateObjectProperty(req, ['locale', 'fallbackLocale']) } : {}),
    })
    for (const row of docs as unknown as (Pick<Owner, 'id' | 'importKey'> & { title?: string; legacyUrls?: unknown })[])
      for (const address of addressesOf(row.legacyUrls).filter((held) => addresses.includes(held)))
        owners.push({ address, collection: slug, id: row.id, title: row.title ?? '', importKey: row.importKey })
  }
  return owners
}

/** Guarantees that an old address that is added leads to one document alone: none that another one holds is taken. */
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
