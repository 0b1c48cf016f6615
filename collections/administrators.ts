import type { Payload } from 'payload'
import { Users } from './Users.ts'

interface AdministratorRow {
  id: string | number
  email: string
  mailLanguage?: string | null
}

/** Everyone who administers the system with an account in use, with the language of their mails. */
export const administrators = async (payload: Payload): Promise<{ id: string; email: string; language: string }[]> => {
  const { docs } = await payload.db.find<AdministratorRow & { id: string }>({
    collection: Users.slug,
    where: { role: { equals: 'admin' }, active: { not_equals: false } },
    limit: 0,
    pagination: false,
    select: { email: true, mailLanguage: true },
  })
  return docs.map(({ id, email, mailLanguage }) => ({ id: String(id), email, language: mailLanguage ?? 'vi' }))
}
