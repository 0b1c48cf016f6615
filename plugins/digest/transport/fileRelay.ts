import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Relay } from './relay.ts'

/**
 * Writes a mail atomically to `<dataDir>/mail/<name>.eml`, readable by the owner only.
 *
 * @returns the path of the file
 * @throws Error when the folder is not writable
 */
export const writeMail = async (args: { dataDir: string; name: string; bytes: Buffer }): Promise<string> => {
  const folder = path.join(args.dataDir, 'mail')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, `${args.name}.eml`)
  const unfinished = `${file}.${randomBytes(6).toString('hex')}.part`
  await writeFile(unfinished, args.bytes, { mode: 0o600, flag: 'wx' })
  await rename(unfinished, file)
  return file
}

/** Deletes a mail that was written to a file, if it exists. */
export const forgetMail = async (args: { dataDir: string; name: string }): Promise<void> =>
  rm(path.join(args.dataDir, 'mail', `${args.name}.eml`), { force: true })

/** Relay that writes each mail to a file named after its envelope id. */
export const fileRelay = (dataDir: string): Relay => ({
  open: async () => {
    await mkdir(path.join(dataDir, 'mail'), { recursive: true, mode: 0o700 })
    return {
      usable: () => true,
      close: () => {},
      handOver: async ({ envelope, bytes, onAsked }) => {
        if (!(await onAsked())) return { result: 'superseded' }
        try {
          await writeMail({ dataDir, name: envelope.envid, bytes })
          return { result: 'accepted', reply: 'written to a file' }
        } catch (error) {
          // The rename is atomic, so this outcome is as definite as a relay's reply.
          return { result: 'refused', stage: 'body', asked: true, code: 452, reply: (error as Error).message }
        }
      },
    }
  },
})
