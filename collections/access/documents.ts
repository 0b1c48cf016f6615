import type { Access, Where } from 'payload'
import { anyone, roleOf } from './roles.ts'

const unitOf = (user: unknown): string | number | undefined => {
  const unit = (user as { unit?: string | number | { id: string | number } | null } | null)?.unit
  return unit && typeof unit === 'object' ? unit.id : (unit ?? undefined)
}

/** Contributors may write documents that they created or that belong to their unit. */
const own: Access = ({ req }) => {
  const unit = unitOf(req.user)
  const mine: Where[] = [{ createdBy: { equals: req.user!.id } }]
  return { or: unit === undefined ? mine : [...mine, { unit: { equals: unit } }] }
}

const writes: Access = (args) => {
  switch (roleOf(args.req)) {
    case 'editor':
    case 'secretary':
    case 'head':
      return true
    case 'contributor':
      return own(args)
    default:
      return false
  }
}

/**
 * Access to a document's working copy, apart from the workflow: contributors write their own documents and those of
 * their unit, the editorial board writes everything, and the auditor, the mail officer and the administrator only read.
 */
export const documents = {
  read: anyone,
  create: ({ req }) => ['contributor', 'editor', 'secretary', 'head'].includes(roleOf(req) ?? ''),
  update: writes,
  delete: writes,
  readVersions: anyone,
} satisfies Record<string, Access>
