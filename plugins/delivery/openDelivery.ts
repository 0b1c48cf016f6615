import path from 'node:path'
import type { Payload } from 'payload'
import { PAGE_OF_BOTH } from '../../lib/look/css.ts'
import type { Measure } from '../../lib/measure.ts'
import type { Clock } from '../../lib/time/clock.ts'
import { dayOf, nextMidnight } from '../../lib/time/periods.ts'
import { forgetFaults, noteFaults, payloadSource, publicationsOptions } from '../publications/index.ts'
import { answerer } from './api/answer.ts'
import type { DeliveryContext } from './api/context.ts'
import { DEFAULT_LIMITS, DEFAULT_PAGE_SIZES } from './api/limits.ts'
import { buildSchema } from './api/schema.ts'
import type { Builder } from './catalogue/build.ts'
import { isDamage } from './catalogue/damage.ts'
import { tags } from './catalogue/tags.ts'
import { explorerFiles } from './explorer/files.ts'
import { explorerPage, wantsPage } from './explorer/page.ts'
import { feedHandlers } from './feeds/handlers.ts'
import { notReady } from './httpAnswers.ts'
import { keepUp } from './keepUp.ts'
import { measuresOf } from './measures.ts'
import { openCatalogue } from './openCatalogue.ts'
import { serveSizedPictures } from './pictures/sizedPictures.ts'
import { deliveryOptions, rulesOf } from './plugin.ts'
import { servePublicFiles } from './publicFiles.ts'
import { numberFiltersOf } from './readCatalogue.ts'
import type { FinderElsewhere } from './search/fileFinder.ts'
import type { DeliveryHandler } from './types.ts'
import { verifyHandlers } from './verify/handlers.ts'
import { openVisits } from './visits/counter.ts'
import { visitHandler } from './visits/handler.ts'
import { limitedForgetting } from './visits/limitedForgetting.ts'

/** Rate limit for invalidating responses that show the visit counter: a burst of ten, then once a second. */
const FORGET_MS = 1_000
const FORGET_BURST = 10

/** Where the build puts the explorer. */
const EXPLORER_DIR = path.resolve('dist', 'explorer')

/**
 * Opens the public side in this process: the catalogue, which follows the log, and the handlers that serve it.
 *
 * @param args.cache whether whole responses are cached; disabled only by benchmarks
 * @param args.build builds a whole catalogue
 * @default in this thread, in batches
 * @param args.finder searches and counts facets
 * @default in this thread, while other readers wait
 * @param args.explorerDir folder with the built explorer
 * @default dist/explorer
 * @throws Error when the data folder is not writable
 */
export const openDelivery = async (args: {
  payload: Payload
  clock: Clock
  dataDir: string
  mediaDir: string
  publicUrl: string
  cache?: boolean
  build?: Builder
  finder?: FinderElsewhere
  explorerDir?: string
}) => {
  const { payload, clock, publicUrl } = args
  const rules = rulesOf(payload.config)
  const options = deliveryOptions(payload.config)
  const { site, dated = {}, search = {}, openingVisits, pictureWidths = [] } = options
  const { references, governed } = publicationsOptions(payload.config)
  const { localization } = payload.config
  const defaultLocale = localization ? localization.defaultLocale : 'vi'
  const paths = Object.fromEntries(Object.entries(governed).map(([slug, { path }]) => [slug, path]))
  const relations = Object.fromEntries(Object.entries(rules).map(([slug, rule]) => [slug, rule.collection.relations]))
  const locales = localization ? localization.localeCodes : [defaultLocale]
  const pageSizes = options.pageSizes ?? DEFAULT_PAGE_SIZES
  const schema = buildSchema({ rules, references, dated, pageSizes })
  const failed = (err: unknown) => {
    payload.logger.error({ msg: 'public answer failed', err })
    // Searches read the file in a thread of their own.
    if (isDamage(err)) catalogue.heal(err)
  }

  let generation = 0
  const source = payloadSource(payload)
  const catalogue = openCatalogue({
    dir: path.join(args.dataDir, 'read'),
    rules,
    reading: { dated, search, site: site.url, recorded: site.recorded },
    source,
    build: args.build,
    onChange: (touched) => {
      generation += 1
      if (touched === 'everything') answers.forget()
      else answers.touch(touched)
    },
    onDamage: (err) => payload.logger.error({ msg: 'the file of the catalogue is damaged and is built anew', err }),
    onFollowed: ({ faults, rebuilt, rows }) => {
      noteFaults(payload, faults)
      if (rebuilt) payload.logger.info({ msg: 'the catalogue was made anew', rows })
    },
  })
  const elsewhere = args.finder?.({
    generation: () => generation,
    footing: () => ({ file: catalogue.file(), words: catalogue.read.words() }),
    numberFilters: numberFiltersOf(rules),
  })
  const finding = elsewhere ?? catalogue.read.finder
  const visits = await openVisits({
    payload,
    clock,
    opening: openingVisits ?? (async () => 0),
    onFailure: failed,
    onChange: () => shownVisits.changed(),
  })
  const shownVisits = limitedForgetting({
    ms: FORGET_MS,
    burst: FORGET_BURST,
    forget: () => answers.touch([tags.visits]),
  })
  const context = (now: Date): DeliveryContext => ({
    catalogue: catalogue.read,
    finding,
    now: now.toISOString(),
    day: dayOf(now),
    publicUrl,
    relations,
    defaultLocale,
    locales,
    pageSizes,
    site,
    paths,
    pictureWidths,
    visits: () => {
      shownVisits.shown()
      return visits.stats()
    },
  })
  const answers = answerer({
    schema,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    cache: args.cache,
    onFailure: failed,
    isReady: catalogue.isReady,
    now: () => clock.now(),
    context,
    holdsUntil: (now) => {
      const expiry = catalogue.read.nextExpiry(now.toISOString())
      return Math.min(nextMidnight(now).getTime(), expiry ? Date.parse(expiry) : Number.POSITIVE_INFINITY)
    },
  })
  const shownFile = (sha256: string, filename: string) =>
    catalogue.read.shownFile(sha256, filename, clock.now().toISOString())
  const publicFiles = servePublicFiles({
    mediaDir: args.mediaDir,
    find: shownFile,
    onFault: (fault) => noteFaults(payload, [fault]),
    onMended: (fault) => forgetFaults(payload, [fault]),
  })
  const pictures = serveSizedPictures({
    dir: path.join(args.dataDir, 'pictures'),
    widths: pictureWidths,
    find: shownFile,
    original: publicFiles.soundPath,
  })
  const recheckFiles = async () => {
    await publicFiles.recheck()
    if (catalogue.isReady()) await pictures.sweep()
  }
  const keptUp = await keepUp({ payload, catalogue, source, recheckFiles, onFailure: failed })
  /** Answer 503 until the catalogue is complete, rather than serve a partial site. */
  const whole =
    (handle: DeliveryHandler['handle']): DeliveryHandler['handle'] =>
    async (request) =>
      catalogue.isReady() ? handle(request) : notReady()

  const handlers: DeliveryHandler[] = [
    { path: '/graphql', handle: async (request) => (wantsPage(request) ? explorerPage() : answers.handle(request)) },
    {
      path: '/graphql/explorer/:file',
      method: 'GET',
      handle: explorerFiles(args.explorerDir ?? EXPLORER_DIR, PAGE_OF_BOTH),
    },
    { path: '/media/public/:sha256/:name', method: 'GET', handle: whole(publicFiles.handle) },
    { path: '/media/sized/:sha256/:name/:size', method: 'GET', handle: whole(pictures.handle) },
    ...feedHandlers({
      rules,
      paths,
      dated,
      context: () => ({ ...context(clock.now()), references }),
      position: () => catalogue.position(),
    }).map((handler) => ({ ...handler, handle: whole(handler.handle) })),
    ...verifyHandlers({ context: () => context(clock.now()), source }).map((handler) => ({
      ...handler,
      handle: whole(handler.handle),
    })),
    visitHandler(visits.count),
  ]
  return {
    schema,
    handlers,
    fastPath: answers.fastPath,
    /** Catches up with the log now. */
    tail: () => catalogue.tail(),
    /** Last `seq` that is served. */
    position: () => catalogue.position(),
    /** Whether the public side answers; a new catalogue must have caught up once. */
    isReady: catalogue.isReady,
    /** Number of log rows not served yet. */
    behind: catalogue.behind,
    /** What stands in the way of following the log; `undefined` when nothing does. */
    obstacle: keptUp.obstacle,
    /** Rechecks known faults. */
    recheck: keptUp.recheck,
    /** Writes this process's visits and reads those of other processes, now. */
    settleVisits: visits.settle,
    visitStats: visits.stats,
    /** Answers of the public API that were made, and those that were kept, since the start. */
    answers: answers.counts,
    /** Metrics for operators. */
    measures: (): Measure[] =>
      measuresOf({ catalogue, rules, visits, answers: answers.counts(), now: clock.now().toISOString() }),
    close: async () => {
      keptUp.stop()
      shownVisits.stop()
      await visits.close()
      await elsewhere?.close()
      await catalogue.close()
    },
  }
}
