#!/usr/bin/env node
/**
 * `npm run test:fuzz`: ten minutes of requests at every door on each database. `CONGBO_FUZZ_SECONDS` sets another
 * length, `CONGBO_FUZZ_SEED` repeats a run that printed it.
 */
import { buildEnvironment } from './lib/environment.mjs'
import { install } from './lib/install.mjs'
import { requireNode } from './lib/node.mjs'
import { inProject } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { testDatabase } from './lib/testDatabase.mjs'

requireNode()
await install()
const database = await testDatabase()
const { CONGBO_FUZZ_SEED = '', CONGBO_FUZZ_SECONDS = '600' } = process.env
const env = {
  ...buildEnvironment(),
  ...database.env,
  NODE_ENV: 'test',
  NODE_OPTIONS: '',
  CONGBO_FUZZ_SEED,
  CONGBO_FUZZ_SECONDS,
}
const code = await run(process.execPath, [inProject('node_modules/vitest/vitest.mjs'), 'run', 'test/fuzz'], { env })
await database.stop()
process.exit(code)
