'use client'
import { useTranslation } from '@payloadcms/ui'
import { useCallback, useMemo } from 'react'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { type OfficeTexts, officeTexts } from '../../translations/office.ts'
import { confirmPower, readDefinitions, readPeople } from '../api.ts'
import { useAnswer } from '../useAnswer.ts'
import { useConnection } from '../useApproval.ts'
import { useOnReturn } from '../useOnReturn.ts'

/** The texts of the page in the admin's language: Vietnamese if chosen, otherwise English. */
export const useOfficeTexts = (): OfficeTexts => officeTexts[ownLanguage(useTranslation().i18n.language)]

/** Workflows and people, read again when the person returns to the page. */
export const useOffice = () => {
  const { base, language } = useConnection()
  const connection = useMemo(() => ({ base, language }), [base, language])
  const definitions = useAnswer(useCallback(() => readDefinitions(connection), [connection]))
  const people = useAnswer(useCallback(() => readPeople(connection), [connection]))
  const [one, other] = [definitions.reload, people.reload]
  const reload = useCallback(async () => {
    await Promise.all([one(), other()])
  }, [one, other])
  useOnReturn(reload)

  /** @returns why it was refused, in a sentence; empty when it was not */
  const confirm = async (id: string): Promise<string> => {
    const reply = await confirmPower(connection, id)
    if ('failure' in reply) return reply.failure.message || ' '
    await reload()
    return ''
  }
  const refused = people.failure?.code === 'FORBIDDEN'
  return {
    definitions: definitions.value?.definitions ?? null,
    people: refused ? ('refused' as const) : (people.value?.people ?? null),
    failed: definitions.failure !== null || (people.failure !== null && !refused),
    reload,
    confirm,
  }
}
