import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import SlowFirst from './test/support/slowFirst.ts'

/** Payload's schema and ours must meet in one copy of graphql: two give "Cannot use GraphQLSchema from another module or realm". */
const graphql = fileURLToPath(new URL('./node_modules/graphql/index.js', import.meta.url))

/**
 * Suites that need modules of their own: they put another module in the place of one, or read words of Payload, of which
 * it keeps those of the first configuration of a process.
 */
const MOCKING = [
  'test/workflow/guardsOff/{rules,portal,store}.spec.ts',
  'test/http/badQueries.spec.ts',
  'test/collections/lengths.spec.ts',
]

/** Suites about a database that is away, which a file never is. */
const NEEDS_MONGO = ['test/delivery/neverDown.spec.ts']

const ON_MONGO = { TEST_DATABASE: 'mongodb' }

/** The suites that store something, once more on the server that MONGODB_URI names. */
const onMongo = {
  extends: true as const,
  test: {
    name: 'mongodb',
    include: [
      'test/{workflow,audit,collections,delivery,digest,http,importer,security,fuzz,webhooks,backup}/**/*.spec.ts',
      // Whole processes, one from the command line and one with a browser; the others would say the same again.
      'test/platform/{doctor,importing}.spec.ts',
      'test/admin/approval.e2e.spec.ts',
    ],
    // There is no database in these: they read a log in memory, texts, or files.
    exclude: [
      'test/delivery/{answersByTags,brokenLog,catalogue,citizens,damaged,explorer.e2e,feeds,finderThread,graphql,graphqlOverHttp,hostile,languages,lists,machines,media,ownDisk,persisted,pictures,provinces,relevance,removed,schema,search}.spec.ts',
      'test/importer/{bylines,documents,effect,floods,frame,growth,portals,reading}.spec.ts',
      'test/{collections/labels,collections/hostileUploads,security/secrets,security/slowBodies,workflow/keepingFiles}.spec.ts',
      // Pages and mails as they look, and the plans of SQLite.
      'test/digest/{browser,golden,plans,desk/plans}.spec.ts',
      'test/http/{adminWall,application,bodies,halfUploads,hostile,mailViewer,metrics,publicMounts,surface,unreadBodies}.spec.ts',
      ...MOCKING,
    ],
    isolate: false,
    env: ON_MONGO,
  },
}
const mockingOnMongo = {
  extends: true as const,
  test: {
    name: 'mocking on mongodb',
    include: MOCKING.map((path) => path.replace('{rules,portal,store}', '{portal,store}')),
    env: ON_MONGO,
  },
}

export default defineConfig({
  resolve: {
    alias: [
      { find: /^graphql$/, replacement: graphql },
      { find: '@payload-config', replacement: fileURLToPath(new URL('./payload.config.ts', import.meta.url)) },
    ],
  },
  test: {
    projects: [
      // Files share a process and its modules: loading them anew for each took a quarter of the time.
      {
        extends: true,
        test: { name: 'units', include: ['{lib,src,plugins,collections,examples}/**/*.spec.{ts,tsx}'], isolate: false },
      },
      {
        extends: true,
        test: { name: 'sqlite', include: ['test/**/*.spec.ts'], exclude: [...MOCKING, ...NEEDS_MONGO], isolate: false },
      },
      { extends: true, test: { name: 'mocking', include: MOCKING } },
      ...(process.env.MONGODB_URI ? [onMongo, mockingOnMongo] : []),
    ],
    globalSetup: ['test/support/templates.ts'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    // Node 20 can deadlock on lexical's top-level await in its development build.
    execArgv: ['--conditions=production'],
    env: { NEXT_TELEMETRY_DISABLED: '1', DISABLE_PAYLOAD_HMR: 'true' },
    // Bounds for what hangs, not for what is slow: a loaded machine must not fail a suite.
    testTimeout: 180_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 30_000 } },
  },
})
