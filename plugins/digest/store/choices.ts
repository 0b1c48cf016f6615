import type { Payload } from 'payload'
import { languageName } from '../../../lib/text/languages.ts'
import { contentLocales } from '../../publications/index.ts'
import { settingsOf } from '../options.ts'
import type { Choice, Choices } from '../types.ts'

const NOTHING: Omit<Choices, 'collections' | 'languages'> = {
  topics: [],
  territories: [],
  audiences: [],
  documentTypes: [],
}

/** All current choices, with labels in a language. */
export const choicesIn = async (payload: Payload, language: string): Promise<Choices> => {
  const offered = await settingsOf(payload.config).choices({ payload, locale: language })
  const languages = contentLocales(payload.config).map(
    (value): Choice => ({ value, label: languageName(value, language) }),
  )
  return { ...NOTHING, ...offered, languages }
}
