import type { Payload } from 'payload'
import { Users } from './Users.ts'

interface OfficerRow {
  id: string | number
  email: string
  mailLanguage?: string | null
}

/** Somebody with an account in use, with the language of their mails. */
export interface Officer {
  id: string
  email: string
  language: string
}

const officersIn = async (payload: Payload, roles: readonly string[]): Promise<Officer[]> => {
  const { docs } = await payload.db.find<OfficerRow & { id: string }>({
    collection: Users.slug,
    where: { role: { in: [...roles] }, active: { not_equals: false } },
    limit: 0,
    pagination: false,
    select: { email: true, mailLanguage: true },
  })
  return docs.map(({ id, email, mailLanguage }) => ({ id: String(id), email, language: mailLanguage ?? 'vi' }))
}

/** Everyone who administers the system. */
export const administrators = (payload: Payload): Promise<Officer[]> => officersIn(payload, ['admin'])

/** Everyone who is told when something is wrong with the digests: who runs them, and who administers the system. */
export const digestOfficers = (payload: Payload): Promise<Officer[]> => officersIn(payload, ['mail-officer', 'admin'])
