import fs, { existsSync, readdirSync, statSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import path from 'node:path'
import { keepFile } from '../../plugins/publications/store/keepFile.ts'
import type { FrozenFile } from '../../plugins/publications/types.ts'

/** The order to a process that stores a file and may be killed, passed as JSON on its command line. */
export interface KeepOrder {
  mediaDir: string
  file: FrozenFile
  /** Whether it dies as soon as a part of the copy is on the disk. */
  dies: boolean
}

const { mediaDir, file, dies } = JSON.parse(process.argv[2]!) as KeepOrder
// Simulates a file system without hard links.
fs.promises.link = () => Promise.reject(Object.assign(new Error('EPERM: operation not permitted'), { code: 'EPERM' }))
syncBuiltinESMExports()

/** Sizes of all files below a folder. */
const sizes = (folder: string): number[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const found = path.join(folder, entry.name)
        return entry.isDirectory() ? sizes(found) : [statSync(found).size]
      })
    : []

if (dies)
  setInterval(() => {
    if (sizes(path.join(mediaDir, 'public')).some((size) => size < file.size)) process.kill(process.pid, 'SIGKILL')
  }, 1)
await keepFile(mediaDir, file)
process.exit(0)
