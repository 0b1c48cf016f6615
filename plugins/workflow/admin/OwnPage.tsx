import './ownPage.css'
import { DefaultTemplate } from '@payloadcms/next/templates'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'

/**
 * A page of the plugin's own within the frame of the admin.
 *
 * @param skip the first thing on the page for the keyboard: leads past the frame
 */
export const OwnPage = (
  props: AdminViewServerProps & { children: ReactNode; skip?: { href: string; label: string } },
) => {
  const { initPageResult, params, searchParams, children, skip } = props
  const { req, permissions, visibleEntities, locale } = initPageResult
  return (
    <>
      {skip ? (
        <a className="own-page__skip" href={skip.href}>
          {skip.label}
        </a>
      ) : null}
      <DefaultTemplate
        i18n={req.i18n}
        locale={locale}
        params={params}
        payload={req.payload}
        permissions={permissions}
        req={req}
        searchParams={searchParams}
        user={req.user ?? undefined}
        visibleEntities={visibleEntities}
      >
        {children}
      </DefaultTemplate>
    </>
  )
}
