'use client'
import { useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { ownLanguage } from '../../../../lib/text/languages.ts'
import { type OfficeTexts, officeTexts } from '../../translations/office.ts'
import { confirmPower, type DefinitionLine, type PersonLine, readDefinitions, readPeople } from '../api.ts'
import { useConnection } from '../useApproval.ts'
import { useOnReturn } from '../useOnReturn.ts'

/** The texts of the page in the admin's language: Vietnamese if chosen, otherwise English. */
export const useOfficeTexts = (): OfficeTexts => officeTexts[ownLanguage(useTranslation().i18n.language)]

/** Workflows and people, read again when the person returns to the page. */
export const useOffice = () => {
  const { base, language } = useConnection()
  const [definitions, setDefinitions] = useState<DefinitionLine[] | null>(null)
  const [people, setPeople] = useState<PersonLine[] | 'refused' | null>(null)
  const [failed, setFailed] = useState(false)

  const reload = useCallback(async () => {
    setFailed(false)
    const connection = { base, language }
    const [one, other] = await Promise.all([readDefinitions(connection), readPeople(connection)])
    if ('value' in one) setDefinitions(one.value.definitions)
    if ('value' in other) setPeople(other.value.people)
    else if (other.failure.code === 'FORBIDDEN') setPeople('refused')
    setFailed('failure' in one || ('failure' in other && other.failure.code !== 'FORBIDDEN'))
  }, [base, language])

  useEffect(() => {
    void reload()
  }, [reload])
  useOnReturn(reload)

  /** @returns why it was refused, in a sentence; empty when it was not */
  const confirm = async (id: string): Promise<string> => {
    const reply = await confirmPower({ base, language }, id)
    if ('failure' in reply) return reply.failure.message || ' '
    await reload()
    return ''
  }
  return { definitions, people, failed, reload, confirm }
}
