'use client'
import { usePathname, useRouter, useSearchParams } from 'next/navigation.js'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { TrailPage } from '../../trail/page.ts'
import type { TrailQuery } from '../../trail/query.ts'
import { useConnection } from '../useApproval.ts'
import { readTrail, readTrailPeople } from './api.ts'

const NAMES = ['document', 'person', 'type', 'from', 'to'] as const

/** The conditions in the address of the page, so that it can be kept, sent on and gone back to. */
export const useTrailQuery = () => {
  const asked = useSearchParams()
  const router = useRouter()
  const path = usePathname()
  const query = Object.fromEntries(NAMES.map((name) => [name, asked.get(name) ?? ''])) as unknown as TrailQuery
  const page = Math.max(1, Number.parseInt(asked.get('page') ?? '', 10) || 1)
  const go = (next: Partial<TrailQuery>, to = 1) => {
    const wanted = new URLSearchParams()
    for (const name of NAMES) {
      const value = next[name]?.trim()
      if (value) wanted.set(name, value)
    }
    if (to > 1) wanted.set('page', String(to))
    const text = String(wanted)
    router.push(text ? `${path}?${text}` : path)
  }
  return { query, page, go }
}

/** A page of the trail; the one before stays until the next has arrived. */
export const useTrail = (query: TrailQuery, page: number) => {
  const { base, language } = useConnection()
  const [found, setFound] = useState<TrailPage | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const asking = useRef(0)
  const { document, person, from, to, type } = query
  const reload = useCallback(async () => {
    asking.current += 1
    const mine = asking.current
    const reply = await readTrail({ base, language }, { document, person, from, to, type, page: String(page) })
    // An answer to an earlier question may come late.
    if (mine !== asking.current) return
    setFailure('failure' in reply ? reply.failure.message : null)
    setFound('value' in reply ? reply.value : null)
  }, [base, language, document, person, from, to, type, page])
  useEffect(() => {
    void reload()
  }, [reload])
  return { found, failure, reload }
}

/** Names of all people, for the person who types one. */
export const usePeople = (): string[] => {
  const { base, language } = useConnection()
  const [people, setPeople] = useState<string[]>([])
  useEffect(() => {
    void readTrailPeople({ base, language }).then((reply) => {
      if ('value' in reply) setPeople(reply.value.people)
    })
  }, [base, language])
  return people
}
