#!/usr/bin/env node
/** `npm run pack:plugins [-- FOLDER]`: the reusable plugins as tarballs, `packages/` by default. */
import path from 'node:path'
import { install } from './lib/install.mjs'
import { requireNode } from './lib/node.mjs'
import { packPlugins } from './lib/packages.mjs'
import { inProject } from './lib/project.mjs'

requireNode()
await install()
for (const file of await packPlugins(path.resolve(process.argv[2] ?? inProject('packages')))) console.log(file)
