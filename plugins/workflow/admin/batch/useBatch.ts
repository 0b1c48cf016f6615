'use client'
import { useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { type BatchTexts, batchTexts } from '../../translations/batch.ts'
import type { Failure } from '../api.ts'
import { useAnswer } from '../useAnswer.ts'
import { useConnection } from '../useApproval.ts'
import { approveListed, type BatchPage, readBatch, readManifest } from './api.ts'

/** The texts of the page in the admin's language: Vietnamese if chosen, otherwise English. */
export const useBatchTexts = (): BatchTexts => batchTexts[ownLanguage(useTranslation().i18n.language)]

type Listed = BatchPage['documents'][number]

/** A list that a head is asked to confirm, with its hash. */
export interface List {
  manifest: string
  documents: Listed[]
}

/** What became of a list. */
export interface BatchReply {
  published: number
  before: number
  /** Those that were not published, and why. */
  refused: { title: string; message: string }[]
  /** What went wrong with the list itself; empty when nothing did. */
  message: string
}

const replyTo = ({ published = 0, message, all = [] }: Failure, documents: Listed[], failed: string): BatchReply => {
  const refused = all.flatMap(({ document, message: why }) => {
    const listed = documents.find(({ id }) => id === document?.id)
    return listed ? [{ title: listed.title, message: why }] : []
  })
  return { published, before: 0, refused, message: refused.length ? '' : message || failed }
}

/** A page of imported texts, and which of them are chosen; at first all that can be approved. */
export const useBatch = (collection: string) => {
  const { base, language } = useConnection()
  const { failed: failedText } = useBatchTexts()
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [reply, setReply] = useState<BatchReply | null>(null)
  const { value, failure, busy, reload } = useAnswer(
    useCallback(() => readBatch({ base, language }, collection, page), [base, language, collection, page]),
  )
  // Nobody ticks what another page takes the place of.
  const found = busy ? null : value
  useEffect(() => {
    setChosen(new Set(found?.documents.filter(({ ok }) => ok).map(({ id }) => id)))
  }, [found])

  /** The list of what is chosen; `null` when the server could not be asked. */
  const prepare = async (): Promise<List | null> => {
    const documents = (found?.documents ?? []).filter(({ id }) => chosen.has(id))
    const read = await readManifest({ base, language }, documents.map(listed))
    if ('value' in read) return { manifest: read.value.manifest, documents }
    setReply(replyTo(read.failure, documents, failedText))
    return null
  }
  const approve = async ({ manifest, documents }: List) => {
    const sent = await approveListed({ base, language }, manifest, documents.map(listed))
    const now =
      'value' in sent ? { ...sent.value, refused: [], message: '' } : replyTo(sent.failure, documents, failedText)
    setReply(now)
    if (!now.published) return
    if (page === 1) await reload()
    else setPage(1)
  }
  return { page, setPage, found, failed: failure !== null && !busy, reload, chosen, setChosen, reply, prepare, approve }
}

const listed = ({ collection, id, contentHash }: Listed) => ({ collection, id, contentHash })
