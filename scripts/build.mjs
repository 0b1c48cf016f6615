#!/usr/bin/env node
/** Builds the admin and the server: whatever was built before, or with `--missing` only where their sources changed since. */
import { buildAdmin, buildServer } from './lib/build.mjs'
import { unmark } from './lib/inputs.mjs'
import { install } from './lib/install.mjs'
import { requireNode } from './lib/node.mjs'

requireNode()
await install()
if (!process.argv.includes('--missing')) for (const folder of ['dist', '.next']) unmark(folder)
await buildServer()
await buildAdmin()
