import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundle } from '../../scripts/lib/bundle.mjs'

/**
 * Before the suites: a folder for databases that one suite fills and the others copy, for filling one takes longer than
 * most tests; and the program that reads uploads, built from what is to be tested.
 *
 * @returns what takes both away after the last suite
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

/** The bytes of a filled database, if a suite has kept them. */
export const templateOf = (name: string): Buffer | undefined =>
  existsSync(fileOf(name)) ? readFileSync(fileOf(name)) : undefined

/** Keeps the bytes of a filled database; of two suites that do it at once, either's are whole. */
export const keepTemplate = (name: string, bytes: Uint8Array): void => {
  const own = `${fileOf(name)}.${process.pid}`
  writeFileSync(own, bytes)
  renameSync(own, fileOf(name))
}

const folderOf = (name: string): string => path.join(process.env.TEST_TEMPLATES!, name)

/** Fills a folder with what a suite has kept under the name; `false` when none has. */
export const copyFolder = (name: string, into: string): boolean => {
  if (!existsSync(folderOf(name))) return false
  cpSync(folderOf(name), into, { recursive: true })
  return true
}

/** Keeps a folder that nobody writes into; of two suites that do it at once, either's is whole. */
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
