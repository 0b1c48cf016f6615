'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Saying } from '../../core/comments.ts'
import type { Discussion } from '../../useCases/discuss.ts'
import { type DocumentRef, type Failure, type Reply, readDiscussion, resolveThread, sendComment } from '../api.ts'
import { useConnection } from '../useApproval.ts'
import { useOnReturn } from '../useOnReturn.ts'

/** The conversation about a document, read again when the person comes back to the page. */
export const useDiscussion = ({ collection, id }: DocumentRef) => {
  const { base, language } = useConnection()
  const [discussion, setDiscussion] = useState<Discussion | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  // Responses may arrive out of order; only that of the newest request counts.
  const asked = useRef(0)

  const take = useCallback(async (reply: Promise<Reply<Discussion>>): Promise<boolean> => {
    asked.current += 1
    const mine = asked.current
    const known = await reply
    if (mine !== asked.current) return 'value' in known
    if ('value' in known) {
      setDiscussion(known.value)
      setFailure(null)
    } else setFailure(known.failure)
    return 'value' in known
  }, [])

  const reload = useCallback(
    () => take(readDiscussion({ base, language }, { collection, id })),
    [take, base, language, collection, id],
  )
  useEffect(() => {
    void reload()
  }, [reload])
  useOnReturn(reload)

  const during = async (reply: Promise<Reply<Discussion>>): Promise<boolean> => {
    setBusy(true)
    const taken = await take(reply)
    setBusy(false)
    return taken
  }
  return {
    discussion,
    failure,
    busy,
    reload,
    send: (saying: Saying) => during(sendComment({ base, language }, { collection, id }, saying)),
    resolve: (thread: string) => during(resolveThread({ base, language }, { collection, id }, thread)),
  }
}
