#!/usr/bin/env node
/** `node scripts/run.mjs demo|bench|bench-digest|bench-growth|bench-sending|bench-beside|bench-relevance|bench-search|bench-editions|bench-workflow|bench-website …`: bundles a program that is no part of the server and runs it beside a build. */
import { buildAdmin, buildServer } from './lib/build.mjs'
import { bundle } from './lib/bundle.mjs'
import { systemEnvironment } from './lib/environment.mjs'
import { install } from './lib/install.mjs'
import { NODE_FLAGS, requireNode } from './lib/node.mjs'
import { stop } from './lib/print.mjs'
import { inProject } from './lib/project.mjs'
import { run } from './lib/run.mjs'

const PROGRAMS = {
  demo: 'src/demo.ts',
  bench: 'bench/index.ts',
  'bench-digest': 'bench/digest.ts',
  'bench-growth': 'bench/growth.ts',
  'bench-sending': 'bench/sending.ts',
  'bench-beside': 'bench/beside.ts',
  'bench-relevance': 'bench/relevance.ts',
  'bench-search': 'bench/search.ts',
  'bench-editions': 'bench/editions.ts',
  'bench-workflow': 'bench/workflow.ts',
  'bench-website': 'bench/website.ts',
}

requireNode()
const [name, ...args] = process.argv.slice(2)
const source = PROGRAMS[name]
if (!source) stop(`Usage: node scripts/run.mjs ${Object.keys(PROGRAMS).join('|')}`, 2)
await install()
await buildServer()
await buildAdmin()
await bundle({ entries: { [name]: source }, into: `.tmp/${name}` })
process.exitCode = await run(process.execPath, [...NODE_FLAGS, inProject('.tmp', name, `${name}.js`), ...args], {
  env: systemEnvironment(),
})
