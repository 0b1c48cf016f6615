import type { Payload } from 'payload'
import { settingsOf } from '../options.ts'
import { messagesFor } from '../translations/index.ts'

/** Who sends the mails and answers for the pages, in one language. */
export interface Imprint {
  portalName: string
  /** Agency, address, telephone and e-mail, as far as they are known; one line each. */
  imprint: string[]
}

/** Reads the imprint that is in force now; the configured name stands in for a missing one. */
export const imprintIn = async (payload: Payload, language: string): Promise<Imprint> => {
  const settings = settingsOf(payload.config)
  const known = await settings.imprint({ payload, locale: language })
  const { labels } = messagesFor(language).messages.imprint
  const contact = (['telephone', 'email'] as const).map((name) => known[name] && `${labels[name]}${known[name]}`)
  return {
    portalName: known.name ?? settings.portalNames[language] ?? settings.portalName,
    imprint: [known.agency, known.address, ...contact].filter((line): line is string => Boolean(line)),
  }
}
