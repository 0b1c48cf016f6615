import type { ProjectionRules } from '../catalogue/project.ts'
import type { DeliveryHandler } from '../types.ts'
import { type FeedContext, feedHandler } from './feedHandler.ts'
import { sitemapIndex, sitemapPart } from './sitemap.ts'

/** Atom feeds and sitemaps. */
export const feedHandlers = (args: {
  rules: Readonly<Record<string, ProjectionRules>>
  /** First path segment of public URLs, by collection. */
  paths: Readonly<Record<string, string>>
  /** Reference collections whose rows have predecessors, by slug. */
  dated: Readonly<Record<string, unknown>>
  context: () => FeedContext
  /** Last `seq` of the log that is served. */
  position: () => number
}): DeliveryHandler[] => {
  const { rules, paths, dated, context } = args
  const sitemap = { rules, context, version: () => String(args.position()) }
  return [
    { path: '/feeds/:name', method: 'GET', handle: feedHandler({ rules, paths, dated, context }) },
    { path: '/sitemap.xml', method: 'GET', handle: sitemapIndex(sitemap) },
    { path: '/sitemaps/:name', method: 'GET', handle: sitemapPart(sitemap) },
  ]
}
