import path from 'node:path'
import { en } from '@payloadcms/translations/languages/en'
import { vi } from '@payloadcms/translations/languages/vi'
import { buildConfig, type DatabaseAdapterObj, type SanitizedConfig } from 'payload'
import sharp from 'sharp'
import { checks } from './collections/checks/index.ts'
import {
  Audiences,
  administers,
  administrators,
  answersForMails,
  Bulletins,
  CalendarDays,
  Directives,
  DocumentTypes,
  digestOfficers,
  editor,
  findingEndpoint,
  managesDesk,
  media,
  Notices,
  Organisations,
  Pages,
  PREVIEW_SIZE,
  readCalendar,
  readsAddresses,
  readsDesk,
  readsRecords,
  readsTrail,
  SearchWords,
  Site,
  Territories,
  Topics,
  Users,
  uploadStore,
  Videos,
} from './collections/index.ts'
import { type Clock, systemClock } from './lib/time/clock.ts'
import { delivery } from './plugins/delivery/index.ts'
import {
  actsLog,
  alarmNotice,
  digest,
  emailAdapter,
  hasNoticeOnItsWay,
  isAlarmNotice,
  queueNotice,
} from './plugins/digest/index.ts'
import { instance, placeOf, sendingAllowed } from './plugins/instance/index.ts'
import { publications } from './plugins/publications/index.ts'
import { isOffNotice, offNotice, webhooks } from './plugins/webhooks/index.ts'
import { noticeMail, recordInstance, workflow } from './plugins/workflow/index.ts'
import { isLateNotice, lateNotice } from './src/config/backupNotice.ts'
import { database } from './src/config/database.ts'
import { type Environment, readEnvironment } from './src/config/environment.ts'
import { logger } from './src/config/logger.ts'
import { PATHS } from './src/portal/addresses.ts'
import { chains, importBatch, POWER_RESTS_HOURS } from './src/portal/chains.ts'
import { digests } from './src/portal/digests.ts'
import { DEFAULT_LOCALE, LOCALES } from './src/portal/locales.ts'
import { officeMails } from './src/portal/officeMails.ts'
import { previews } from './src/portal/previews.ts'
import { publicApi } from './src/portal/publicApi.ts'
import { ROLES } from './src/portal/roles.ts'
import { WEBHOOK_PORTS, webhookPolicy } from './src/portal/webhooks.ts'
import { adminTexts } from './src/repairs/adminTexts.ts'
import { boundedReads } from './src/repairs/boundedReads.ts'
import { boundedTexts } from './src/repairs/boundedTexts.ts'
import { errorCodes } from './src/repairs/errorCodes.ts'
import { payloadsOwn } from './src/repairs/forms/payloadsOwn.ts'
import { rightForms } from './src/repairs/forms/rightForms.ts'
import { lockNames } from './src/repairs/lockNames.ts'
import { noVersions } from './src/repairs/noVersions.ts'
import { emptiedLists } from './src/repairs/openForms/emptiedLists.ts'
import { keptMarks } from './src/repairs/openForms/keptMarks.ts'
import { unseenChanges } from './src/repairs/openForms/unseenChanges.ts'
import { ownEndpoints } from './src/repairs/ownEndpoints.ts'
import { ownLocks } from './src/repairs/ownLocks.ts'
import { restoredFields } from './src/repairs/restoredFields.ts'
import { restoringEnds } from './src/repairs/restoringEnds.ts'
import { rowCodes } from './src/repairs/rowCodes.ts'
import { vietnamTimes } from './src/repairs/vietnamTimes/index.ts'

/**
 * The whole system on one page: what is published, how it is approved, where it is kept and how it reaches people.
 *
 * @param parts.db only tests bring their own
 * @param parts.reader path of the built program that reads uploads; tests build their own
 */
export const congbo = (
  environment: Environment,
  parts: { clock: Clock; db?: DatabaseAdapterObj; reader?: string },
): Promise<SanitizedConfig> => {
  const { mediaDir, dataDir } = environment
  const root = process.cwd()
  return buildConfig({
    secret: environment.secret,
    serverURL: environment.publicUrl,
    csrf: [environment.publicUrl],
    telemetry: false,
    logger: logger(environment.mode),
    collections: [
      Directives,
      Bulletins,
      Videos,
      Notices,
      Pages,
      media({
        mediaDir,
        uploads: uploadStore({ mediaDir, program: parts.reader ?? path.resolve(root, 'dist/reader.js') }),
      }),
      DocumentTypes,
      Organisations,
      Territories,
      Topics,
      Audiences,
      SearchWords,
      CalendarDays,
      Users,
    ],
    globals: [Site],
    endpoints: [findingEndpoint(['directives', 'bulletins', 'videos', 'notices', 'pages'])],
    plugins: [
      webhooks({
        ...webhookPolicy,
        access: administers,
        clock: parts.clock,
        addresses: {
          plain: environment.mode === 'demo',
          ports: environment.mode === 'demo' ? [...WEBHOOK_PORTS, 80] : WEBHOOK_PORTS,
          internal: environment.webhookHosts,
        },
        userAgent: `Cong-Bo-Webhooks (+${environment.publicUrl})`,
        administrators,
        tell: queueNotice,
        sendingAllowed,
      }),
      boundedTexts,
      rightForms,
      publications({
        governed: {
          directives: { path: PATHS.directives, title: 'title' },
          bulletins: { path: PATHS.bulletins },
          videos: { path: PATHS.videos },
          notices: { path: PATHS.notices },
          pages: { path: PATHS.pages },
        },
        references: {
          'document-types': { key: 'code', labels: ['name'] },
          organisations: {
            key: 'code',
            labels: ['name', 'shortName'],
            facts: ['territory', 'parent', 'validFrom', 'validTo', 'successors', 'legalBasis'],
          },
          territories: {
            key: 'code',
            labels: ['name'],
            facts: ['kind', 'parent', 'validFrom', 'validTo', 'successors', 'legalBasis'],
          },
          topics: { key: 'slug', labels: ['title'] },
          audiences: { key: 'slug', labels: ['title'] },
          'search-words': { key: 'code', labels: [], facts: ['kind', 'words', 'inUse'] },
        },
        globals: ['site'],
        media: 'media',
        mediaDir,
        filePreview: { size: PREVIEW_SIZE, sha256: 'previewSha256' },
        read: readsRecords,
      }),
      workflow({
        definitions: chains,
        batch: importBatch,
        checks,
        expires: { notices: 'expiresOn' },
        people: {
          collection: 'users',
          role: 'role',
          name: 'name',
          title: 'title',
          active: 'active',
          unit: { field: 'unit', collection: 'organisations', key: 'code' },
          mails: 'mails',
          mailLanguage: 'mailLanguage',
          absence: { from: 'absentFrom', until: 'absentUntil' },
        },
        roles: ROLES,
        read: readsRecords,
        audit: readsTrail,
        clock: parts.clock,
        // The demo shows everything at once.
        powerRests: environment.demo ? 0 : POWER_RESTS_HOURS,
        notices: { ...officeMails, tell: queueNotice, isOnItsWay: hasNoticeOnItsWay },
        calendar: readCalendar,
        previews,
        siteUrl: environment.siteUrl,
        anchorsDir: path.join(dataDir, 'anchors'),
        otherLogs: [actsLog],
      }),
      delivery(publicApi({ publicUrl: environment.publicUrl, siteUrl: environment.siteUrl, read: readsRecords })),
      digest({
        ...digests,
        publicUrl: environment.publicUrl,
        siteUrl: environment.siteUrl,
        mailFrom: environment.mailFrom,
        smtpUrl: environment.smtpUrl,
        ratePerSecond: environment.smtpRate,
        reports: { listen: environment.bounceListen, mailbox: environment.bounceImapUrl },
        paused: environment.mailPaused,
        sendingAllowed,
        dkim: environment.dkim,
        dataDir,
        notices: (args) => {
          if (isOffNotice(args.items)) return offNotice(args)
          if (isLateNotice(args.items)) return lateNotice(args)
          return isAlarmNotice(args.items) ? alarmNotice(args) : noticeMail(args)
        },
        officers: digestOfficers,
        read: readsRecords,
        readAddresses: readsAddresses,
        readDesk: readsDesk,
        manageDesk: managesDesk,
        clock: parts.clock,
      }),
      instance({
        clock: parts.clock,
        dataDir,
        // A demonstration has a port for an address, which says nothing.
        place: placeOf({
          databaseUri: environment.databaseUri,
          address: environment.mode === 'production' ? environment.publicUrl : undefined,
        }),
        access: answersForMails,
        record: recordInstance,
      }),
      restoredFields,
      restoringEnds,
      rowCodes,
      ownEndpoints,
    ],
    db: parts.db ?? database({ uri: environment.databaseUri, migrationDir: path.resolve(root, 'src/migrations') }),
    email: emailAdapter({ smtpUrl: environment.smtpUrl, mailFrom: environment.mailFrom, dataDir }),
    editor,
    sharp,
    localization: {
      locales: LOCALES.map((locale) => ({ ...locale })),
      defaultLocale: DEFAULT_LOCALE,
      // Without it Payload leaves a request without a locale in none at all, and stores no text.
      fallback: true,
    },
    i18n: { supportedLanguages: { vi, en }, fallbackLanguage: 'vi', translations: adminTexts },
    admin: {
      user: 'users',
      avatar: 'default',
      dateFormat: 'dd/MM/yyyy HH:mm',
      importMap: { baseDir: root, importMapFile: path.resolve(root, 'src/app/(payload)/admin/importMap.js') },
      meta: { titleSuffix: ' · Công Bố', robots: 'noindex, nofollow' },
      components: {
        views: { dashboard: { Component: '/plugins/workflow/admin/home/Home#Home' } },
        beforeDashboard: [
          '/plugins/instance/admin/CopyNotice#CopyNotice',
          '/plugins/publications/admin/Faults#Faults',
          '/plugins/digest/admin/UnreadReports#UnreadReports',
        ],
        afterNavLinks: [
          '/plugins/workflow/admin/office/OfficeInNav#OfficeInNav',
          '/plugins/workflow/admin/batch/BatchInNav#BatchInNav',
          '/plugins/workflow/admin/report/ReportInNav#ReportInNav',
          '/plugins/workflow/admin/trail/TrailInNav#TrailInNav',
          '/plugins/digest/admin/desk/DeskInNav#DeskInNav',
          ...(environment.demo && !environment.smtpUrl ? ['/plugins/digest/admin/MailLink#MailLink'] : []),
        ],
        actions: ['/collections/components/FindBox#FindBox'],
        beforeNavLinks: [
          '/plugins/workflow/admin/TasksInNav#TasksInNav',
          '/collections/components/FindBox#FindBoxInNav',
        ],
        providers: ['/src/repairs/admin/Accessible#Accessible'],
        graphics: { Logo: '/collections/components/Brand#Logo', Icon: '/collections/components/Brand#Icon' },
      },
    },
    hooks: { afterError: [errorCodes] },
    graphQL: { disablePlaygroundInProduction: true, maxComplexity: 1000 },
    // What Payload itself reads holds no files: uploads go past it to the disk.
    upload: { limits: { fileSize: 1024 * 1024, files: 1 }, abortOnLimit: true },
    typescript: { outputFile: path.resolve(root, 'src/payload-types.ts'), autoGenerate: false, declare: false },
  })
    .then(lockNames)
    .then(ownLocks)
    .then(payloadsOwn)
    .then(noVersions)
    .then(boundedReads)
    .then(vietnamTimes)
    .then(unseenChanges)
    .then(keptMarks)
    .then(emptiedLists)
}

export default congbo(readEnvironment(process.env), { clock: systemClock })
