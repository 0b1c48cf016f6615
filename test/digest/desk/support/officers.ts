import { portal } from '../../support/standing.ts'

/** Creates an account with a role and logs it in. @returns its token */
export const login = async (role: string): Promise<string> => {
  const email = `${role}@example.org`
  await portal.payload.create({ collection: 'users', data: { email, password: 'mat-khau-dai', role } })
  return portal.login(email, 'mat-khau-dai')
}
