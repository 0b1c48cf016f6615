import type { Payload } from 'payload'
import type * as Stored from '../../payload-types.ts'

export type Organisation = Pick<Stored.Organisation, 'id' | 'code' | 'name' | 'shortName' | 'validFrom' | 'validTo'>
export type DocumentType = Pick<Stored.DocumentType, 'id' | 'code' | 'name' | 'abbreviation' | 'family'>
export type Named = Pick<Stored.Audience | Stored.Territory, 'id'> & { name: string }

/** What a page's words can point to. */
export interface References {
  organisations: Organisation[]
  documentTypes: DocumentType[]
  audiences: Named[]
  territories: Named[]
}

const rows = async <T>(payload: Payload, collection: string): Promise<T[]> =>
  (await payload.find({ collection, locale: 'vi', depth: 0, pagination: false, overrideAccess: true }))
    .docs as unknown as T[]

/** Reads the reference data once for a whole import, in Vietnamese. */
export const readReferences = async (payload: Payload): Promise<References> => ({
  organisations: await rows<Organisation>(payload, 'organisations'),
  documentTypes: await rows<DocumentType>(payload, 'document-types'),
  audiences: (await rows<{ id: string; title: string }>(payload, 'audiences')).map(({ id, title }) => ({
    id,
    name: title,
  })),
  territories: await rows<Named>(payload, 'territories'),
})
