'use client'
import { usePathname, useRouter, useSearchParams } from 'next/navigation.js'
import { useCallback, useEffect, useState } from 'react'
import type { TrailPage } from '../../trail/page.ts'
import type { TrailQuery } from '../../trail/query.ts'
import { type Answer, useAnswer } from '../useAnswer.ts'
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
export const useTrail = (query: TrailQuery, page: number): Answer<TrailPage> => {
  const { base, language } = useConnection()
  const { document, person, from, to, type } = query
  return useAnswer(
    useCallback(
      () => readTrail({ base, language }, { document, person, from, to, type, page: String(page) }),
      [base, language, document, person, from, to, type, page],
    ),
  )
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
