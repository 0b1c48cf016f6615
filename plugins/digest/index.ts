import type { Payload, Plugin } from 'payload'
import { withLanguages } from '../../lib/text/languages.ts'
import { type Clock, fixedClock } from '../../lib/time/clock.ts'
import { consentEvents } from './collections/consentEvents.ts'
import { deliveries } from './collections/deliveries.ts'
import { digestActs } from './collections/digestActs.ts'
import { digestKeys } from './collections/digestKeys.ts'
import { digestRelay } from './collections/digestRelay.ts'
import { digestRuns } from './collections/digestRuns.ts'
import { digestSteps } from './collections/digestSteps.ts'
import { digestTokens } from './collections/digestTokens.ts'
import { subscribers } from './collections/subscribers.ts'
import { subscriptions } from './collections/subscriptions.ts'
import { suppressions } from './collections/suppressions.ts'
import type { Cadence } from './core/periods.ts'
import { DESK_PATH } from './desk/path.ts'
import { deskEndpoints } from './endpoints/desk.ts'
import { settingsFrom, settingsOf } from './options.ts'
import { fenceOf } from './outbox/fence.ts'
import { type PreviewedRun, previewRuns } from './outbox/preview.ts'
import { type Retained, retain } from './outbox/retain.ts'
import type { SendReport } from './outbox/sendLanes.ts'
import { RUN_CADENCES, runTick, sendGroup, type TickReport } from './outbox/tick.ts'
import { reap } from './outbox/upkeep.ts'
import type { Work } from './outbox/work.ts'
import { component } from './place.ts'
import type { DigestRunRow } from './rowTypes.ts'
import { rotateLinkKey } from './store/linkKeys.ts'
import { find } from './store/rows.ts'
import type { DigestOptions } from './types.ts'

export { type MailAddress, readAddress } from './core/address.ts'
export { isPauseScope, PAUSABLE, type PauseScope } from './core/pauses.ts'
export { CADENCES, type Cadence } from './core/periods.ts'
export type { RetentionRule } from './core/retention.ts'
export { alarmNotice, isAlarmNotice } from './desk/alarmNotice.ts'
export { mailViewerHandlers } from './mailViewer/handlers.ts'
export { digestMeasures } from './measures.ts'
export { type OutboxHealth, outboxHealth } from './outbox/health.ts'
export type { PreviewedRun } from './outbox/preview.ts'
export type { Retained } from './outbox/retain.ts'
export type { TickReport } from './outbox/tick.ts'
export { completeLanes } from './outbox/upkeep.ts'
export type { Step } from './outbox/work.ts'
export { type Client, type DigestHandler, digestHandlers } from './pages/handlers.ts'
export { digestRoute } from './pages/route.ts'
export { fetchReports } from './reports/fetchReports.ts'
export { listenForReports, type ReportListener } from './reports/listenForReports.ts'
export { type DigestRound, digestRounds } from './rounds.ts'
export { ACTS as actsLog, OPERATOR } from './store/acts.ts'
export { type PauseStatus, pauseStatus } from './store/pauseStatus.ts'
export { emailAdapter } from './transport/emailAdapter.ts'
export type { Choice, DigestOptions, NoticeMail, OfferedChoices } from './types.ts'
export { type ImportedRow, type ImportReport, importSubscribers } from './useCases/importSubscribers.ts'
export { pauseSending } from './useCases/pauseSending.ts'
export { hasNoticeOnItsWay, queueNotice } from './useCases/queueNotice.ts'

/** The mail officer's desk. */
const DESK = { Component: component('desk/DeskView#DeskView'), path: DESK_PATH } as const

/**
 * Subscriptions with proof of consent, digests of publications, and the outbox, which hands each mail to the relay at
 * most once. Reads the publications log and frozen contents, never a working table.
 *
 * @throws Error at start when an option is invalid
 */
export const digest =
  (options: DigestOptions): Plugin =>
  (config) => ({
    ...config,
    custom: { ...config.custom, digest: settingsFrom(options, config) },
    admin: {
      ...config.admin,
      components: {
        ...config.admin?.components,
        views: { ...config.admin?.components?.views, mailDesk: DESK },
      },
    },
    endpoints: [...(config.endpoints ?? []), ...deskEndpoints],
    collections: [
      ...(config.collections ?? []),
      ...withLanguages(
        [
          subscribers(options.read, options.readAddresses),
          subscriptions(options.read),
          consentEvents(options.read),
          digestRuns(options.read),
          deliveries(options.read),
          suppressions(options.read),
          digestActs(options.read),
          digestTokens,
          digestKeys,
          digestRelay,
          digestSteps,
        ],
        Object.keys(config.i18n?.supportedLanguages ?? {}),
      ),
    ],
  })

/**
 * One whole round of the worker: creates due runs, sends pending mails, and cleans up, one after the other. A worker
 * that serves for long runs `digestRounds` side by side instead.
 */
export const tick = (args: { payload: Payload; clock: Clock } & Pick<Work, 'onStep'>): Promise<TickReport> =>
  runTick({ ...args, settings: settingsOf(args.payload.config) })

/**
 * Sends the mails that somebody waits for, once: confirmations, links, notices to officers.
 *
 * @returns `undefined` while sending is paused, or when it failed
 */
export const sendAwaited = async (
  args: { payload: Payload; clock: Clock } & Pick<Work, 'onStep'>,
): Promise<SendReport | undefined> => {
  const work: Work = { ...args, settings: settingsOf(args.payload.config) }
  const fence = fenceOf(work)
  await fence.run('reap', () => reap(work))
  return sendGroup(work, fence, 'awaited')
}

/**
 * Carries out the rules of retention once.
 *
 * @param args.dryRun only says what they would do
 * @returns `undefined` when no rule is in force
 */
export const retainOnce = (args: { payload: Payload; clock: Clock; dryRun: boolean }): Promise<Retained | undefined> =>
  retain({ ...args, settings: settingsOf(args.payload.config) }, args)

/** Makes a new key for links in mails from now on; links under earlier keys keep working. @returns its generation */
export const rotateLinks = (args: { payload: Payload; clock: Clock }): Promise<number> =>
  rotateLinkKey(args.payload, args.clock.now())

export interface DigestReport extends Partial<TickReport> {
  /** Runs created or continued, with their counters; with `dryRun`, who would get what. */
  runs: (DigestRunRow | PreviewedRun)[]
}

/**
 * Does everything that is due at an instant, once. Idempotent.
 *
 * @param args.cadence limits it to this cadence
 * @param args.dryRun writes and sends nothing, but reports who would get what
 */
export const runDigest = async (args: {
  payload: Payload
  at: Date
  cadence?: Cadence
  dryRun?: boolean
}): Promise<DigestReport> => {
  const { payload, at, cadence, dryRun = false } = args
  const work: Work = { payload, clock: fixedClock(at), settings: settingsOf(payload.config) }
  const cadences = RUN_CADENCES.filter((offered) => !cadence || offered === cadence)
  if (dryRun) return { runs: (await Promise.all(cadences.map((each) => previewRuns(work, each)))).flat() }
  const before = new Set((await allRuns(payload)).filter(isClosed).map((run) => run.key))
  const report = await runTick(work, cadences)
  return { ...report, runs: (await allRuns(payload)).filter((run) => !before.has(run.key)) }
}

const isClosed = (run: DigestRunRow) => run.state === 'complete' || run.state === 'skipped'

/** The latest runs; older ones are complete. */
const allRuns = (payload: Payload) =>
  find({ payload, collection: 'digest-runs', where: {}, sort: '-startsAt', limit: 20 })
