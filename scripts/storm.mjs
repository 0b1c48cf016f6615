#!/usr/bin/env node
/**
 * `npm run test:storm`: a long storm over the outbox on each database: three workers, a relay that breaks at any byte, and
 * kills at any step. STORM_MAILS and STORM_ROUNDS say how long, STORM_SEED repeats one that failed, STORM_REPORT names a
 * file for its figures.
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
const { STORM_MAILS = '3000', STORM_ROUNDS = '20' } = process.env
const env = { ...buildEnvironment(), ...database.env, NODE_ENV: 'test', NODE_OPTIONS: '', STORM_MAILS, STORM_ROUNDS }
for (const name of ['STORM_SEED', 'STORM_REPORT']) if (process.env[name]) env[name] = process.env[name]
const code = await run(
  process.execPath,
  [inProject('node_modules/vitest/vitest.mjs'), 'run', 'test/digest/storm.spec.ts'],
  { env },
)
await database.stop()
process.exit(code)
