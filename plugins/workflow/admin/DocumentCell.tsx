'use client'
import { useAuth, useConfig } from '@payloadcms/ui'
import Link from 'next/link.js'
import type { DefaultCellComponentProps } from 'payload'
import { useEffect, useState } from 'react'

interface Named {
  id: string
  name: string
}

/** Documents that each person's pages have asked for; several rows of a log are often about one. */
const asked = new Map<string, Promise<Named | undefined>>()

const ask = async (api: string, collection: string, key: string, title: string): Promise<Named | undefined> => {
  const query = new URLSearchParams({ 'where[key][equals]': key, limit: '1', depth: '0', [`select[${title}]`]: 'true' })
  const response = await fetch(`${api}/${collection}?${query}`, { credentials: 'same-origin' })
  const [row] = response.ok ? ((await response.json()) as { docs: Record<string, string>[] }).docs : []
  return row && { id: row.id!, name: row[title] ?? '' }
}

/** A document in a log, by its title and with a link; by its key when the person may not see it. */
export const DocumentCell = ({ cellData }: DefaultCellComponentProps) => {
  const { config, getEntityConfig } = useConfig()
  const stream = typeof cellData === 'string' ? cellData : ''
  const [collection = '', key = ''] = stream.split(':')
  const title = getEntityConfig({ collectionSlug: collection })?.admin.useAsTitle ?? 'title'
  const [named, setNamed] = useState<Named>()
  const { api, admin } = config.routes
  // Another person may log in without loading the page anew.
  const person = String(useAuth().user?.id ?? '')

  useEffect(() => {
    const name = `${person}/${stream}`
    const answer = asked.get(name) ?? ask(api, collection, key, title).catch(() => undefined)
    asked.set(name, answer)
    void answer.then(setNamed)
  }, [api, collection, key, person, stream, title])

  return named ? <Link href={`${admin}/collections/${collection}/${named.id}`}>{named.name}</Link> : <span>{key}</span>
}
