#!/usr/bin/env node
/** Installs and builds what is missing, then serves. */
import { buildAdmin, buildServer } from './lib/build.mjs'
import { systemEnvironment } from './lib/environment.mjs'
import { install } from './lib/install.mjs'
import { NODE_FLAGS, requireNode } from './lib/node.mjs'
import { inProject } from './lib/project.mjs'
import { run } from './lib/run.mjs'

requireNode()
const env = systemEnvironment()
await install()
await buildServer()
if (env.ROLE !== 'worker') await buildAdmin()
process.exitCode = await run(process.execPath, [...NODE_FLAGS, inProject('dist/server.js')], { env })
