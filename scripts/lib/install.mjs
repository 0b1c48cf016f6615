import { readFileSync } from 'node:fs'
import { buildEnvironment } from './environment.mjs'
import { progress, stop } from './print.mjs'
import { inProject } from './project.mjs'
import { run } from './run.mjs'

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** Whether node_modules holds every package of the lock file in its version. */
const isInstalled = () => {
  const wanted = packagesOf(inProject('package-lock.json'))
  const present = packagesOf(inProject('node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  // Packages for other platforms are optional and absent.
  return Object.entries(wanted).every(
    ([where, { version, optional, link }]) => where === '' || optional || link || present[where]?.version === version,
  )
}

/** Installs what the lock file names, if something of it is missing. Ends the process when that fails. */
export const install = async () => {
  if (isInstalled()) return
  progress('cài đặt thư viện, khoảng một phút / installing libraries, about a minute')
  // The bundler and the type checker are needed in production mode too, where npm would leave them out.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { NODE_OPTIONS, NODE_ENV, ...environment } = { ...process.env, ...buildEnvironment() }
  const code = await run(npm, args, { env: environment, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (code !== 0)
    stop(
      'Cài đặt thất bại: hãy kiểm tra kết nối mạng rồi chạy lại. / Installing failed: check the network and run it again.',
    )
  progress('đã cài đặt / installed')
}
