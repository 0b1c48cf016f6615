#!/usr/bin/env node
/**
 * `npm test`: installs what is missing, builds, checks types and style, runs every suite on SQLite and on MongoDB if
 * there is one, and ends with the counts alone on a line. `npm test -- PATH …` runs some suites and nothing else.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildAdmin, buildServer } from './lib/build.mjs'
import { buildEnvironment } from './lib/environment.mjs'
import { install } from './lib/install.mjs'
import { requireNode } from './lib/node.mjs'
import { passingFolder } from './lib/passingFolder.mjs'
import { progress } from './lib/print.mjs'
import { inProject } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { testDatabase } from './lib/testDatabase.mjs'

requireNode()
const chosen = process.argv.slice(2)
await install()
await buildServer()
await buildAdmin()

const bin = (...parts) => inProject('node_modules', ...parts)
const checks = [
  ['types', [bin('typescript/bin/tsc'), '--noEmit', '-p', '.']],
  ['style', [bin('@biomejs/biome/bin/biome'), 'ci', '--reporter=summary', '.']],
]
let broken = 0
for (const [name, args] of chosen.length ? [] : checks) {
  progress(`checking ${name}`)
  if ((await run(process.execPath, args)) === 0) continue
  broken += 1
  progress(`checking ${name}: FAILED`)
}

const { folder, remove } = passingFolder('congbo-test-')
const results = path.join(folder, 'results.json')
const database = await testDatabase()
progress('running the suites')
// What the suites listen to of the user's: where pictures of the admin are kept, and which requests are made.
const { CONGBO_SCREENSHOTS = '', CONGBO_FUZZ_SEED = '', CONGBO_FUZZ_SECONDS = '' } = process.env
const code = await run(
  process.execPath,
  [bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...chosen],
  {
    env: {
      ...buildEnvironment(),
      ...database.env,
      TMPDIR: folder,
      NODE_ENV: 'test',
      NEXT_PHASE: '',
      NODE_OPTIONS: '',
      CONGBO_SCREENSHOTS,
      CONGBO_FUZZ_SEED,
      CONGBO_FUZZ_SECONDS,
    },
  },
)
await database.stop()

let passed = 0
let failed = broken
try {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'))
  passed = numPassedTests
  failed += numFailedTests
  // A file that does not load runs no test of its own and must count as a failure all the same.
  failed += testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
} catch {
  failed += 1
  progress(`the suites ended with code ${code} before they were counted`)
}
remove()
if (code !== 0 && failed === 0) failed = 1
if (passed === 0 && failed === 0) failed = 1
process.stdout.write(`${passed} passed, ${failed} failed\n`)
// A download that was given up may still hold the process.
process.exit(failed ? 1 : 0)
