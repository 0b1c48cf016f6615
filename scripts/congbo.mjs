#!/usr/bin/env node
/** `congbo …`: a shebang cannot carry the flags that the command line needs, so this hands over to a second Node. */
import { buildAdmin, buildServer } from './lib/build.mjs'
import { systemEnvironment } from './lib/environment.mjs'
import { install } from './lib/install.mjs'
import { NODE_FLAGS, requireNode } from './lib/node.mjs'
import { inProject } from './lib/project.mjs'
import { run } from './lib/run.mjs'

requireNode()
const env = systemEnvironment()
const args = process.argv.slice(2)
await install()
await buildServer()
if (args[0] === 'start' && !args.includes('--help') && env.ROLE !== 'worker') await buildAdmin()
process.exitCode = await run(process.execPath, [...NODE_FLAGS, inProject('dist/cli.js'), ...args], { env })
