'use client'
import { useConfig } from '@payloadcms/ui'
import Link from 'next/link.js'
import { useEffect, useState } from 'react'
import { reviewAddress } from '../../reviewAddress.ts'
import { type DocumentRef, readTasks } from '../api.ts'
import { useConnection } from '../useApproval.ts'
import { leave } from './arrival.ts'
import { type Next, nextTask } from './nextTask.ts'
import { useReviewTexts } from './useReviewTexts.ts'

/** What the person goes on with after a decision. Says nothing while this document still waits for them. */
export const NextTask = ({ done: { collection, id } }: { done: DocumentRef }) => {
  const says = useReviewTexts()
  const { config } = useConfig()
  const { base, language } = useConnection()
  const [next, setNext] = useState<Next | null>(null)
  const { admin } = config.routes
  useEffect(() => {
    let wanted = true
    void readTasks({ base, language }).then((reply) => {
      if (wanted && 'value' in reply) setNext(nextTask(reply.value, { collection, id }))
    })
    return () => {
      wanted = false
    }
  }, [base, language, collection, id])
  return (
    <p className="review__next" role="status">
      {next === 'none' ? (
        <>
          {says.noneLeft} <Link href={admin}>{says.home}</Link>
        </>
      ) : null}
      {next && typeof next === 'object' ? (
        <Link href={reviewAddress(admin, next.task)} onClick={leave}>
          {says.next} {next.task.title || says.untitled}
        </Link>
      ) : null}
    </p>
  )
}
