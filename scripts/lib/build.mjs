import { existsSync, rmSync } from 'node:fs'
import { bundle, bundleForBrowsers } from './bundle.mjs'
import { buildEnvironment } from './environment.mjs'
import { hashInputs, isBuiltFrom, mark, unmark } from './inputs.mjs'
import { progress, stop } from './print.mjs'
import { inProject } from './project.mjs'
import { run } from './run.mjs'

const ADMIN = '.next'
const SERVER = 'dist'
const ENTRIES = {
  server: 'src/server.ts',
  worker: 'src/worker.ts',
  cli: 'src/cli.ts',
  'threads/catalogue': 'src/threads/catalogue.ts',
  'threads/finder': 'src/threads/finder.ts',
  'threads/prepare': 'src/threads/prepare.ts',
  reader: 'collections/uploads/reader.ts',
  website: 'examples/website/server/main.ts',
}
/** The explorer of the public API. */
const PROGRAMS_OF_BROWSERS = { explorer: 'plugins/delivery/explorer/browser/main.tsx' }

const script = async (args) => {
  const code = await run(process.execPath, args, { env: buildEnvironment(), stdio: ['ignore', 2, 2] })
  if (code !== 0)
    stop(
      `Không dựng được phần mềm (mã ${code}); xem lỗi ở trên. / The build failed (code ${code}); see the error above.`,
    )
}

/** Bundles server, worker and command line into `dist/`, if their sources changed. Takes some seconds. */
export const buildServer = async () => {
  const inputs = hashInputs('server')
  if (isBuiltFrom(SERVER, inputs) && existsSync(inProject(SERVER, 'server.js'))) return
  progress('dựng máy chủ / building the server')
  rmSync(inProject(SERVER), { recursive: true, force: true })
  try {
    await bundle({ entries: ENTRIES, into: SERVER })
    await bundleForBrowsers({ entries: PROGRAMS_OF_BROWSERS, into: `${SERVER}/explorer` })
  } catch {
    stop('Không dựng được máy chủ; xem lỗi ở trên. / The server could not be built; see the error above.')
  }
  mark(SERVER, inputs)
}

/** Builds the admin's pages into `.next/`, if their sources changed. Takes about a minute. */
export const buildAdmin = async () => {
  const inputs = hashInputs('admin')
  if (isBuiltFrom(ADMIN, inputs)) return
  unmark(ADMIN)
  progress('dựng trang quản trị, khoảng một phút / building the admin, about a minute')
  await script([inProject('node_modules/payload/bin.js'), 'generate:importmap'])
  await script([inProject('node_modules/next/dist/bin/next'), 'build'])
  mark(ADMIN, inputs)
  progress('đã dựng trang quản trị / admin built')
}
