'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'

/** The open document: its addresses in the API and in the admin. */
export const useDocument = () => {
  const { id, collectionSlug = '' } = useDocumentInfo()
  const { config, getEntityConfig } = useConfig()
  const admin = config.routes.admin === '/' ? '' : config.routes.admin
  const document = `${admin}/collections/${collectionSlug}/${id}`
  return {
    ref: { collection: collectionSlug, id: String(id ?? '') },
    entity: getEntityConfig({ collectionSlug }),
    address: document,
    /** Address of the comparison of a version. */
    versionAddress: (number: number, from?: number) =>
      `${document}/versions/${number}${from === undefined ? '' : `?from=${from}`}`,
  }
}
