#!/usr/bin/env node
/**
 * `node scripts/mongo.mjs` starts a MongoDB-compatible server for tests and prints its address until stopped.
 * `node scripts/mongo.mjs COMMAND …` runs a command beside it with MONGODB_URI set and ends with the command's code.
 */
import { startMongo } from './lib/mongo.mjs'
import { stop as fail, progress } from './lib/print.mjs'
import { run } from './lib/run.mjs'

const [command, ...args] = process.argv.slice(2)
const server = await startMongo().catch((error) => fail(error.message))
if (command) {
  progress('MongoDB: mongo-java-server in memory, see docs/decisions/mongodb-in-ci.md')
  process.exitCode = await run(command, args, { env: { ...process.env, MONGODB_URI: `${server.uri}/congbo-test` } })
} else {
  process.stdout.write(`${server.uri}\n`)
  await new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
}
server.stop()
