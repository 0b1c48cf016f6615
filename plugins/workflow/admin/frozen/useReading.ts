'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FrozenContent } from '../../../publications/client.ts'
import type { WorkflowView } from '../../useCases/view.ts'
import { type DocumentRef, readContent, readWorkingContent } from '../api.ts'
import { useConnection } from '../useApproval.ts'
import { useOnReturn } from '../useOnReturn.ts'
import { choiceOf, type FrozenStanding, frozenStanding, type Movable, type Shown } from './standing.ts'

interface Read {
  hash: string
  content: FrozenContent
}

/** What a person reads of a document: the frozen text, or the working copy where it differs and is relevant. */
export interface Reading {
  /** Hash of the frozen text; `null` when nothing is frozen. */
  hash: string | null
  standing: FrozenStanding
  /** Set when there are two texts to choose from. */
  changed: Movable | undefined
  shown: Shown
  show: (shown: Shown) => void
  /** The text that is shown; `null` until it has arrived. */
  content: FrozenContent | null
  /** What the working copy says now; `null` until it has arrived. */
  working: FrozenContent | null
  /** Whether the working copy differs from the frozen text. */
  differs: boolean
  /** The language that is shown, one of those of the text. */
  language: string
  speak: (language: string) => void
  failed: boolean
  reload: () => Promise<void>
}

/** Reads the frozen text, and the one that freezing now would give. */
export const useReading = (
  { collection, id }: DocumentRef,
  view: Pick<WorkflowView, 'state' | 'steps' | 'contentHash' | 'urgent' | 'unratified'>,
): Reading => {
  const { base, language: ours } = useConnection()
  const { contentHash: hash } = view
  const [frozen, setFrozen] = useState<Read | null>(null)
  const [working, setWorking] = useState<Read | null>(null)
  const [failed, setFailed] = useState(false)
  const [asked, setAsked] = useState<Shown | null>(null)
  const [chosen, setChosen] = useState('')
  // Responses may arrive out of order; only that of the newest request counts.
  const asking = useRef(0)

  const reload = useCallback(async () => {
    asking.current += 1
    const mine = asking.current
    setFailed(false)
    const connection = { base, language: ours }
    const ref = { collection, id }
    const [one, other] = await Promise.all([
      hash ? readContent(connection, ref, hash) : null,
      readWorkingContent(connection, ref),
    ])
    if (mine !== asking.current) return
    if ('value' in other && (!one || 'value' in one)) {
      setFrozen(one?.value ?? null)
      setWorking(other.value)
    } else setFailed(true)
  }, [base, ours, collection, id, hash])
  useEffect(() => {
    void reload()
  }, [reload])
  useOnReturn(reload)

  const standing = frozenStanding(view)
  // Of a text that was frozen since, nothing is shown until it has arrived.
  const here = hash && frozen?.hash === hash ? frozen : null
  const { changed, first } = hash
    ? choiceOf(standing, hash, working?.hash)
    : { changed: undefined, first: 'frozen' as const }
  const shown = changed ? (asked ?? first) : 'frozen'
  const read = shown === 'working' ? working : here
  const locales = read?.content.locales ?? []
  return {
    hash,
    standing,
    changed,
    shown,
    show: setAsked,
    content: read?.content ?? null,
    working: working?.content ?? null,
    differs: working !== null && working.hash !== hash,
    language: locales.includes(chosen) ? chosen : (locales[0] ?? 'vi'),
    speak: setChosen,
    failed,
    reload,
  }
}
