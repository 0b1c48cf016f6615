import type { ProjectionRules } from '../catalogue/project.ts'
import type { DeliveryHandler } from '../types.ts'
import { type FeedContext, feedHandler } from './feedHandler.ts'
import { sitemapIndex, sitemapPart } from './sitemap.ts'

/** Feeds for people's readers, and the list of addresses for search engines. */
export const feedHandlers = (args: {
  rules: Readonly<Record<string, ProjectionRules>>
  /** First segments of the public addresses, by collection. */
  paths: Readonly<Record<string, string>>
  /** Reference collections whose rows have predecessors, by slug. */
  dated: Readonly<Record<string, unknown>>
  context: () => FeedContext
  /** The last `seq` of the log that is served. */
  position: () => number
}): DeliveryHandler[] => {
  const { rules, paths, dated, context } = args
  const sitemap = { collections: Object.keys(rules), context, version: () => String(args.position()) }
  return [
    { path: '/feeds/:name', method: 'GET', handle: feedHandler({ rules, paths, dated, context }) },
    { path: '/sitemap.xml', method: 'GET', handle: sitemapIndex(sitemap) },
    { path: '/sitemaps/:name', method: 'GET', handle: sitemapPart(sitemap) },
  ]
}
