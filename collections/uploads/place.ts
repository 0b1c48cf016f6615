import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** Numbered names to try when a name is taken; after them come random names. */
const NUMBERED = 20

function* candidates(stem: string, extension: string): Generator<string> {
  yield `${stem}.${extension}`
  for (let number = 1; number <= NUMBERED; number += 1) yield `${stem}-${number}.${extension}`
  for (;;) yield `${stem}-${randomBytes(4).toString('hex')}.${extension}`
}

/** Creates an empty file unless it exists. @returns whether it was created */
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
 * Moves a file into a folder of the same file system, under the first name that is free on disk and among the rows.
 * Creating the file reserves the name, so that two processes never overwrite each other's file.
 *
 * @param args.from path of the file, already flushed to disk
 * @param args.isTaken whether a row has this name although its file is missing
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
  // The candidates never end.
  throw new Error('unreachable')
}
