import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundle } from '../../scripts/lib/bundle.mjs'

/**
 * Runs before the suites. Creates a folder for databases that one suite fills and the others copy, because filling one
 * takes longer than most tests. Builds the program that reads uploads from the code under test.
 *
 * @returns a function that removes both after the last suite
 */
export const setup = async (): Promise<() => void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'congbo-templates-'))
  process.env.TEST_TEMPLATES = folder
  const programs = `.tmp/reader-${process.pid}`
  await bundle({ entries: { reader: 'collections/uploads/reader.ts' }, into: programs })
  process.env.TEST_READER = path.resolve(programs, 'reader.js')
  return () => {
    for (const made of [folder, programs]) rmSync(made, { recursive: true, force: true })
  }
}

/** Path of the program that reads uploads. */
export const builtReader = (): string => process.env.TEST_READER!

const fileOf = (name: string): string => path.join(process.env.TEST_TEMPLATES!, `${name}.template`)

/** The bytes of a filled database, if a suite has stored them. */
export const templateOf = (name: string): Buffer | undefined =>
  existsSync(fileOf(name)) ? readFileSync(fileOf(name)) : undefined

/** Stores the bytes of a filled database. If two suites do so at once, either result is complete. */
export const keepTemplate = (name: string, bytes: Uint8Array): void => {
  const own = `${fileOf(name)}.${process.pid}`
  writeFileSync(own, bytes)
  renameSync(own, fileOf(name))
}

const folderOf = (name: string): string => path.join(process.env.TEST_TEMPLATES!, name)

/** Fills a folder with the one stored under the name; `false` when there is none. */
export const copyFolder = (name: string, into: string): boolean => {
  if (!existsSync(folderOf(name))) return false
  cpSync(folderOf(name), into, { recursive: true })
  return true
}

/** Stores a folder that nobody writes to any more. If two suites do so at once, either result is complete. */
export const keepFolder = (name: string, folder: string): void => {
  const own = `${folderOf(name)}.${process.pid}`
  cpSync(folder, own, { recursive: true })
  try {
    renameSync(own, folderOf(name))
  } catch (error) {
    rmSync(own, { recursive: true, force: true })
    if (!existsSync(folderOf(name))) throw error
  }
}
