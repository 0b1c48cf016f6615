'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'

/** The open document: how the API and the admin address it. */
export const useDocument = () => {
  const { id, collectionSlug = '' } = useDocumentInfo()
  const { config, getEntityConfig } = useConfig()
  const admin = config.routes.admin === '/' ? '' : config.routes.admin
  const document = `${admin}/collections/${collectionSlug}/${id}`
  return {
    ref: { collection: collectionSlug, id: String(id ?? '') },
    entity: getEntityConfig({ collectionSlug }),
    address: document,
    /** Address of a version's comparison. */
    versionAddress: (number: number, from?: number) =>
      `${document}/versions/${number}${from === undefined ? '' : `?from=${from}`}`,
  }
}
