import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** Numbers that are tried behind a name that is taken; after them come names that nobody has. */
const NUMBERED = 20

function* candidates(stem: string, extension: string): Generator<string> {
  yield `${stem}.${extension}`
  for (let number = 1; number <= NUMBERED; number += 1) yield `${stem}-${number}.${extension}`
  for (;;) yield `${stem}-${randomBytes(4).toString('hex')}.${extension}`
}

/** Creates an empty file unless there is one. @returns whether it did */
const reserve = async (file: string): Promise<boolean> => {
  try {
    await (await open(file, 'wx')).close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Moves a file into a folder of the same file system under the first name that is free there and among the rows. The
 * name is reserved by creating it, so that of two processes that want one name neither overwrites the other's file.
 *
 * @param args.from path of the file, its bytes flushed to the disk
 * @param args.isTaken whether a row has this name though its file is not there
 * @returns the name
 */
export const placeFile = async (args: {
  from: string
  folder: string
  stem: string
  extension: string
  isTaken: (name: string) => Promise<boolean>
}): Promise<string> => {
  const { from, folder, stem, extension, isTaken } = args
  for (const name of candidates(stem, extension)) {
    const target = path.join(folder, name)
    if ((await isTaken(name)) || !(await reserve(target))) continue
    try {
      await rename(from, target)
    } catch (error) {
      await rm(target, { force: true })
      throw error
    }
    return name
  }
  // The names never end.
  throw new Error('unreachable')
}
