import type { Site } from '../../payload-types.ts'
import type { Importer, Kept } from './workingCopies.ts'

/**
 * Keeps the old counter's balance with the portal's facts. Visits only grow: of several pages the latest count stands,
 * and a smaller one changes nothing.
 */
export const keepVisits = async ({ payload, dryRun, user, planned }: Importer, count: number): Promise<Kept> => {
  const site = (await payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: true })) as Partial<Site>
  if (Math.max(site.openingVisits ?? -1, planned.visits) >= count) return { stored: 'held' }
  if (dryRun) {
    planned.visits = count
    return { stored: 'wouldCreate' }
  }
  await payload.updateGlobal({
    slug: 'site',
    depth: 0,
    overrideAccess: true,
    ...(user ? { user } : {}),
    data: { openingVisits: count },
  })
  return { stored: 'created' }
}
