import type { ReactNode } from 'react'
import { ADMIN_PAGE } from '../../../lib/look/css.ts'

/** The colours, fonts and distances of everything people see, as custom properties of every page of the admin. */
export const Look = ({ children }: { children?: ReactNode }) => (
  <>
    <style href="look" precedence="default">
      {ADMIN_PAGE}
    </style>
    {children}
  </>
)
