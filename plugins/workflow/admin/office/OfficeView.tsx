import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { OwnPage } from '../OwnPage.tsx'
import { Office } from './Office.tsx'
import { OFFICE_PATH } from './path.ts'

/** Workflows and people, for everybody with a login. */
export const OfficeView = (props: AdminViewServerProps) => {
  const { payload, user } = props.initPageResult.req
  const { admin } = payload.config.routes
  // Payload shows views of its own to whoever has a login; those of a plugin it shows to everybody.
  if (!user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}${OFFICE_PATH}`)}`)
  return (
    <OwnPage {...props}>
      <Office />
    </OwnPage>
  )
}
