import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import readline from 'node:readline'
import { progress } from './print.mjs'
import { inProject } from './project.mjs'

const POM = inProject('scripts/mongo/pom.xml')
const SERVER = inProject('scripts/mongo/Server.java')
const START_TIMEOUT_MS = 30_000

const works = (command) => spawnSync(command, ['-version'], { stdio: 'ignore' }).status === 0

/** The libraries of the server, fetched once by Maven into a cache that is named after what is asked for. */
const libraries = () => {
  const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')
  const key = createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 12)
  const folder = path.join(cache, 'congbo', `mongo-${key}`)
  if (existsSync(folder)) return folder
  progress('fetching the MongoDB-compatible server')
  mkdirSync(path.dirname(folder), { recursive: true })
  const work = mkdtempSync(`${folder}-`)
  try {
    cpSync(POM, path.join(work, 'pom.xml'))
    const args = ['-q', '-B', '-Dstyle.color=never', 'dependency:copy-dependencies', '-DoutputDirectory=lib']
    const fetched = spawnSync('mvn', args, { cwd: work, stdio: ['ignore', 2, 2] })
    if (fetched.status !== 0) throw new Error('Maven could not fetch the MongoDB-compatible server')
    renameSync(path.join(work, 'lib'), folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return folder
}

/**
 * Starts a MongoDB-compatible server in memory on a free loopback port.
 *
 * @returns {Promise<{ uri: string, stop: () => void }>} its address, without a database name and without a slash
 * @throws {Error} when Java or Maven is missing, or the server does not come up
 */
export const startMongo = async () => {
  for (const command of ['java', 'mvn'])
    if (!works(command)) throw new Error(`the MongoDB-compatible server needs ${command}, which is not installed`)
  const folder = libraries()
  const server = spawn('java', ['-Xmx512m', '-cp', path.join(folder, '*'), SERVER], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const uri = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      server.kill()
      reject(new Error('the MongoDB-compatible server did not start in time'))
    }, START_TIMEOUT_MS)
    readline.createInterface({ input: server.stdout }).once('line', (line) => {
      clearTimeout(timer)
      resolve(line.trim().replace(/\/+$/, ''))
    })
    server.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the MongoDB-compatible server ended with code ${code}`))
    })
  })
  return { uri, stop: () => server.stdin.end() }
}
