import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import SlowFirst from './test/support/slowFirst.ts'

/** Payload's schema and ours must meet in one copy of graphql: two give "Cannot use GraphQLSchema from another module or realm". */
const graphql = fileURLToPath(new URL('./node_modules/graphql/index.js', import.meta.url))

/** The suites that store something, once more on the server that MONGODB_URI names. */
const onMongo = {
  extends: true as const,
  test: {
    name: 'mongodb',
    include: [
      'test/{workflow,audit,collections,delivery,digest,http,importer,security,fuzz}/**/*.spec.ts',
      // Whole processes, one from the command line and two with a browser; the others would say the same again.
      'test/platform/importing.spec.ts',
      'test/admin/{approval,directive}.e2e.spec.ts',
    ],
    // There is no database in these: they read a log in memory, texts, or files.
    exclude: [
      'test/delivery/{brokenLog,catalogue,citizens,feeds,graphql,hostile,languages,lists,media,persisted,provinces,relevance,removed,schema,search}.spec.ts',
      'test/importer/{bylines,documents,effect,floods,frame,growth,portals,reading}.spec.ts',
      'test/{collections/labels,security/secrets,security/slowBodies,workflow/keepingFiles,workflow/guardsOff/rules}.spec.ts',
    ],
    env: { TEST_DATABASE: 'mongodb' },
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
      // Specs of pure code share a process: loading the same modules for each took longer than many of them.
      {
        extends: true,
        test: { name: 'units', include: ['{lib,src,plugins,collections}/**/*.spec.ts'], isolate: false },
      },
      { extends: true, test: { name: 'sqlite', include: ['test/**/*.spec.ts'] } },
      ...(process.env.MONGODB_URI ? [onMongo] : []),
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
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
  },
})
