#!/usr/bin/env node
/** `npm run payload -- migrate:create|generate:types|generate:importmap`: Payload's own command line under our flags. */
import { buildEnvironment } from './lib/environment.mjs'
import { install } from './lib/install.mjs'
import { requireNode } from './lib/node.mjs'
import { inProject } from './lib/project.mjs'
import { run } from './lib/run.mjs'

requireNode()
await install()
// Everything it makes must be the same on every machine, so nothing of the user's environment counts.
process.exitCode = await run(process.execPath, [inProject('node_modules/payload/bin.js'), ...process.argv.slice(2)], {
  env: buildEnvironment(),
})
