import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Payload's schema and ours must meet in one copy of graphql: two give "Cannot use GraphQLSchema from another module or realm". */
const graphql = fileURLToPath(new URL('./node_modules/graphql/index.js', import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^graphql$/, replacement: graphql },
      { find: '@payload-config', replacement: fileURLToPath(new URL('./payload.config.ts', import.meta.url)) },
    ],
  },
  test: {
    include: ['{src,plugins,collections}/**/*.spec.ts', 'test/**/*.spec.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Node 20 can deadlock on lexical's top-level await in its development build.
    execArgv: ['--conditions=production'],
    env: { NEXT_TELEMETRY_DISABLED: '1', DISABLE_PAYLOAD_HMR: 'true' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
