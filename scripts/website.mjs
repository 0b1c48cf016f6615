#!/usr/bin/env node
/** `npm run website`: the website alone, beside a CMS that runs at `API_URL`. */
import { buildServer } from './lib/build.mjs'
import { systemEnvironment } from './lib/environment.mjs'
import { install } from './lib/install.mjs'
import { requireNode } from './lib/node.mjs'
import { inProject } from './lib/project.mjs'
import { run } from './lib/run.mjs'

requireNode()
const env = systemEnvironment()
await install()
await buildServer()
process.exitCode = await run(process.execPath, ['--enable-source-maps', inProject('dist/website.js')], { env })
