import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inProject } from './project.mjs'

/** What a built system is made of. */
const SOURCES = [
  'payload.config.ts',
  'next.config.mjs',
  'package-lock.json',
  'tsconfig.json',
  'src',
  'collections',
  'lib',
  'plugins',
  'examples/website',
]
/** Of these, what only the server's bundles are made of: the configuration never imports it. */
const SERVER_ONLY = [
  'src/http',
  'src/cli',
  'src/server.ts',
  'src/worker.ts',
  'src/cli.ts',
  'src/demo.ts',
  'src/demo',
  'examples/website',
]
/** Made by the build, or no part of it. */
const LEFT_OUT = /(\.spec\.ts|importMap\.js|\.md|\.DS_Store)$/

const filesIn = (root, relative) => {
  const file = path.join(root, relative)
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return LEFT_OUT.test(relative) ? [] : [relative]
  return readdirSync(file)
    .sort()
    .flatMap((name) => filesIn(root, path.posix.join(relative, name)))
}

/**
 * A hash over everything that a part of the build depends on.
 *
 * @param {'admin' | 'server'} part the admin's pages, or the bundles of server, worker and command line
 * @param {string} [root] folder of the project
 * @returns {string} 64 hexadecimal digits
 */
export const hashInputs = (part, root = inProject()) => {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0])
  for (const source of SOURCES)
    for (const file of filesIn(root, source)) {
      if (part === 'admin' && SERVER_ONLY.some((room) => file === room || file.startsWith(`${room}/`))) continue
      hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)))
    }
  return hash.digest('hex')
}

const markOf = (folder) => inProject(folder, 'INPUTS')

/** Whether a folder was completely built from these inputs. */
export const isBuiltFrom = (folder, inputs) => {
  try {
    return readFileSync(markOf(folder), 'utf8') === inputs
  } catch {
    return false
  }
}

/** Takes the mark away before a build, so that a build that breaks off is not taken for a whole one. */
export const unmark = (folder) => rmSync(markOf(folder), { force: true })

/** Says that a folder is completely built from these inputs. */
export const mark = (folder, inputs) => {
  mkdirSync(inProject(folder), { recursive: true })
  writeFileSync(markOf(folder), inputs)
}
